import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { MOST_PARTICIPANTS } from '../placement/ask.js';
import { refuse } from '../platform/refuse.js';
import type { Reservation } from './reservation.entity.js';
import { reckonHours } from './care/remind-inspections.js';
import type { ConsumableUseInput } from './consumables/consumables.types.js';
import { noteUse } from './consumables/note-use.js';
import type { GroupUseInput } from './usage/usage.input.js';
import { writeGroups } from './usage/write-groups.js';
import { type By, lockReservation, requireAllowed, requireNext, requireVersion, saveReservation } from './with-reservation.js';

/** At the return: who took part (in all, and by target group) and for how many hours the equipment was used. It ends the reservation. */
export async function reportUse(
  tx: EntityManager,
  by: By,
  input: {
    id: string;
    version: number;
    participants: number;
    hoursUsed: number;
    groups?: readonly GroupUseInput[];
    consumables?: readonly ConsumableUseInput[];
  },
): Promise<Reservation> {
  const { id, version, participants, hoursUsed } = input;
  if (!(participants >= 0 && participants <= MOST_PARTICIPANTS * 10)) refuse('INVALID_INPUT', { field: 'participants' });
  if (!(hoursUsed >= 0 && hoursUsed <= 24 * 60)) refuse('INVALID_INPUT', { field: 'hoursUsed' });
  const { reservation, unitIds } = await lockReservation(tx, by.actor, id);
  requireAllowed(by.actor, 'reservation.report', reservation);
  const state = requireNext(reservation, 'REPORT');
  requireVersion(reservation, version);
  if (reservation.firstDay > dayOf(Date.now()))
    refuse('STATE_CHANGED', { firstDay: reservation.firstDay, available: reservation.state });
  await noteUse(tx, by.actor, id, unitIds, input.consumables ?? []);
  await writeGroups(tx, by.actor, id, input.groups ?? [], participants);
  await tx.query(`UPDATE occupancy SET stay_state = 'RELEASED' WHERE reservation_id = $1 AND active AND kind = 'STAY'`, [id]);
  const saved = await saveReservation(tx, by.actor, 'reservation.report', reservation, { state, participants, hoursUsed });
  await reckonHours(tx, unitIds);
  return saved;
}
