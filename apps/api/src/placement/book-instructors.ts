import { accompaniedAt, chooseInstructors, type Ask, type UnitFacts, type World } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';

/** Instructors who may accompany one of the units, locked in the order of their ids: after the units, before the verdict. */
export async function lockInstructors(tx: EntityManager, unitIds: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT i.person_id FROM instructor i
      WHERE EXISTS (SELECT 1 FROM instructor_model q JOIN accompanied_model a ON a.model_id = q.model_id
                      JOIN equipment_unit u ON u.model_id = q.model_id
                     WHERE q.person_id = i.person_id AND u.id = ANY($1::uuid[]))
      ORDER BY i.person_id FOR NO KEY UPDATE`,
    [[...unitIds]],
  );
}

/**
 * Takes the time of who comes along with these units; who came along before stays where that can be. Of a reservation that a
 * planner let pass without, nobody's time is taken. The instructors are locked.
 */
export async function bookInstructors(
  tx: EntityManager,
  { reservationId, units, ask, siteId }: { reservationId: string; units: readonly UnitFacts[]; ask: Ask; siteId: string },
  world: World,
): Promise<void> {
  const models = [...new Map(units.filter((unit) => unit.instructors).map((unit) => [unit.modelId ?? unit.id, unit])).values()];
  const before = await tx.query<{ personId: string; same: boolean }[]>(
    `SELECT person_id AS "personId", during = tstzrange($2, $3) AS same FROM instruction WHERE reservation_id = $1 AND active`,
    [reservationId, new Date(ask.period.start), new Date(ask.period.end)],
  );
  if (models.length === 0 && before.length === 0) return;
  const loan = accompaniedAt(world.site(siteId), { ...ask, reservationId });
  const kept = before.map(({ personId }) => personId);
  const who =
    chooseInstructors(
      models.map((unit) => unit.instructors!),
      loan,
      kept,
    ) ?? [];
  const leave = before.filter(({ personId, same }) => !same || !who.includes(personId)).map(({ personId }) => personId);
  const come = who.filter((id) => !before.some(({ personId, same }) => same && personId === id));
  await freeInstructors(tx, reservationId, leave);
  if (come.length > 0) await takeInstructors(tx, reservationId, come, ask.period);
  if (leave.length > 0 || come.length > 0)
    await recordAudit(tx, null, {
      action: 'reservation.instructors',
      entity: 'reservation',
      entityId: reservationId,
      before: { instructorIds: kept },
      after: { instructorIds: who },
    });
}

/** Takes their time for a reservation. Of two who do so at once the constraint refuses one. */
export async function takeInstructors(
  tx: EntityManager,
  reservationId: string,
  personIds: readonly string[],
  period: { start: number; end: number },
): Promise<void> {
  // A hold whose time has passed takes nobody's any more; the constraint cannot ask the clock.
  await tx.query(
    `UPDATE instruction i SET active = false FROM reservation r
      WHERE r.id = i.reservation_id AND i.active AND i.person_id = ANY($1::uuid[])
        AND r.state = 'HELD' AND r.hold_expires_at <= clock_timestamp()`,
    [[...personIds]],
  );
  await tx.query(
    `INSERT INTO instruction (person_id, reservation_id, during) SELECT id, $2, tstzrange($3, $4) FROM unnest($1::uuid[]) id ORDER BY id`,
    [[...personIds], reservationId, new Date(period.start), new Date(period.end)],
  );
}

/** Gives the time back of some who would have come, or of all. */
export async function freeInstructors(
  tx: EntityManager,
  reservationId: string,
  personIds: readonly string[] | null = null,
): Promise<void> {
  await tx.query(
    `UPDATE instruction SET active = false
      WHERE reservation_id = $1 AND active AND ($2::uuid[] IS NULL OR person_id = ANY($2))`,
    [reservationId, personIds === null ? null : [...personIds]],
  );
}
