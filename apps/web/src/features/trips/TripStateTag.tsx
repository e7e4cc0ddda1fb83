import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { timeOf } from '@karavaan/domain';
import type { TripRow } from './trips.graphql.js';

const TONES: Record<TripRow['state'], Tone> = { DRAFT: 'grey', PUBLISHED: 'blue', DONE: 'green', CANCELLED: 'red' };

/** How far a trip is; of a published one whether its driver has it on the phone. */
export function TripStateTag({ trip: { state, seenAt, seenVersion, version, stops } }: { trip: TripRow }) {
  const { t } = useTranslation();
  const done = stops.filter(({ doneAt }) => doneAt !== null).length;
  const words =
    state !== 'PUBLISHED'
      ? t(`trips.state_${state}`)
      : done > 0
        ? t('trips.underWay', { done, count: stops.length })
        : seenAt && seenVersion === version
          ? t('trips.seen', { time: timeOf(Date.parse(seenAt)) })
          : t('trips.unseen');
  return (
    <StatusTag tone={state === 'PUBLISHED' && done === stops.length && done > 0 ? 'green' : TONES[state]}>{words}</StatusTag>
  );
}
