import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { BOOK_INCOMING, ORDERS_OF_SUPPLIER, type OneIncoming } from './intake.graphql.js';
import styles from './intake.module.css';
import { useWrite } from './useWrite.js';

type Props = { incoming: OneIncoming; supplierId: string; onDone: () => void };

/** On what an e-invoice is charged: an order of this supplier, a budget line without one, or per line something else. */
export function BookForm({ incoming, supplierId, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(ORDERS_OF_SUPPLIER, { variables: { supplierId }, fetchPolicy: 'cache-and-network' });
  const [all, setAll] = useState('');
  const [own, setOwn] = useState<Readonly<Record<number, string>>>({});
  const [split, setSplit] = useState(false);
  const [credits, setCredits] = useState('');
  const { busy, refusal, failed, write } = useWrite();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={60} />;
  const { content } = incoming;
  const orders = data.commitments.edges.map(({ node }) => node);
  const lines = data.budgetLines.edges.map(({ node }) => node).filter(({ flatRateBasisPoints }) => flatRateBasisPoints === null);
  const invoices = data.invoices.edges.map(({ node }) => node);
  const isCredit = content.kind === 'CREDIT_NOTE';
  const creditsId = credits || (invoices.find(({ number }) => number === content.credits)?.id ?? '');
  const chargeOf = (value: string) => {
    const order = orders.find(({ id }) => id === value);
    return order ? { lineId: order.line.id, commitmentId: order.id } : { lineId: value, commitmentId: null };
  };
  const ready = isCredit ? creditsId !== '' : split ? content.lines.every(({ position }) => own[position] ?? all) : all !== '';

  async function book() {
    const charges = isCredit
      ? []
      : [
          ...(all ? [{ position: null, ...chargeOf(all) }] : []),
          ...(split
            ? Object.entries(own).flatMap(([at, value]) => (value ? [{ position: Number(at), ...chargeOf(value) }] : []))
            : []),
        ];
    const input = { id: incoming.id, version: incoming.version, charges, creditsId: isCredit ? creditsId : null };
    const done = await write(
      async () => (await client.mutate({ mutation: BOOK_INCOMING, variables: { input } })).data?.bookIncoming,
    );
    if (!done) return;
    toast({ text: t('intake.booked', { number: incoming.number }) });
    onDone();
  }

  const options = (
    <>
      <option value="">{t('intake.choosePlace')}</option>
      {orders.length > 0 ? (
        <optgroup label={t('intake.orders')}>
          {orders.map(({ id, number, description, state, line }) => (
            <option key={id} value={id}>
              {t('intake.orderOption', { number, description, line: line.code, open: format.euro(state.open) })}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t('intake.withoutOrder')}>
        {lines.map(({ id, code, name, amounts }) => (
          <option key={id} value={id}>
            {t('intake.lineOption', { code, name, left: format.euro(amounts.left) })}
          </option>
        ))}
      </optgroup>
    </>
  );
  return (
    <form
      className={styles.group}
      aria-labelledby="book"
      onSubmit={(event) => {
        event.preventDefault();
        void book();
      }}
    >
      <h2 id="book">{t('intake.book')}</h2>
      {incoming.reason === 'REFUSED' ? <p className={styles.error}>{t('intake.refusedBefore')}</p> : null}
      {isCredit ? (
        <SelectField label={t('intake.creditsWhich')} value={creditsId} onChange={setCredits}>
          <option value="">{t('intake.chooseInvoice')}</option>
          {invoices.map(({ id, number, issuedOn, unpaidCents }) => (
            <option key={id} value={id}>
              {t('intake.invoiceOption', { number, day: format.dayNumeric(issuedOn), open: format.euro(unpaidCents) })}
            </option>
          ))}
        </SelectField>
      ) : (
        <>
          <SelectField label={t('intake.charge')} value={all} onChange={setAll}>
            {options}
          </SelectField>
          {content.lines.length > 1 ? (
            <label className={styles.check}>
              <input type="checkbox" checked={split} onChange={(event) => setSplit(event.currentTarget.checked)} />
              {t('intake.perLine')}
            </label>
          ) : null}
          {split
            ? content.lines.map(({ position, number, what, description }) => (
                <SelectField
                  key={position}
                  label={t('intake.chargeOfLine', { line: number ?? t(`intake.what.${what}`), description })}
                  value={own[position] ?? ''}
                  onChange={(value) => setOwn((before) => ({ ...before, [position]: value }))}
                >
                  {options}
                </SelectField>
              ))
            : null}
        </>
      )}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={!ready || busy}>
          {t(busy ? 'intake.busy' : 'intake.bookIt')}
        </Button>
      </div>
    </form>
  );
}
