import type { EntityManager } from 'typeorm';
import { once } from '../platform/idempotency.js';
import { createReservation } from './create-reservation.js';
import type { HoldInput } from './reservation.inputs.js';
import type { By } from './with-reservation.js';

/** Claims units for a short while, so that a form can be filled in. Gives the reservation's id. */
export function holdKit(tx: EntityManager, by: By, input: HoldInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'holdKit', input, async () => {
    const details = input.groupSize === undefined ? {} : { groupSize: input.groupSize };
    const reservation = await createReservation(tx, by, { ...input, details }, { state: 'HELD', action: 'reservation.hold' });
    return reservation.id;
  });
}
