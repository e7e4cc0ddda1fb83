import type { EntityManager } from 'typeorm';
import { once } from '../platform/idempotency.js';
import { createReservation } from './create-reservation.js';
import { checkDetails } from './details.js';
import { mailAbout } from './mail-about.js';
import type { ReserveInput } from './reservation.inputs.js';
import type { By } from './with-reservation.js';

/** Holds and submits in one step. Gives the reservation's id. */
export function reserveKit(tx: EntityManager, by: By, input: ReserveInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'reserveKit', input, async () => {
    const wish = { ...input, details: checkDetails(input.details) };
    const reservation = await createReservation(tx, by, wish, { state: 'SUBMITTED', action: 'reservation.submit' });
    await mailAbout(tx, by, 'submitted', reservation);
    return reservation.id;
  });
}
