import { useMutation } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { AUTHORISATIONS, type Held, REVOKE } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { useWrite } from './useWrite.js';

/** Who may have what, and until when; who may grant can take back. */
export function HeldList({ held, mayGrant }: { held: readonly Held[]; mayGrant: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const [today] = useState(() => dayOf(Date.now()));
  const [asked, setAsked] = useState<Held | null>(null);
  const [revoke] = useMutation(REVOKE, { refetchQueries: [AUTHORISATIONS], awaitRefetchQueries: true });
  const { refusal, failed, write } = useWrite();

  async function take({ id, person }: Held) {
    const done = await write(async () => (await revoke({ variables: { id } })).data!.revokeAuthorisation);
    if (done) toast({ text: t('authorisations.revoked', { name: person.name }) });
    setAsked(null);
  }

  if (held.length === 0) return <EmptyState text={t(mayGrant ? 'authorisations.noneYet' : 'authorisations.noneOwn')} />;
  return (
    <>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <ul className={styles.list}>
        {held.map((each) => {
          const over = each.validUntil !== null && each.validUntil < today;
          return (
            <li key={each.id}>
              <KitDrawing name={each.model.drawing} size={56} />
              <div className={styles.facts}>
                <h3>
                  <Link to={`/kits/${each.model.code}`}>{text(each.model.name)}</Link>
                </h3>
                {mayGrant ? (
                  <p>
                    {each.person.name}, {each.person.organisation}
                  </p>
                ) : null}
                <p className={styles.days}>
                  {t('authorisations.since', { day: format.day(each.grantedOn) })}
                  {each.note ? ` · ${each.note}` : ''}
                </p>
              </div>
              <StatusTag tone={over ? 'red' : 'green'}>
                {each.validUntil
                  ? t(over ? 'authorisations.ended' : 'authorisations.until', { day: format.day(each.validUntil) })
                  : t('authorisations.always')}
              </StatusTag>
              {mayGrant ? (
                <Button variant="default" onClick={() => setAsked(each)}>
                  {t('authorisations.revoke')}
                  <span className="visually-hidden">
                    {' '}
                    {each.person.name} {text(each.model.name)}
                  </span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asked ? (
        <ConfirmDialog
          open
          danger
          title={t('authorisations.revokeTitle', { name: asked.person.name })}
          confirmLabel={t('authorisations.revoke')}
          onConfirm={() => take(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{t('authorisations.revokeExplain', { model: text(asked.model.name) })}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
