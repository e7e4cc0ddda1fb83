import { useTranslation } from '../../ui/i18n/texts.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { useFormat } from '../../ui/useFormat.js';
import type { NotPlaced } from './planning.graphql.js';
import styles from './planning.module.css';

const LEAST: ReadonlySet<string> = new Set([
  'TRIP_TOO_HEAVY',
  'TRIP_TOO_SMALL',
  'TRIP_TAIL_LIFT',
  'TRIP_TWO_PERSONS',
  'TRIP_NO_TIME',
]);

/** What got no place: why, and the smallest change that would help. */
export function LeftOutList({ leftOut, trips }: { leftOut: readonly NotPlaced[]; trips: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  /** The smallest change that would let a van bring it. */
  const least = (reason: NotPlaced['reason'], day: string | null | undefined) => {
    if (day) return t('planning.leastDay', { day: format.day(day) });
    const code = reason?.code;
    if (code === 'TRIP_NO_TIME' && !reason?.needed) return t('planning.leastVan');
    if (!code || !LEAST.has(code)) return '';
    const needed = Number(reason?.needed ?? 0);
    return t(`planning.least.${code}`, { amount: format.number(needed), minutes: format.minutes(needed) });
  };
  return (
    <section className={styles.part}>
      <h2>{t('planning.leftOut', { count: leftOut.length })}</h2>
      <ul className={styles.rows}>
        {leftOut.map(({ request, reservation, reason, rivals, nearestDay, nearestUnit, daysOff }) => {
          const about = request ?? reservation!;
          return (
            <li key={about.id} className={styles.row}>
              <div>
                <strong>{about.organisation.name}</strong> <span className={styles.code}>{about.number}</span>
                {request ? (
                  <p className={styles.muted}>
                    {request.course} ·{' '}
                    {t('planning.asked', {
                      count: request.days,
                      window: format.periodShort(request.earliestDay, request.latestDay),
                    })}
                  </p>
                ) : null}
              </div>
              <div>
                {reason ? <p>{reasonText(reason)}</p> : null}
                {!reason && rivals.length ? (
                  <p>
                    {t('planning.rivals', {
                      names: rivals.map((rival) => `${rival.organisation.name} (${rival.number})`).join(', '),
                    })}
                  </p>
                ) : null}
                {!reason && !rivals.length ? <p>{t('planning.noRoom')}</p> : null}
              </div>
              <div className={styles.side}>
                {trips
                  ? least(reason, nearestDay)
                  : nearestDay && nearestUnit
                    ? t('planning.nearest', { day: format.dayShort(nearestDay), unit: nearestUnit.code, count: daysOff ?? 0 })
                    : t('planning.nothingNear')}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
