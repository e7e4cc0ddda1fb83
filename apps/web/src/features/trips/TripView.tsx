import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../graphql/live/useLive.js';
import { Card } from '../../ui/Card.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ProvinceMap } from '../../ui/map/ProvinceMap.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useFormat } from '../../ui/useFormat.js';
import { useTitle } from '../../ui/useTitle.js';
import { EventList } from './EventList.js';
import { RouteSheet } from './RouteSheet.js';
import { siteStops } from './site-stops.js';
import { saveText, tripAsCalendar, tripAsGpx } from './trip-files.js';
import { time } from './TripCard.js';
import { TripStateTag } from './TripStateTag.js';
import { TripStops } from './TripStops.js';
import { CHANGE_TRIP, TRIP, TURN_TRIP, type TripRow } from './trips.graphql.js';
import styles from './trips.module.css';
import { useTripVerb } from './useTripVerb.js';

/** One trip: its stops in order, on the map and on paper, and what its planner can do with it. */
export function TripView({ id, mayPlan }: { id: string; mayPlan: boolean }) {
  const { t } = useTranslation();
  const { data, error, loading, refetch } = useQuery(TRIP, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useLive({ TRIP: [id] }, () => refetch());
  const trip = data?.trip;
  useTitle(trip ? t('trips.name', { number: trip.number }) : t('trips.title'));
  if (error && !trip) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!trip) return loading ? <DelayedSkeleton count={3} height={160} /> : <EmptyState text={t('trips.notFound')} />;
  return <Shown trip={trip} mayPlan={mayPlan} onChanged={() => void refetch()} />;
}

function Shown({ trip, mayPlan, onChanged }: { trip: TripRow; mayPlan: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, refusal, failed, run } = useTripVerb();
  const [turnTrip] = useMutation(TURN_TRIP);
  const [changeTrip] = useMutation(CHANGE_TRIP);
  const [cancelling, setCancelling] = useState(false);
  const seen = { id: trip.id, version: trip.version };
  const visits = siteStops(trip.stops);
  const { depot } = trip.vehicle;
  const way = [depot, ...visits.map(({ site }) => site), depot];
  const planning = mayPlan && (trip.state === 'DRAFT' || trip.state === 'PUBLISHED');
  const allDone = trip.stops.length > 0 && trip.stops.every(({ doneAt }) => doneAt !== null);

  const turn = async (state: TripRow['state']) => {
    if (await run(async () => (await turnTrip({ variables: { trip: seen, state } })).data?.turnTrip)) onChanged();
  };
  const change = async (input: object) => {
    await run(async () => (await changeTrip({ variables: { input: { ...seen, ...input } } })).data?.changeTrip);
    onChanged();
  };

  return (
    <>
      <header className={styles.heading}>
        <div>
          <h1>{t('trips.name', { number: trip.number })}</h1>
          <p className={styles.lead}>
            {format.dayFull(trip.day)}, {t('trips.fromUntil', { from: time(trip.departsAt), until: time(trip.returnsAt) })}
          </p>
          <TripStateTag trip={trip} />
        </div>
        <div className={styles.actions}>
          {planning && trip.state === 'DRAFT' && trip.stops.length > 0 ? (
            <Button color="yellow" loading={busy} onClick={() => void turn('PUBLISHED')}>
              {t('trips.publish')}
            </Button>
          ) : null}
          {planning && trip.state === 'PUBLISHED' && !allDone ? (
            <Button variant="default" loading={busy} onClick={() => void turn('DRAFT')}>
              {t('trips.withdraw')}
            </Button>
          ) : null}
          {planning && allDone && trip.state === 'PUBLISHED' ? (
            <Button color="yellow" loading={busy} onClick={() => void turn('DONE')}>
              {t('trips.close')}
            </Button>
          ) : null}
          <Button variant="default" leftSection={<Icon name="list" />} onClick={() => globalThis.print()}>
            {t('trips.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="download" />}
            onClick={() => saveText(`rit-${trip.number}.gpx`, 'application/gpx+xml', tripAsGpx(trip))}
          >
            GPX
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="calendar" />}
            onClick={() =>
              saveText(
                `rit-${trip.number}.ics`,
                'text/calendar',
                tripAsCalendar(
                  trip,
                  `${t('trips.name', { number: trip.number })}: ${trip.vehicle.name}`,
                  globalThis.location.origin,
                ),
              )
            }
          >
            {t('trips.calendar')}
          </Button>
          {planning ? (
            <Button variant="default" leftSection={<Icon name="trash" />} onClick={() => setCancelling(true)}>
              {t('trips.cancel')}
            </Button>
          ) : null}
        </div>
      </header>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <dl className={styles.facts}>
        <div>
          <dt>{t('trips.van')}</dt>
          <dd>
            {trip.vehicle.name} {trip.vehicle.plate ? `(${trip.vehicle.plate})` : ''}
            <span className={styles.muted}>{depot.name}</span>
          </dd>
        </div>
        <div>
          <dt>{t('trips.driver')}</dt>
          <dd>
            {trip.driver.name}
            {trip.driver.phone ? <a href={`tel:${trip.driver.phone}`}>{trip.driver.phone}</a> : null}
            {trip.helper ? <span className={styles.muted}>{t('trips.with', { name: trip.helper.name })}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{t('trips.way')}</dt>
          <dd>
            {format.km(trip.km)}
            <span className={styles.muted}>
              {t('trips.driving', { time: format.minutes(trip.driveMinutes) })}, {format.km(trip.figures.emptyKm)}{' '}
              {t('trips.emptyKm')}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('trips.costs')}</dt>
          <dd>
            {format.euro(trip.figures.cents)}
            <span className={styles.muted}>{t('trips.co2', { kg: format.number(trip.figures.co2Kg, 1) })}</span>
          </dd>
        </div>
      </dl>
      <div className={styles.columns}>
        <div>
          <TripStops trip={trip} busy={busy} onChange={planning ? (input) => void change(input) : null} />
          {trip.events.length > 0 ? (
            <section aria-labelledby="trip-events" className={styles.noPrint}>
              <h2 id="trip-events">{t('trips.happened')}</h2>
              <EventList events={trip.events} {...(mayPlan ? { onSettled: onChanged } : {})} />
            </section>
          ) : null}
        </div>
        <Card className={`${styles.map} ${styles.noPrint}`}>
          <ProvinceMap
            label={t('trips.map', { number: trip.number })}
            pins={[
              { ...depot, id: 'depot', name: depot.name, off: true },
              ...visits.map(({ key, site }, at) => ({
                ...site,
                id: key,
                name: `${at + 1}. ${site.name}`,
                number: at + 1,
                label: site.town,
              })),
            ]}
            legs={way.slice(1).map((to, at) => ({ from: way[at]!, to }))}
            fit={way}
          />
          <p className={styles.muted}>{t('trips.straight')}</p>
        </Card>
      </div>
      <RouteSheet trip={trip} />
      <ConfirmDialog
        open={cancelling}
        title={t('trips.cancelTitle', { number: trip.number })}
        confirmLabel={t('trips.cancel')}
        danger
        onConfirm={() => {
          setCancelling(false);
          void turn('CANCELLED');
        }}
        onClose={() => setCancelling(false)}
      >
        {t('trips.cancelText')}
      </ConfirmDialog>
    </>
  );
}
