import { timeOf } from '@karavaan/domain';
import { useState, type DragEvent } from 'react';
import { Link } from 'react-router';
import { Card } from '../../ui/Card.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { siteStops } from './site-stops.js';
import styles from './trips.module.css';
import type { TripRow } from './trips.graphql.js';
import { TripStateTag } from './TripStateTag.js';

const MIME = 'application/x-karavaan-leg';
export const time = (iso: string) => timeOf(Date.parse(iso));

type Props = {
  trip: TripRow;
  others: readonly TripRow[];
  busy: boolean;
  /** a leg goes to this trip, or to none */
  onMove: (legId: string, from: TripRow, to: TripRow | null) => void;
  /** dropped here from the trip with this id */
  onDrop: (legId: string, fromId: string) => void;
};

/** One trip of the day's board. What it carries can be dragged to another trip, or moved with the menu beside it. */
export function TripCard({ trip, others, busy, onMove, onDrop }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const full = (of: number, all: number) => Math.min(100, Math.round((100 * of) / all));

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [legId, fromId] = event.dataTransfer.getData(MIME).split(' ');
    if (legId && fromId && fromId !== trip.id) onDrop(legId, fromId);
  }

  return (
    <Card
      as="article"
      className={over ? `${styles.trip} ${styles.over}` : styles.trip}
      label={t('trips.name', { number: trip.number })}
    >
      <div
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(MIME)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <header className={styles.tripHead}>
          <h3>
            <Link to={`/ritten/${trip.id}`}>{t('trips.name', { number: trip.number })}</Link>
          </h3>
          <TripStateTag trip={trip} />
        </header>
        <p>
          {trip.vehicle.name}, {trip.driver.name}
          {trip.helper ? ` ${t('trips.with', { name: trip.helper.name })}` : ''}
          <span className={styles.muted}>
            {t('trips.fromUntil', { from: time(trip.departsAt), until: time(trip.returnsAt) })} · {format.km(trip.km)} ·{' '}
            {format.euro(trip.figures.cents)}
          </span>
        </p>
        <div className={styles.load}>
          <meter
            min={0}
            max={100}
            value={full(trip.figures.massKg, trip.vehicle.payloadKg)}
            aria-label={t('trips.fullMass', { percent: full(trip.figures.massKg, trip.vehicle.payloadKg) })}
          />
          <span className={styles.muted}>
            {format.number(trip.figures.massKg)} / {format.number(trip.vehicle.payloadKg)} kg
          </span>
          <meter
            min={0}
            max={100}
            value={full(trip.figures.volumeM3, trip.vehicle.volumeM3)}
            aria-label={t('trips.fullVolume', { percent: full(trip.figures.volumeM3, trip.vehicle.volumeM3) })}
          />
          <span className={styles.muted}>
            {format.number(trip.figures.volumeM3, 1)} / {format.number(trip.vehicle.volumeM3, 1)} m³
          </span>
        </div>
        {trip.stops.length === 0 ? <p className={styles.muted}>{t('trips.empty')}</p> : null}
        <ol className={styles.visits}>
          {siteStops(trip.stops).map(({ key, site, arrivesAt, tasks }) => (
            <li key={key}>
              <span className={styles.when}>{time(arrivesAt)}</span>
              <div>
                <strong>{site.name}</strong>
                <ul>
                  {tasks.map((task) => (
                    <li key={task.id}>
                      <div
                        className={styles.task}
                        draggable={trip.state === 'DRAFT' && !task.doneAt}
                        onDragStart={(event) => {
                          event.dataTransfer.setData(MIME, `${task.leg.id} ${trip.id}`);
                          event.dataTransfer.effectAllowed = 'move';
                        }}
                      >
                        <span>
                          {t(`trips.kind_${task.kind}`)} {text(task.leg.unit.model.name)} {task.leg.unit.code}
                          {task.doneAt ? ` (${t('trips.done', { time: time(task.doneAt) })})` : ''}
                        </span>
                        {task.kind === 'PICK_UP' && trip.state === 'DRAFT' && !task.doneAt ? (
                          <select
                            className={styles.move}
                            aria-label={t('trips.move', { unit: task.leg.unit.code })}
                            value=""
                            disabled={busy}
                            onChange={({ currentTarget: { value } }) =>
                              onMove(task.leg.id, trip, value === 'none' ? null : (others.find(({ id }) => id === value) ?? null))
                            }
                          >
                            <option value="" disabled>
                              {t('trips.moveTo')}
                            </option>
                            {others.map(({ id, number, vehicle }) => (
                              <option key={id} value={id}>
                                {t('trips.name', { number })}, {vehicle.name}
                              </option>
                            ))}
                            <option value="none">{t('trips.moveOut')}</option>
                          </select>
                        ) : null}
                      </div>
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}
