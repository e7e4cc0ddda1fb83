import { readAmount } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import { INVOICES_TO_PAY, type Movement } from './intake.graphql.js';
import styles from './intake.module.css';

type Props = {
  movement: Movement;
  busy: boolean;
  onMatch: (payments: { invoiceId: string; cents: string }[]) => Promise<boolean>;
  onClose: () => void;
};

/** One movement over several invoices: the amounts together are the movement. */
export function MatchDialog({ movement, busy, onMatch, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const out = movement.cents.startsWith('-');
  const { data } = useQuery(INVOICES_TO_PAY, { variables: { text: text.trim() || null, unpaid: out ? true : null } });
  const size = BigInt(movement.cents.replace('-', ''));
  const read = Object.entries(amounts)
    .filter(([, typed]) => typed.trim() !== '')
    .map(([invoiceId, typed]) => ({ invoiceId, reading: readAmount(typed) }));
  const sum = read.reduce((all, { reading }) => (reading.ok ? all + reading.cents : all), 0n);
  const wrong = (id: string) => {
    const reading = read.find(({ invoiceId }) => invoiceId === id)?.reading;
    if (!reading || reading.ok) return undefined;
    return t(`intake.bank.amount.${reading.code}`, {
      readings: reading.readings.map((each) => format.euro(each)).join(` ${t('intake.bank.or')} `),
    });
  };
  const invoices = (data?.invoices.edges ?? []).map(({ node }) => node);
  const ready = read.length > 0 && sum === size && read.every(({ reading }) => reading.ok && reading.cents > 0n);
  return (
    <Dialog open title={t('intake.bank.matchTitle', { amount: format.euro(movement.cents) })} onClose={onClose}>
      <TextInput
        type="search"
        label={t('intake.bank.findInvoice')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={styles.choices}>
        {invoices.map(({ id, number, supplier, unpaidCents, paidCents }) => (
          <li key={id}>
            <TextInput
              label={t('intake.bank.suggestion', {
                supplier: supplier.name,
                number,
                amount: format.euro(out ? unpaidCents : paidCents),
              })}
              inputMode="decimal"
              value={amounts[id] ?? ''}
              error={wrong(id)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setAmounts((before) => ({ ...before, [id]: value }));
              }}
            />
          </li>
        ))}
      </ul>
      <p role="status">{t('intake.bank.sum', { sum: format.euro(sum), of: format.euro(size) })}</p>
      <Button
        disabled={!ready || busy}
        onClick={() =>
          void onMatch(
            read.flatMap(({ invoiceId, reading }) => (reading.ok ? [{ invoiceId, cents: String(reading.cents) }] : [])),
          )
        }
      >
        {t(busy ? 'intake.busy' : 'intake.bank.match')}
      </Button>
    </Dialog>
  );
}
