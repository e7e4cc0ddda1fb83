import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Dialog } from '../../ui/Dialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { consumableKey, ReportConsumables } from './ReportConsumables.js';
import { LOAN_CONSUMABLES, type LoanConsumables } from './report.graphql.js';
import { countOf, newGroup, ReportGroups } from './ReportGroups.js';
import type { ReservationDetail } from './reservation.graphql.js';
import styles from './ReservationDetail.module.css';
import { useRun, useWrites } from './useWrites.js';

type Props = { open: boolean; reservation: ReservationDetail; onClose: () => void };

const decimal = (typed: string) => (/^\d{1,6}([.,]\d{1,3})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : null);

/** At the return: who took part, for how many hours, and what was used up. */
export function ReportDialog({ open, reservation, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(LOAN_CONSUMABLES, { variables: { id: reservation.id }, skip: !open });
  return (
    <Dialog open={open} title={t('reservations.do.report')} onClose={onClose}>
      <p>{t('reservations.report.text')}</p>
      {data || error ? (
        <ReportForm reservation={reservation} items={data?.reservation?.consumables ?? []} onDone={onClose} />
      ) : (
        <DelayedSkeleton count={2} height={120} />
      )}
    </Dialog>
  );
}

type FormProps = { reservation: ReservationDetail; items: LoanConsumables; onDone: () => void };

function ReportForm({ reservation, items, onDone }: FormProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const format = useFormat();
  const writes = useWrites();
  const { busy, refusal, failed, run } = useRun();
  const [rows, setRows] = useState(() => [newGroup('EMPLOYEES', String(reservation.groupSize ?? ''))]);
  const [hours, setHours] = useState('');
  const [used, setUsed] = useState<Record<string, string>>(() =>
    Object.fromEntries(items.map((item) => [consumableKey(item), format.number(item.expected, 2)])),
  );
  const [wrong, setWrong] = useState(false);
  const hoursUsed = /^\d{1,4}([.,]\d{1,2})?$/.test(hours.trim()) ? Number(hours.trim().replace(',', '.')) : null;

  async function report(event: FormEvent) {
    event.preventDefault();
    const counts = rows.map(countOf);
    const bad = hoursUsed === null || counts.includes(null);
    setWrong(bad);
    if (bad) return;
    const groups = rows.map((row) => ({
      targetGroup: row.targetGroup,
      participants: countOf(row)!,
      sme: row.targetGroup === 'COMPANY_STAFF' ? row.sme : null,
      companyName: row.targetGroup === 'COMPANY_STAFF' ? row.companyName.trim() || null : null,
    }));
    const consumables = items.flatMap((item) => {
      const quantity = decimal(used[consumableKey(item)] ?? '');
      return quantity === null ? [] : [{ consumableId: item.consumable.id, unitId: item.unit.id, quantity }];
    });
    const participants = groups.reduce((sum, group) => sum + group.participants, 0);
    const done = await run('report', () => writes.report(reservation, { participants, hoursUsed, groups, consumables }));
    if (!done) return;
    onDone();
    toast({ text: t('reservations.done.report', { number: reservation.number }) });
  }

  return (
    <form className={styles.dialog} noValidate onSubmit={(event) => void report(event)}>
      <ReportGroups rows={rows} wrong={wrong} onChange={setRows} />
      <TextInput
        label={t('reservations.report.hours')}
        description={t('reservations.report.hoursHelp')}
        inputMode="decimal"
        value={hours}
        error={wrong && hoursUsed === null ? t('reservations.report.wrongHours') : undefined}
        onChange={(event) => setHours(event.currentTarget.value)}
      />
      <ReportConsumables items={items} values={used} onChange={(key, value) => setUsed((old) => ({ ...old, [key]: value }))} />
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" disabled={busy !== null}>
        {busy ? t('reservations.busy') : t('reservations.report.save')}
      </Button>
    </form>
  );
}
