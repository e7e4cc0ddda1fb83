import { can, judgeAuthorisation } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { Person } from '../../people/person.entity.js';
import { refuse } from '../../platform/refuse.js';

interface Row {
  readonly unitId: string;
  readonly held: { grantedOn: string; validUntil: string | null }[];
}

/** One row for each model among the units that asks for an authorisation, with those that the person has. */
const HELD_SQL = `
SELECT DISTINCT ON (m.id) u.id AS "unitId",
       coalesce((SELECT json_agg(json_build_object('grantedOn', a.granted_on, 'validUntil', a.valid_until))
                   FROM authorisation a
                  WHERE a.model_id = m.id AND a.person_id = $2 AND a.revoked_at IS NULL), '[]') AS held
  FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id JOIN authorisation_rule r ON r.model_id = m.id
 WHERE u.id = ANY($1::uuid[])
 ORDER BY m.id, u.id`;

/** Refuses when a model among the units asks for an authorisation that the person does not have until the last day. */
export async function requireAuthorised(
  tx: EntityManager,
  personId: string,
  unitIds: readonly string[],
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): Promise<void> {
  const rows = await tx.query<Row[]>(HELD_SQL, [unitIds, personId]);
  for (const { unitId, held } of rows) {
    const verdict = judgeAuthorisation(held, firstDay, lastDay);
    if (verdict.kind === 'MISSING') refuse('AUTHORISATION_MISSING', { unitId });
    if (verdict.kind === 'ENDS') refuse('AUTHORISATION_ENDS', { unitId, lastDay: verdict.validUntil });
  }
}

/** The same for who books. A planner who acts for somebody decides knowingly. */
export async function requireAuthorisedBooker(
  tx: EntityManager,
  actor: Actor,
  personId: string,
  unitIds: readonly string[],
  days: { firstDay: string; lastDay: string },
): Promise<void> {
  if (!can(actor, 'reservation.override')) await requireAuthorised(tx, personId, unitIds, days);
}

/**
 * The same again when the equipment leaves, since an authorisation may have ended or been taken back since the booking. What a
 * planner booked or hands over was decided knowingly.
 * @param day when it leaves
 */
export async function requireStillAuthorised(
  tx: EntityManager,
  actor: Actor,
  { requesterId, lastDay }: { requesterId: string; lastDay: string },
  unitIds: readonly string[],
  day: string,
): Promise<void> {
  const { role, organisationId } = await tx.findOneByOrFail(Person, { id: requesterId });
  if (can({ role, organisationId }, 'reservation.override')) return;
  await requireAuthorisedBooker(tx, actor, requesterId, unitIds, { firstDay: day, lastDay: day > lastDay ? day : lastDay });
}
