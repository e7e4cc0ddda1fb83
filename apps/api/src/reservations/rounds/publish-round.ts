import type { EntityManager } from 'typeorm';
import { lockUnits } from '../../placement/write-stays.js';
import { once } from '../../platform/idempotency.js';
import { Refused, refuse } from '../../platform/refuse.js';
import { refusalFromConstraint } from '../../database/constraint-refusals.js';
import { mailRequest } from '../requests/mail-request.js';
import { giveSlot } from '../requests/place-request.js';
import { Request } from '../requests/request.entity.js';
import type { By } from '../with-reservation.js';
import type { RequestRound } from './request-round.entity.js';
import { RoundPlacement } from './round-placement.entity.js';
import { notPlacedReason } from './not-placed-reason.js';
import { stateOfRound } from './state-of-round.js';
import { lockRound, saveRound } from './with-round.js';

export interface PublishInput {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly version: number;
}

/**
 * Makes the allocation true, once: each placement through the guard of a booking, and what no longer goes is named and
 * stays open. Then what the round leaves is for who comes first, and every requester is told. Gives the round's id.
 */
export function publishRound(tx: EntityManager, by: By, input: PublishInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'publishRound', input, async () => {
    const planned = await tx.findBy(RoundPlacement, { roundId: input.id, kind: 'PLACED' });
    // All units first, in id order, then the round, then the requests: the one order that every write keeps.
    await lockUnits(
      tx,
      planned.map(({ unitId }) => unitId!),
    );
    const round = await lockRound(tx, by.actor, input.id, input.version);
    if (stateOfRound(round) !== 'CLOSED' || !round.allocatedAt) refuse('STATE_CHANGED', { available: stateOfRound(round) });
    const rows = await tx.find(RoundPlacement, { where: { roundId: round.id }, order: { requestId: 'ASC' } });
    for (const row of rows) {
      const { outcome, refusalCodes } = await settle(tx, by, round, row);
      await tx.update(RoundPlacement, { roundId: round.id, requestId: row.requestId }, { outcome, refusalCodes });
      if (outcome === 'PLACED' || outcome === 'NOT_OPEN') continue;
      await mailRequest(tx, by.settings, 'requestNotPlaced', row.requestId, { reason: notPlacedReason(row) });
    }
    await saveRound(tx, by.actor, 'round.publish', round, { publishedAt: new Date() });
    return round.id;
  });
}

type Settled = Pick<RoundPlacement, 'outcome' | 'refusalCodes'>;

/** One placement in a savepoint of its own: refused, nothing of it stays, and the others do. */
async function settle(tx: EntityManager, by: By, round: RequestRound, row: RoundPlacement): Promise<Settled> {
  const request = await tx.findOne(Request, { where: { id: row.requestId }, lock: { mode: 'pessimistic_write' } });
  if (request?.state !== 'OPEN') return { outcome: 'NOT_OPEN', refusalCodes: [] };
  if (row.kind !== 'PLACED') return { outcome: null, refusalCodes: [] };
  await tx.query('SAVEPOINT placement');
  try {
    await giveSlot(tx, by, request, { unitId: row.unitId!, firstDay: row.firstDay! }, round);
    await tx.query('RELEASE SAVEPOINT placement');
    return { outcome: 'PLACED', refusalCodes: [] };
  } catch (error) {
    const code = refusalFromConstraint(error);
    if (!(error instanceof Refused) && !code) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT placement');
    const codes = error instanceof Refused ? error.refusal.reasons.map((reason) => reason.code) : [code!];
    return { outcome: 'REFUSED', refusalCodes: codes };
  }
}
