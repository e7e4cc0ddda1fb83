import { useMutation, useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Rule } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { Attendance } from './Attendance.js';
import { SessionForm } from './SessionForm.js';
import { CANCEL_SESSION, JOIN_SESSION, LEAVE_SESSION, type Session, SESSIONS } from './sessions.graphql.js';
import { useWrite } from './useWrite.js';

/** Days on which one can obtain an authorisation: a place for oneself; for who grants them who comes and who came. */
export function Sessions({ rules, mayGrant }: { rules: readonly Rule[]; mayGrant: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const [today] = useState(() => dayOf(Date.now()));
  const [asked, setAsked] = useState<Session | null>(null);
  const [reason, setReason] = useState('');
  const { data, error, refetch } = useQuery(SESSIONS, { fetchPolicy: 'cache-and-network' });
  const renewed = { refetchQueries: [SESSIONS], awaitRefetchQueries: true };
  const [join] = useMutation(JOIN_SESSION, renewed);
  const [leave] = useMutation(LEAVE_SESSION, renewed);
  const [cancel] = useMutation(CANCEL_SESSION, renewed);
  const { busy, refusal, failed, write } = useWrite();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={80} />;
  const { authorisationSessions: sessions } = data;

  async function take({ id, day }: Session) {
    if (await write(async () => (await join({ variables: { id } })).data!.joinSession))
      toast({ text: t('authorisations.session.joined', { day: format.day(day) }) });
  }
  async function giveBack({ id }: Session) {
    if (await write(async () => (await leave({ variables: { id } })).data!.leaveSession))
      toast({ text: t('authorisations.session.left') });
  }
  async function callOff({ id }: Session) {
    const variables = { id, reason: reason.trim() || null };
    if (await write(async () => (await cancel({ variables })).data!.cancelSession))
      toast({ text: t('authorisations.session.calledOff') });
    setAsked(null);
    setReason('');
  }

  return (
    <section aria-labelledby="sessions">
      <div className={styles.head}>
        <h2 id="sessions">{t('authorisations.session.title')}</h2>
        {sessions.length > 0 ? <ExportButton list="sessies" /> : null}
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {sessions.length === 0 ? <EmptyState text={t('authorisations.session.none')} /> : null}
      <ul className={styles.list}>
        {sessions.map((each) => {
          const off = each.state === 'CANCELLED';
          const over = each.day < today;
          const left = each.places - each.taken;
          const name = `${text(each.model.name)}, ${format.day(each.day)}`;
          return (
            <li key={each.id} aria-label={name}>
              <KitDrawing name={each.model.drawing} size={56} />
              <div className={styles.facts}>
                <h3>{text(each.model.name)}</h3>
                <p>
                  {format.day(each.day)}, {each.fromTime} - {each.toTime}, {each.siteName}
                </p>
                <p className={styles.days}>
                  {t('authorisations.session.by', { trainer: each.trainer })}
                  {off && each.reason ? ` · ${each.reason}` : ''}
                </p>
              </div>
              <StatusTag tone={off ? 'red' : over ? 'grey' : left > 0 ? 'green' : 'yellow'}>
                {off
                  ? t('authorisations.session.off')
                  : over
                    ? t('authorisations.session.over')
                    : t('authorisations.session.leftPlaces', { count: left })}
              </StatusTag>
              {off || over ? null : each.mine === 'JOINED' ? (
                <Button variant="default" disabled={busy} onClick={() => void giveBack(each)}>
                  {t('authorisations.session.leave')} <span className="visually-hidden">{name}</span>
                </Button>
              ) : each.mine === null && left > 0 ? (
                <Button variant={mayGrant ? 'default' : 'filled'} disabled={busy} onClick={() => void take(each)}>
                  {t('authorisations.session.join')} <span className="visually-hidden">{name}</span>
                </Button>
              ) : null}
              {mayGrant && !off && !over ? (
                <Button variant="default" onClick={() => setAsked(each)}>
                  {t('authorisations.session.cancel')} <span className="visually-hidden">{name}</span>
                </Button>
              ) : null}
              {mayGrant && !off && each.participants.length > 0 ? <Attendance session={each} may={each.day <= today} /> : null}
            </li>
          );
        })}
      </ul>
      {mayGrant && rules.length > 0 ? <SessionForm rules={rules} /> : null}
      {asked ? (
        <ConfirmDialog
          open
          danger
          title={t('authorisations.session.cancelTitle', { day: format.day(asked.day) })}
          confirmLabel={t('authorisations.session.cancel')}
          onConfirm={() => callOff(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{t('authorisations.session.cancelText', { count: asked.taken })}</p>
          <TextInput
            label={t('authorisations.session.reason')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
