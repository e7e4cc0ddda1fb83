import type { EntityManager } from 'typeorm';
import { refuse } from '../../../platform/refuse.js';
import type { By } from '../../../reservations/with-reservation.js';
import { makeTrip } from '../../trips/plan-trip.js';
import { lockLegs } from '../../trips/write-trip.js';
import type { TripDetails } from '../trips/plan-trips.js';
import type { ProposalItem } from './proposal-item.entity.js';

/** Makes a proposed trip true as a draft, as a planner does by hand, when its legs are still what they were. */
export async function applyTrip(tx: EntityManager, by: By, { firstDay, details }: ProposalItem): Promise<void> {
  const { vehicleId, driverId, helperId, stops, legs } = details as TripDetails;
  const now = await lockLegs(
    tx,
    legs.map(({ id }) => id),
  );
  const changed = now.find(({ id, version }) => legs.find((each) => each.id === id)?.version !== version);
  if (changed) refuse('STATE_CHANGED', { unitId: changed.unitId, reservationId: changed.reservationId });
  await makeTrip(tx, by, { day: firstDay, vehicleId, driverId, helperId, legs: now, order: stops });
}
