import { MOST_OCCURRENCES } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { requireUuid } from '../../placement/ask.js';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import type { RefusalCode } from '../../platform/graphql/enums.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { once } from '../../platform/idempotency.js';
import { Refused, refuse } from '../../platform/refuse.js';
import { bookingOrganisation, createReservation, type Wish } from '../create-reservation.js';
import { checkDetails } from '../details.js';
import { type By, requireAllowed } from '../with-reservation.js';
import { mailSeries } from './mail-series.js';
import { ReservationSeries, SeriesOccurrence } from './series.entities.js';
import type { BookSeriesInput, OccurrenceInput } from './series.inputs.js';

type Outcome =
  | { readonly reservationId: string; readonly refused: null }
  | { readonly reservationId: null; readonly refused: RefusalCode };

/**
 * Books the occurrences of a series, each through the guard of every reservation: all of them or none, or those that can
 * be, with the reason of the others kept. Gives the series' id.
 * @throws Refused what stands in the way: of the first that cannot be for ALL, of all when not even one can be
 */
export function bookSeries(tx: EntityManager, by: By, input: BookSeriesInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'bookSeries', input, async () => {
    const { kind, mode, occurrences } = input;
    if (occurrences.length < 2 || occurrences.length > MOST_OCCURRENCES)
      refuse('INVALID_INPUT', { field: 'occurrences', available: String(MOST_OCCURRENCES) });
    const organisationId = await bookingOrganisation(tx, by.actor, input.organisationId);
    requireAllowed(by.actor, 'reservation.submit', { organisationId });
    const details = checkDetails(input.details);
    // All units first, in the one order that every write keeps.
    await lockUnits(tx, [...new Set(occurrences.map(({ unitId }) => requireUuid(unitId, 'unitId')))]);

    const outcomes: Outcome[] = [];
    const refusals: Refusal[] = [];
    for (const occurrence of occurrences) {
      const outcome = await book(tx, by, { ...wishOf(occurrence), organisationId, details });
      if (typeof outcome === 'string') outcomes.push({ reservationId: outcome, refused: null });
      else {
        if (mode === 'ALL') throw new Refused(outcome);
        refusals.push(outcome);
        outcomes.push({ reservationId: null, refused: outcome.reasons[0]!.code });
      }
    }
    if (refusals.length === occurrences.length) throw new Refused(refusals[0]!);

    const { identifiers } = await tx.insert(ReservationSeries, {
      organisationId,
      requesterId: by.actor.personId!,
      kind,
      purpose: details.purpose ?? null,
    });
    const seriesId = (identifiers[0] as { id: string }).id;
    await tx.insert(
      SeriesOccurrence,
      occurrences.map(({ unitId, siteId, firstDay, lastDay }, at) => ({
        seriesId,
        position: at + 1,
        unitId,
        siteId,
        firstDay,
        lastDay,
        ...outcomes[at]!,
      })),
    );
    await recordAudit(tx, by.actor, {
      action: 'series.book',
      entity: 'reservation_series',
      entityId: seriesId,
      after: { organisationId, kind, mode, booked: occurrences.length - refusals.length, refused: refusals.length },
    });
    await mailSeries(tx, by.settings, 'seriesSubmitted', seriesId);
    return seriesId;
  });
}

const wishOf = ({ unitId, siteId, firstDay, lastDay }: OccurrenceInput) => ({ unitIds: [unitId], siteId, firstDay, lastDay });

/** One occurrence in a savepoint: its id, or why not. */
async function book(tx: EntityManager, by: By, wish: Wish): Promise<string | Refusal> {
  try {
    const made = await tx.transaction((savepoint) =>
      createReservation(savepoint, by, wish, { state: 'SUBMITTED', action: 'reservation.submit' }),
    );
    return made.id;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
