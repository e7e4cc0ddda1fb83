import { addDays, dayOf } from '@karavaan/domain';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { useLive } from '../../graphql/live/useLive.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import { DriveTrip } from './DriveTrip.js';
import { dropReport, keepTrips, readTrips, sendReports, waitingReports, type KeptTrips } from './kept-trips.js';
import { MY_TRIPS, SEE_TRIP, type TripRow } from './trips.graphql.js';
import styles from './trips.module.css';

const AHEAD_DAYS = 7;

/**
 * The trips of a driver from today on. What was read once opens without network too; what is told then waits on the device.
 * @param noted `unit kind` of what was handed over and waits on this device to be sent
 */
export function MyTrip({ personId, noted }: { personId: string; noted: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useApolloClient();
  const [kept, setKept] = useState<KeptTrips | null>(() => readTrips(personId));
  const [offline, setOffline] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(() => waitingReports(personId));
  const [today] = useState(() => dayOf(Date.now()));

  const load = useCallback(async () => {
    try {
      await sendReports(client, personId);
      const { data } = await client.query({
        query: MY_TRIPS,
        variables: { from: today, to: addDays(today, AHEAD_DAYS) },
        fetchPolicy: 'no-cache',
      });
      const trips = data!.trips as TripRow[];
      const now = { personId, savedAt: new Date().toISOString(), trips, phone: data!.settings.contactPhone ?? null };
      keepTrips(now);
      setKept(now);
      setOffline(false);
      setError(null);
      for (const { id, version, seenVersion } of trips)
        if (seenVersion !== version) await client.mutate({ mutation: SEE_TRIP, variables: { trip: { id, version } } });
    } catch (thrown) {
      setOffline(true);
      setError(thrown);
    } finally {
      setWaiting(waitingReports(personId));
    }
  }, [client, personId, today]);
  useEffect(() => {
    void load();
    const again = () => void load();
    globalThis.addEventListener('online', again);
    return () => globalThis.removeEventListener('online', again);
  }, [load]);
  useLive({ TRIP: 'any', RESERVATION: 'any' }, load);

  if (!kept) return error ? <ErrorState error={error} onRetry={() => void load()} /> : <DelayedSkeleton count={3} height={120} />;
  const coming = kept.trips
    .filter(({ day, state }) => day >= today && state === 'PUBLISHED')
    .map((trip) => ({
      ...trip,
      stops: trip.stops.map((stop) =>
        noted.has(`${stop.leg.unit.id} ${stop.kind}`) ? { ...stop, doneAt: stop.doneAt ?? stop.departsAt } : stop,
      ),
    }));
  const [first] = coming;
  return (
    <div className={styles.phone}>
      {offline ? (
        <p className={styles.notice} role="status">
          {t('trips.offline', { moment: format.instant(kept.savedAt) })}
          {kept.phone ? (
            <>
              {' '}
              <a href={`tel:${kept.phone}`}>{t('trips.callPlanner', { phone: kept.phone })}</a>
            </>
          ) : null}
        </p>
      ) : null}
      {waiting.length > 0 ? (
        <section className={styles.notice} aria-label={t('trips.unsent')}>
          <strong>{t('trips.unsentCount', { count: waiting.length })}</strong>
          <ul>
            {waiting.map((report) => (
              <li key={report.input.idempotencyKey}>
                {t(`trips.report_${report.input.kind}`)}, {format.instant(report.input.happenedAt)}
                {report.refused ? (
                  <>
                    {' '}
                    {t('trips.refusedReport')}{' '}
                    <button
                      type="button"
                      className={styles.big}
                      onClick={() => {
                        dropReport(report);
                        setWaiting(waitingReports(personId));
                      }}
                    >
                      {t('trips.dropReport')}
                    </button>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {first ? (
        <DriveTrip key={first.id} trip={first} today={today} personId={personId} onReported={() => void load()} />
      ) : (
        <EmptyState van text={t('trips.noneForMe')} />
      )}
      {coming.length > 1 ? (
        <section aria-labelledby="next-trips">
          <h2 id="next-trips">{t('trips.next')}</h2>
          <ul className={styles.rest}>
            {coming.slice(1).map((trip) => (
              <li key={trip.id}>
                <span className={styles.mark}>{trip.number}</span>
                <span>{format.dayShort(trip.day)}</span>
                <span>
                  {trip.vehicle.name}, {t('trips.sites', { count: new Set(trip.stops.map(({ site }) => site.id)).size })}
                </span>
                <span>{format.km(trip.km)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
