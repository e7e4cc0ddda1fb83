import { periodOfDays } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { Instructor } from '../../equipment/instructors/instructor.entities.js';
import { freeInstructors, takeInstructors } from '../../placement/book-instructors.js';
import { Instruction } from '../../placement/instruction.entity.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import type { Reservation } from '../reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireVersion, saveReservation } from '../with-reservation.js';

const MOST = 5;
const OPEN = ['HELD', 'SUBMITTED', 'CONFIRMED'];

/**
 * A planner says who comes along, instead of who did; nobody when empty. Where and when somebody works is theirs to weigh, but
 * nobody is in two places: the constraint refuses INSTRUCTOR_TAKEN.
 */
export async function assignInstructors(
  tx: EntityManager,
  by: By,
  { id, version, personIds }: { id: string; version: number; personIds: readonly string[] },
): Promise<Reservation> {
  const { reservation, unitIds } = await lockReservation(tx, by.actor, id);
  requireAllowed(by.actor, 'reservation.adjust', reservation);
  requireVersion(reservation, version);
  if (!OPEN.includes(reservation.state)) refuse('STATE_CHANGED', { reservationId: id, available: reservation.state });
  const wanted = [...new Set(personIds)].toSorted();
  if (wanted.length > MOST || !wanted.every(isUuid)) refuse('INVALID_INPUT', { field: 'personIds', available: String(MOST) });
  const found = await tx
    .createQueryBuilder(Instructor, 'i')
    .where({ personId: In(wanted), active: true })
    .orderBy('i.person_id')
    .setLock('for_no_key_update')
    .getMany();
  if (found.length !== wanted.length) refuse('NOT_FOUND', { field: 'personIds' });
  const able = await tx.query<{ personId: string }[]>(
    `SELECT DISTINCT q.person_id AS "personId" FROM instructor_model q JOIN equipment_unit u ON u.model_id = q.model_id
      WHERE u.id = ANY($1::uuid[]) AND q.person_id = ANY($2::uuid[])`,
    [unitIds, wanted],
  );
  if (able.length !== wanted.length) refuse('INVALID_INPUT', { field: 'personIds' });
  const before = (await tx.findBy(Instruction, { reservationId: id, active: true })).map(({ personId }) => personId);
  await freeInstructors(
    tx,
    id,
    before.filter((each) => !wanted.includes(each)),
  );
  const come = wanted.filter((each) => !before.includes(each));
  if (come.length > 0) await takeInstructors(tx, id, come, periodOfDays(reservation.firstDay, reservation.lastDay));
  return saveReservation(tx, by.actor, 'reservation.instructors', reservation, {});
}
