import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import { SETTLE_EVENT, type Board } from './trips.graphql.js';
import styles from './trips.module.css';
import { useTripVerb } from './useTripVerb.js';

type Event = Omit<Board['tripEvents'][number], 'trip'> & {
  trip?: Board['tripEvents'][number]['trip'];
  settledAt?: string | null;
};

/** What happened to trips; what still waits for a planner has a button. */
export function EventList({ events, onSettled }: { events: readonly Event[]; onSettled?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, run } = useTripVerb();
  const [settleEvent] = useMutation(SETTLE_EVENT);
  const settle = async (id: string) => {
    if (await run(async () => (await settleEvent({ variables: { id } })).data?.settleEvent)) onSettled?.();
  };
  return (
    <ul className={styles.events}>
      {events.map(({ id, kind, minutes, note, happenedAt, byName, leg, trip, settledAt }) => (
        <li key={id}>
          <Icon name={kind === 'PUBLISHED' || settledAt ? 'info' : 'warning'} />
          <div>
            <strong>
              {t(`trips.event_${kind}`, { unit: leg?.unit.code ?? '', minutes: minutes === null ? '' : format.minutes(minutes) })}
            </strong>
            {note ? <p>{note}</p> : null}
            <span className={styles.muted}>
              {format.instant(happenedAt)}
              {byName ? ` · ${byName}` : ''}
              {trip ? ' · ' : ''}
              {trip ? (
                <Link to={`/ritten/${trip.id}`}>
                  {t('trips.name', { number: trip.number })}, {format.dayShort(trip.day)}
                </Link>
              ) : null}
            </span>
          </div>
          {onSettled && !settledAt ? (
            <Button variant="default" disabled={busy} onClick={() => void settle(id)}>
              {t('trips.settle')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
