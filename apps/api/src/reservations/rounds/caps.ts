import { capPassed, type DayRange, type Given } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { refuse } from '../../platform/refuse.js';
import type { Request } from '../requests/request.entity.js';
import { RequestRound } from './request-round.entity.js';

/** Locks the rounds that are not over and share out these days of a unit, in id order. */
export async function lockRounds(tx: EntityManager, unitId: string, { firstDay, lastDay }: DayRange): Promise<RequestRound[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM request_round r
      WHERE r.published_at IS NULL AND r.cancelled_at IS NULL AND r.first_day <= $3 AND r.last_day >= $2
        AND EXISTS (SELECT 1 FROM request_round_model rm JOIN equipment_unit u ON u.model_id = rm.model_id
                     WHERE rm.round_id = r.id AND u.id = $1)
      ORDER BY r.id FOR UPDATE OF r`,
    [unitId, firstDay, lastDay],
  );
  return rows.length ? tx.find(RequestRound, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } }) : [];
}

/** What was given in a round so far, as far as it still stands. */
export async function givenIn(tx: EntityManager, roundId: string): Promise<Given[]> {
  return tx.query(
    `SELECT q.organisation_id AS "organisationId", q.days FROM request q JOIN reservation r ON r.id = q.reservation_id
      WHERE q.round_id = $1 AND r.state NOT IN ('CANCELLED', 'REJECTED', 'EXPIRED')`,
    [roundId],
  );
}

/** Refuses CAP_REACHED. The round's row is locked, so that two placements cannot both be the last. */
export async function requireBelowCap(tx: EntityManager, round: RequestRound, { organisationId, days }: Request): Promise<void> {
  const caps = { placements: round.capPlacements, days: round.capDays };
  const passed = capPassed(organisationId, days, await givenIn(tx, round.id), caps);
  if (passed) refuse('CAP_REACHED', { available: String(caps[passed]) });
}
