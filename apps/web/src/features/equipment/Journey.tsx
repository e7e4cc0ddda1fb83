import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { Card } from '../../ui/Card.js';
import { useFormat } from '../../ui/useFormat.js';
import type { UnitDetail } from './equipment.graphql.js';
import styles from './Journey.module.css';

/** The stops that a kit makes in the coming months. */
export function Journey({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stops = unit.journey.slice(0, 6);
  return (
    <Card>
      <h2 className={styles.title}>{t('equipment.journey')}</h2>
      {stops.length === 0 ? (
        <p>{t('equipment.noJourney', { site: unit.placeOn.name })}</p>
      ) : (
        <ol className={styles.stops}>
          {stops.map((stop) => (
            <li key={`${stop.site.id} ${stop.firstDay}`} data-mine={stop.mine || undefined}>
              <span className={styles.place}>
                <strong>{stop.site.town}</strong>,{' '}
                {stop.reservationId ? <Link to={`/reservaties/${stop.reservationId}`}>{stop.site.name}</Link> : stop.site.name}
                {stop.mine ? <span className={styles.mine}> {t('equipment.yours')}</span> : null}
              </span>
              <span className={styles.days}>{format.periodShort(stop.firstDay, stop.lastDay)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
