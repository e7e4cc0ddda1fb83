import { writeCommunication } from '@karavaan/domain';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ErrorState } from '../../ui/ErrorState.js';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { AsideDialog } from './AsideDialog.js';
import { MATCH_MOVEMENT, type Movement, REOPEN_MOVEMENT } from './intake.graphql.js';
import styles from './intake.module.css';
import { MatchDialog } from './MatchDialog.js';
import { useWrite } from './useWrite.js';

const TONES: Record<Movement['state'], Tone> = { OPEN: 'yellow', MATCHED: 'green', SET_ASIDE: 'grey' };

/** One movement, with the invoices it may have paid; one click on the best, or choose. */
export function MovementCard({ movement, mayWrite, onDone }: { movement: Movement; mayWrite: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const client = useApolloClient();
  const [open, setOpen] = useState<'match' | 'aside' | null>(null);
  const { busy, refusal, failed, write } = useWrite();
  const { id, version, cents, state, note } = movement;
  const size = cents.replace('-', '');
  const noteKey = `ui.refusal.code.${note}`;

  async function match(payments: { invoiceId: string; cents: string }[]): Promise<boolean> {
    const variables = { input: { id, version, payments } };
    const done = await write(async () => (await client.mutate({ mutation: MATCH_MOVEMENT, variables })).data?.matchMovement);
    if (!done) return false;
    toast({ text: t('intake.bank.matched') });
    setOpen(null);
    onDone();
    return true;
  }
  async function reopen() {
    const variables = { id, version };
    const done = await write(async () => (await client.mutate({ mutation: REOPEN_MOVEMENT, variables })).data?.reopenMovement);
    if (done) onDone();
  }

  return (
    <li className={styles.movement}>
      <div className={styles.movementHead}>
        <div>
          <h3>{movement.counterparty || t('intake.bank.nobody')}</h3>
          <p className={styles.help}>
            {format.dayNumeric(movement.bookedOn)} · {t('intake.bank.statement', { number: movement.statement.number })}
            {movement.counterpartyAccount ? ` · ${movement.counterpartyAccount}` : ''}
          </p>
          <p>{movement.communication ? writeCommunication(movement.communication) : movement.message}</p>
        </div>
        <div className={styles.movementAmount}>
          <strong>{format.euro(cents)}</strong>
          <StatusTag tone={TONES[state]}>{t(`intake.bank.state.${state}`)}</StatusTag>
        </div>
      </div>
      {state === 'MATCHED' ? (
        <p className={styles.help}>
          {movement.payments
            .map(({ invoice, cents: paid }) => t('intake.bank.paid', { number: invoice.number, amount: format.euro(paid) }))
            .join(', ')}
        </p>
      ) : null}
      {state === 'SET_ASIDE' ? <p className={styles.help}>{note}</p> : null}
      {state === 'OPEN' && note && hasText(`intake.bank.note.${note}`) ? (
        <p className={styles.error}>{t(`intake.bank.note.${note}`)}</p>
      ) : state === 'OPEN' && note ? (
        <p className={styles.error}>{t('intake.bank.refusedBefore', { code: hasText(noteKey) ? '' : note })}</p>
      ) : null}
      {state === 'OPEN' && movement.suggestions.length > 0 ? (
        <ul className={styles.suggestions} aria-label={t('intake.bank.suggestions')}>
          {movement.suggestions.slice(0, 3).map(({ invoice, cents: owed, because }) => (
            <li key={invoice.id}>
              <span>
                {t('intake.bank.suggestion', {
                  supplier: invoice.supplier.name,
                  number: invoice.number,
                  amount: format.euro(owed),
                })}{' '}
                <span className={styles.because}>{because.map((each) => t(`intake.bank.because.${each}`)).join(', ')}</span>
              </span>
              {mayWrite && BigInt(size) <= BigInt(owed) ? (
                <Button variant="default" disabled={busy} onClick={() => void match([{ invoiceId: invoice.id, cents: size }])}>
                  {t('intake.bank.matchThis', { number: invoice.number })}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {mayWrite && state === 'OPEN' ? (
        <div className={styles.buttons}>
          <Button variant="default" disabled={busy} onClick={() => setOpen('match')}>
            {t('intake.bank.choose_')}
          </Button>
          <Button variant="subtle" disabled={busy} onClick={() => setOpen('aside')}>
            {t('intake.bank.aside')}
          </Button>
        </div>
      ) : null}
      {mayWrite && state === 'SET_ASIDE' ? (
        <Button variant="default" disabled={busy} onClick={() => void reopen()}>
          {t('intake.bank.reopen')}
        </Button>
      ) : null}
      {open === 'match' ? <MatchDialog movement={movement} busy={busy} onMatch={match} onClose={() => setOpen(null)} /> : null}
      {open === 'aside' ? <AsideDialog movement={movement} onDone={onDone} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}
