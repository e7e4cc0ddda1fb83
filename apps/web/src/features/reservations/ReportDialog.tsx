import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Dialog } from '../../ui/Dialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import type { ReservationDetail } from './reservation.graphql.js';
import styles from './ReservationDetail.module.css';
import { useRun, useWrites } from './useWrites.js';

type Props = { open: boolean; reservation: ReservationDetail; onClose: () => void };

/** At the return: how many took part, and for how many hours. */
export function ReportDialog({ open, reservation, onClose }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const writes = useWrites();
  const { busy, refusal, failed, run } = useRun();
  const [participants, setParticipants] = useState(String(reservation.groupSize ?? ''));
  const [hours, setHours] = useState('');
  const [wrong, setWrong] = useState<{ participants?: string; hours?: string }>({});

  async function report(event: FormEvent) {
    event.preventDefault();
    const people = /^\d{1,4}$/.test(participants.trim()) ? Number(participants) : null;
    const used = /^\d{1,4}([.,]\d{1,2})?$/.test(hours.trim()) ? Number(hours.replace(',', '.')) : null;
    setWrong({
      ...(people === null ? { participants: t('reservations.report.wrongParticipants') } : {}),
      ...(used === null ? { hours: t('reservations.report.wrongHours') } : {}),
    });
    if (people === null || used === null) return;
    const done = await run('report', () => writes.report(reservation, people, used));
    if (!done) return;
    onClose();
    toast({ text: t('reservations.done.report', { number: reservation.number }) });
  }

  return (
    <Dialog open={open} title={t('reservations.do.report')} onClose={onClose}>
      <form className={styles.dialog} noValidate onSubmit={(event) => void report(event)}>
        <p>{t('reservations.report.text')}</p>
        <TextInput
          label={t('reservations.report.participants')}
          inputMode="numeric"
          value={participants}
          error={wrong.participants}
          onChange={(event) => setParticipants(event.currentTarget.value)}
        />
        <TextInput
          label={t('reservations.report.hours')}
          description={t('reservations.report.hoursHelp')}
          inputMode="decimal"
          value={hours}
          error={wrong.hours}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
        <Button type="submit" disabled={busy !== null}>
          {busy ? t('reservations.busy') : t('reservations.report.save')}
        </Button>
      </form>
    </Dialog>
  );
}
