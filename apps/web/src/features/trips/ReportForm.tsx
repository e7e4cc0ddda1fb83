import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { keepReport, type WaitingReport } from './kept-trips.js';
import type { StopRow, TripRow } from './trips.graphql.js';
import styles from './trips.module.css';

const KINDS = ['LATE', 'NOT_READY', 'REFUSED', 'BROKEN_DOWN'] as const;
const MINUTES = [15, 30, 45, 60, 90, 120];

type Props = { trip: TripRow; stop: StopRow; personId: string; onDone: () => void; onCancel: () => void };

/** Tells the planner what goes another way. It is on this device before anything is sent. */
export function ReportForm({ trip, stop, personId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [kind, setKind] = useState<WaitingReport['input']['kind']>('LATE');
  const [minutes, setMinutes] = useState(30);
  const [note, setNote] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    keepReport({
      personId,
      input: {
        idempotencyKey: crypto.randomUUID(),
        tripId: trip.id,
        kind,
        legId: kind === 'BROKEN_DOWN' || kind === 'LATE' ? null : stop.leg.id,
        minutes: kind === 'LATE' ? minutes : null,
        note: note.trim() || null,
        happenedAt: new Date().toISOString(),
      },
    });
    onDone();
  }

  return (
    <form className={styles.report} onSubmit={submit} aria-label={t('trips.tell')}>
      <SelectField label={t('trips.whatHappens')} value={kind} onChange={(value) => setKind(value as typeof kind)}>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`trips.report_${each}`)}
          </option>
        ))}
      </SelectField>
      {kind === 'LATE' ? (
        <SelectField label={t('trips.howLate')} value={String(minutes)} onChange={(value) => setMinutes(Number(value))}>
          {MINUTES.map((each) => (
            <option key={each} value={each}>
              {format.minutes(each)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <label>
        {t('trips.reason')}
        <textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </label>
      <div className={styles.twoButtons}>
        <Button type="submit" size="lg">
          {t('trips.send')}
        </Button>
        <Button type="button" size="lg" variant="default" onClick={onCancel}>
          {t('trips.back')}
        </Button>
      </div>
    </form>
  );
}
