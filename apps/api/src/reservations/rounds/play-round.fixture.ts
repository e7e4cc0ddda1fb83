import { addDays, dayOf, daysBetween } from '@karavaan/domain';
import type { DataSource } from 'typeorm';
import { dayAhead } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { allocateRound } from './allocate-round.js';
import { closeRound, planRound } from './plan-round.js';
import { publishRound } from './publish-round.js';
import type { By } from '../with-reservation.js';

export interface Given {
  readonly unitId: string;
  readonly siteId: string;
  /** Days after the first Monday of the model. */
  readonly first: number;
  readonly last: number;
  readonly reservationId: string;
}

/** A whole round over all open requests of a model: opened, closed, shared out and published; gives what it placed. */
export async function playRound(
  database: DataSource,
  planner: By,
  { key, modelCode, horizon }: { key: string; modelCode: string; horizon: number },
): Promise<Given[]> {
  const today = dayOf(Date.now());
  const id = await inTransaction(database, (tx) =>
    planRound(tx, planner, {
      idempotencyKey: `plan-${key}`,
      name: 'round',
      modelCodes: [modelCode],
      opensOn: today,
      closesOn: addDays(today, 1),
      firstDay: dayAhead(0),
      lastDay: dayAhead(horizon + 6),
      capPlacements: 2,
      capDays: null,
      weightServed: 50,
      weightAccess: 0,
      weightGroup: 0,
    }),
  );
  await inTransaction(database, (tx) => closeRound(tx, planner, { id, version: 1 }));
  await inTransaction(database, (tx) => allocateRound(tx, planner, { id, version: 2 }));
  await inTransaction(database, (tx) => publishRound(tx, planner, { idempotencyKey: `publish-${key}`, id, version: 3 }));
  const rows = await database.query<{ unitId: string; siteId: string; first: string; last: string; reservationId: string }[]>(
    `SELECT p.unit_id AS "unitId", r.site_id AS "siteId", p.first_day::text AS first, p.last_day::text AS last, r.id AS "reservationId"
       FROM round_placement p JOIN request q ON q.id = p.request_id JOIN reservation r ON r.id = q.reservation_id
      WHERE p.round_id = $1 AND p.outcome = 'PLACED' ORDER BY p.request_id`,
    [id],
  );
  return rows.map((row) => ({ ...row, first: daysBetween(dayAhead(0), row.first), last: daysBetween(dayAhead(0), row.last) }));
}
