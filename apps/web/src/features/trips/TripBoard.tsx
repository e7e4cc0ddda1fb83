import { addDays, dayOf, isDay, type Day } from '@karavaan/domain';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLive } from '../../graphql/live/useLive.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useFormat } from '../../ui/useFormat.js';
import { EventList } from './EventList.js';
import { TripCard } from './TripCard.js';
import { TripForm } from './TripForm.js';
import { CHANGE_TRIP, MOVE_LEG, TRIP_BOARD, TURN_TRIP, type TripRow } from './trips.graphql.js';
import styles from './trips.module.css';
import { useTripVerb } from './useTripVerb.js';

/** What can be on the road on a day is needed within this many days. */
const AHEAD_DAYS = 7;

/** A day's trips side by side, what is still to be brought, and what went another way; the day stands in the address. */
export function TripBoard() {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const asked = params.get('dag') ?? '';
  const day: Day = isDay(asked) ? asked : today;
  const variables = { day, until: addDays(day, AHEAD_DAYS) };
  const { data, previousData, error, refetch } = useQuery(TRIP_BOARD, { variables, fetchPolicy: 'cache-and-network' });
  useLive({ TRIP: 'any', RESERVATION: 'any' }, () => refetch());
  const { busy, refusal, failed, run } = useTripVerb();
  const [moveLeg] = useMutation(MOVE_LEG);
  const [changeTrip] = useMutation(CHANGE_TRIP);
  const [turnTrip] = useMutation(TURN_TRIP);

  const go = (to: Day) => setParams(to === today ? {} : { dag: to }, { replace: true });
  const seen = ({ id, version }: TripRow) => ({ id, version });

  async function move(legId: string, from: TripRow, to: TripRow | null) {
    await run(async () => {
      if (to) return (await moveLeg({ variables: { legId, from: seen(from), to: seen(to) } })).data?.moveLeg;
      const legIds = [...new Set(from.stops.map(({ leg }) => leg.id))].filter((id) => id !== legId);
      return (await changeTrip({ variables: { input: { ...seen(from), legIds } } })).data?.changeTrip;
    });
    await refetch();
  }

  async function publishAll(trips: readonly TripRow[]) {
    for (const trip of trips) {
      const done = await run(
        async () => (await turnTrip({ variables: { trip: seen(trip), state: 'PUBLISHED' } })).data?.turnTrip,
      );
      if (!done) break;
    }
    await refetch();
  }

  const board = data ?? previousData;
  const trips = board?.trips ?? [];
  const drafts = trips.filter(({ state, stops }) => state === 'DRAFT' && stops.length > 0);
  const open = (board?.legs.edges ?? [])
    .map(({ node }) => node)
    .filter(({ trip, arrived, pickUpAfter }) => !trip && !arrived && (!pickUpAfter || dayOf(Date.parse(pickUpAfter)) <= day));
  const sum = (of: (trip: TripRow) => number) => trips.reduce((total, trip) => total + of(trip), 0);
  return (
    <>
      <div className={styles.bar}>
        <Button variant="default" onClick={() => go(addDays(day, -1))}>
          {t('trips.dayBefore')}
        </Button>
        <Button variant="default" onClick={() => go(today)}>
          {t('trips.today')}
        </Button>
        <Button variant="default" onClick={() => go(addDays(day, 1))}>
          {t('trips.dayAfter')}
        </Button>
        <DateField label={t('trips.day')} value={day} onChange={(next) => next && go(next)} />
        {day >= today ? (
          <LinkButton variant="default" to={`/plannen/nieuw?soort=ritten&van=${day}&tot=${addDays(day, 6)}`}>
            {t('trips.propose')}
          </LinkButton>
        ) : null}
        {drafts.length > 0 ? (
          <Button loading={busy} onClick={() => void publishAll(drafts)}>
            {t('trips.publishAll', { count: drafts.length })}
          </Button>
        ) : null}
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {error && !board ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!board && !error ? <DelayedSkeleton count={3} height={180} /> : null}
      {board ? (
        <div className={styles.board}>
          <section aria-labelledby="trips-of-day">
            <h2 id="trips-of-day">{format.dayFull(day)}</h2>
            {trips.length === 0 ? <EmptyState van text={t('trips.none')} /> : null}
            {trips.length > 0 ? (
              <>
                <p className={styles.sum}>
                  {t('trips.sum', { count: trips.length })} · {format.km(sum(({ km }) => km))} ·{' '}
                  {t('trips.emptyPart', {
                    percent: Math.round(
                      (100 * sum(({ figures }) => figures.emptyKm)) /
                        Math.max(
                          1,
                          sum(({ km }) => km),
                        ),
                    ),
                  })}{' '}
                  · {format.minutes(sum(({ figures }) => figures.minutes))} ·{' '}
                  {format.euro(String(sum(({ figures }) => Number(figures.cents))))} ·{' '}
                  {t('trips.co2', {
                    kg: format.number(
                      sum(({ figures }) => figures.co2Kg),
                      1,
                    ),
                  })}
                </p>
                <ListBar list="ritten" variables={{ from: day, to: day }} />
                <div className={styles.trips}>
                  {trips.map((trip) => (
                    <TripCard
                      key={trip.id}
                      trip={trip}
                      others={trips.filter(({ id, state }) => id !== trip.id && state === 'DRAFT')}
                      busy={busy}
                      onMove={(...moved) => void move(...moved)}
                      onDrop={(legId, fromId) => {
                        const from = trips.find(({ id }) => id === fromId);
                        if (from && trip.state === 'DRAFT') void move(legId, from, trip);
                      }}
                    />
                  ))}
                </div>
              </>
            ) : null}
          </section>
          <aside className={styles.side}>
            {board.tripEvents.length > 0 ? (
              <section aria-labelledby="trip-events">
                <h2 id="trip-events">{t('trips.waits', { count: board.tripEvents.length })}</h2>
                <EventList events={board.tripEvents} onSettled={() => void refetch()} />
              </section>
            ) : null}
            <section aria-labelledby="new-trip">
              <h2 id="new-trip">{t('trips.newTrip')}</h2>
              {day < today ? (
                <p className={styles.muted}>{t('trips.past')}</p>
              ) : (
                <TripForm key={day} day={day} board={board} open={open} onDone={() => void refetch()} />
              )}
            </section>
          </aside>
        </div>
      ) : null}
    </>
  );
}
