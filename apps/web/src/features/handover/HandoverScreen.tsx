import { useLayoutEffect, useState } from 'react';
import { Link } from 'react-router';
import { useLive } from '../../graphql/live/useLive.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { useApolloClient } from '@apollo/client/react';
import { applyLocally } from './apply-locally.js';
import { HandoverForm } from './HandoverForm.js';
import { HandoverRecords } from './HandoverRecords.js';
import type { HandoverInput } from './handover.graphql.js';
import styles from './handover.module.css';
import { addToOutbox, outboxState, sendOutbox } from './outbox.js';
import { OutboxPanel } from './OutboxPanel.js';
import { StillOut } from './StillOut.js';
import type { KeptPhoto, KeptViewer } from './store.js';
import { useOutbox } from './useOutbox.js';
import { keep, useSheet } from './useSheet.js';

type Props = { worker: KeptViewer; reservationId: string; scanned: string | null };

/** One loan passes from hand to hand; with or without network. */
export function HandoverScreen({ worker, reservationId, scanned }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const client = useApolloClient();
  const { data, savedAt, error, loading, reload, set } = useSheet(worker.id, reservationId);
  const { waiting, fresh } = useOutbox(worker.id);
  const [round, setRound] = useState(0);
  const [heard, setHeard] = useState(0);
  // What still waits here is not known to the server: it is shown as if it were.
  const unsent = waiting.filter((each) => each.input.reservationId === reservationId && !each.refused);
  const sent = fresh[reservationId];
  // A layout effect: the boxes just sent must not look open for a moment.
  useLayoutEffect(() => {
    if (sent) set(sent);
  }, [sent, set]);
  useLive({ RESERVATION: [reservationId] }, () => {
    setHeard((old) => old + 1);
    return reload();
  });
  const sheet = data ? unsent.reduce((before, each) => applyLocally(before, each.input), data) : null;

  if (loading) return <DelayedSkeleton count={3} height={160} />;
  if (!sheet)
    return (
      <>
        <OutboxPanel viewerId={worker.id} />
        {error ? (
          <ErrorState error={error} onRetry={() => void reload()} />
        ) : (
          <EmptyState text={t('handover.notYours')} action={<Link to="/overdracht">{t('handover.toList')}</Link>} />
        )}
      </>
    );

  async function save(input: HandoverInput, photos: readonly KeptPhoto[]) {
    const entry = { key: input.idempotencyKey, personId: worker.id, personName: worker.name, number: sheet!.number, input };
    await addToOutbox(entry, photos);
    await keep(worker.id, data!);
    setRound((old) => old + 1);
    await sendOutbox(client, worker.id);
    const left = outboxState().waiting.find((each) => each.key === entry.key);
    if (!left?.refused) toast({ text: t(left ? 'handover.savedHere' : 'handover.saved', { number: sheet!.number }) });
    globalThis.scrollTo({ top: 0 });
  }

  const handable = sheet.state === 'CONFIRMED' || sheet.state === 'ENDED';
  const done = sheet.units.length > 0 && sheet.units.every((unit) => unit.state === 'RELEASED');
  return (
    <>
      <PageHeading
        title={t('handover.title', { number: sheet.number })}
        lead={`${sheet.organisationName}, ${sheet.siteName} (${sheet.siteTown}), ${format.period(sheet.firstDay, sheet.lastDay)}`}
      />
      <div className={styles.screen}>
        <OutboxPanel viewerId={worker.id} />
        {savedAt ? <p className={styles.note}>{t('handover.offlineSince', { at: format.instant(savedAt) })}</p> : null}
        {sheet.contactName || sheet.deliveryNote ? (
          <p>
            {sheet.contactName ? (
              <>
                {t('handover.contact')}: {sheet.contactName}{' '}
                {sheet.contactPhone ? <a href={`tel:${sheet.contactPhone.replaceAll(' ', '')}`}>{sheet.contactPhone}</a> : null}
              </>
            ) : null}
            {sheet.deliveryNote ? <span className={styles.finding}>{sheet.deliveryNote}</span> : null}
          </p>
        ) : null}
        <StillOut sheet={sheet} />
        {handable && !done ? (
          <HandoverForm key={round} sheet={sheet} scanned={round === 0 ? scanned : null} onSave={save} />
        ) : null}
        {handable ? null : <p className={styles.note}>{t('handover.notConfirmed')}</p>}
        {done ? (
          <p className={styles.note}>
            {t('handover.allBack')} <Link to={`/reservaties/${sheet.reservationId}`}>{t('handover.report')}</Link>
          </p>
        ) : null}
        {savedAt ? null : <HandoverRecords reservationId={reservationId} stamp={`${round} ${unsent.length} ${heard}`} />}
      </div>
    </>
  );
}
