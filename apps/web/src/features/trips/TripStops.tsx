import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { loadsAfter } from './site-stops.js';
import { time } from './TripCard.js';
import type { StopRow, TripRow } from './trips.graphql.js';
import styles from './trips.module.css';

type Props = { trip: TripRow; busy: boolean; onChange: ((input: object) => void) | null };

/** The stops of a trip with what is in the van after each; a planner moves one up or down, or has them put in order. */
export function TripStops({ trip, busy, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [note, setNote] = useState(trip.note ?? '');
  const loads = loadsAfter(trip.stops);
  const refs = trip.stops.map(({ kind, leg }) => ({ legId: leg.id, kind }));
  const firstOpen = trip.stops.findIndex(({ doneAt }) => doneAt === null);

  function move(at: number, by: 1 | -1) {
    const order = refs.toSpliced(at, 1).toSpliced(at + by, 0, refs[at]!);
    onChange?.({ order });
  }
  const mayMove = (at: number, by: 1 | -1) => {
    const to = at + by;
    if (firstOpen < 0 || at < firstOpen || to < firstOpen || to >= refs.length) return false;
    // What is picked up stays before its own delivery.
    return refs[to]!.legId !== refs[at]!.legId;
  };

  const columns: Column<StopRow & { at: number }>[] = [
    {
      key: 'when',
      header: t('trips.when'),
      render: ({ arrivesAt, startsAt, departsAt, doneAt }) => (
        <div>
          <strong>{time(arrivesAt)}</strong>
          <span className={styles.muted}>
            {startsAt === arrivesAt ? '' : `${t('trips.opens', { time: time(startsAt) })}, `}
            {t('trips.leaves', { time: time(departsAt) })}
          </span>
          {doneAt ? <span className={styles.muted}>{t('trips.done', { time: time(doneAt) })}</span> : null}
        </div>
      ),
    },
    {
      key: 'site',
      header: t('trips.where'),
      render: ({ site, contact }) => (
        <div>
          {site.name}
          <span className={styles.muted}>
            {site.deliveryStreet ?? site.street ?? ''} {site.postcode} {site.town}
          </span>
          {site.deliveryNote ? <span className={styles.muted}>{site.deliveryNote}</span> : null}
          {contact?.phone ? (
            <a href={`tel:${contact.phone}`}>
              {contact.name ?? ''} {contact.phone}
            </a>
          ) : null}
        </div>
      ),
    },
    {
      key: 'what',
      header: t('trips.what'),
      render: ({ kind, leg }) => (
        <div>
          {t(`trips.kind_${kind}`)} {text(leg.unit.model.name)}
          <span className={styles.muted}>
            <Link to={`/toestel/${leg.unit.code}`}>{leg.unit.code}</Link> · {t('trips.boxes', { count: leg.unit.model.cases })} ·{' '}
            {leg.reservation.number}
          </span>
        </div>
      ),
    },
    {
      key: 'load',
      header: t('trips.load'),
      align: 'right',
      render: ({ at }) => (
        <div>
          {format.number(loads[at]!.massKg)} kg
          <span className={styles.muted}>{format.number(loads[at]!.volumeM3, 1)} m³</span>
        </div>
      ),
    },
    ...(onChange
      ? [
          {
            key: 'order',
            header: t('trips.order'),
            render: ({ at, site }: StopRow & { at: number }) => (
              <div className={styles.orderButtons}>
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    aria-label={t(by < 0 ? 'trips.earlier' : 'trips.later', { site: site.name })}
                    disabled={busy || !mayMove(at, by)}
                    onClick={() => move(at, by)}
                  >
                    <Icon name={by < 0 ? 'chevronUp' : 'chevronDown'} />
                  </button>
                ))}
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="stops" className={styles.noPrint}>
      <h2 id="stops">{t('trips.stops')}</h2>
      {trip.stops.length === 0 ? <p className={styles.muted}>{t('trips.empty')}</p> : null}
      {trip.stops.length > 0 ? (
        <DataTable
          caption={t('trips.stops')}
          columns={columns}
          rows={trip.stops.map((stop, at) => ({ ...stop, at }))}
          rowKey={({ id }) => id}
        />
      ) : null}
      {onChange ? (
        <div className={styles.noteForm}>
          {trip.stops.length > 2 ? (
            <Button variant="default" disabled={busy} onClick={() => onChange({})}>
              {t('trips.best')}
            </Button>
          ) : null}
          <label>
            {t('trips.note')}
            <textarea value={note} maxLength={500} rows={2} onChange={(event) => setNote(event.currentTarget.value)} />
          </label>
          <Button
            variant="default"
            disabled={busy || note.trim() === (trip.note ?? '')}
            onClick={() => onChange({ note, order: refs })}
          >
            {t('trips.saveNote')}
          </Button>
        </div>
      ) : trip.note ? (
        <p>{trip.note}</p>
      ) : null}
    </section>
  );
}
