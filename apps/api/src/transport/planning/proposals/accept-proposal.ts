import { In, type DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../../../database/transaction.js';
import { lockUnits } from '../../../placement/write-stays.js';
import { recordAudit } from '../../../platform/audit.js';
import { Refusal, type RefusalReason } from '../../../platform/graphql/refusal.js';
import { once } from '../../../platform/idempotency.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { Refused, refuse } from '../../../platform/refuse.js';
import { runVerb } from '../../../reservations/run-verb.js';
import { type By, requireAllowed } from '../../../reservations/with-reservation.js';
import { applyPlacement } from './apply-placement.js';
import { applyTrip } from './apply-trip.js';
import { applyMove, releaseMoves } from './apply-move.js';
import { reasonsOf } from './reasons-of.js';
import { Proposal } from './proposal.entity.js';
import { ProposalItem } from './proposal-item.entity.js';

export interface AcceptInput {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly itemIds: readonly string[];
}

const MOST_ITEMS = 500;

/** What could not be accepted, by part; thrown so that nothing of the others stays either. */
class PartsRefused extends Refused {
  constructor(readonly parts: ReadonlyMap<ProposalItem, readonly RefusalReason[]>) {
    super(Refusal.because([...parts.values()].flat()));
  }
}

/**
 * Makes parts of a proposal true, all of them in one transaction or none, each through the guard of a booking by hand. When
 * something changed meanwhile nothing is done, and the parts that no longer go are marked with the reason. Gives the
 * proposal's id.
 */
export async function acceptProposal(dataSource: DataSource, by: By, input: AcceptInput): Promise<{ id: string } | Refusal> {
  let refused: PartsRefused['parts'] | undefined;
  const result = await runVerb(dataSource, by.settings, async (tx) => {
    try {
      refused = undefined;
      return { id: await acceptIn(tx, by, input) };
    } catch (error) {
      if (error instanceof PartsRefused) refused = error.parts;
      throw error;
    }
  });
  if (refused) await markStale(dataSource, refused);
  return result;
}

export function acceptIn(tx: EntityManager, by: By, input: AcceptInput): Promise<string> {
  const { idempotencyKey, ...what } = input;
  return once(tx, by.actor, idempotencyKey, 'acceptProposal', what, async () => {
    requireAllowed(by.actor, 'plan.make', {});
    const ids = [...new Set(input.itemIds)];
    if (ids.length === 0 || ids.length > MOST_ITEMS || !ids.every(isUuid))
      refuse('INVALID_INPUT', { field: 'itemIds', available: String(MOST_ITEMS) });
    if (!isUuid(input.id)) refuse('NOT_FOUND', { field: 'id' });
    const wanted = await tx.find(ProposalItem, { where: { proposalId: input.id, id: In(ids) } });
    if (wanted.length !== ids.length) refuse('NOT_FOUND', { field: 'itemIds' });
    // All units first, in id order, then rounds, requests and reservations: the one order that every write keeps.
    await lockUnits(tx, [
      ...new Set(wanted.flatMap(({ unitId, before }) => [unitId, before?.unitId ?? null].filter((id) => id !== null))),
    ]);
    const proposal = await tx.findOne(Proposal, { where: { id: input.id }, lock: { mode: 'pessimistic_write' } });
    if (!proposal) refuse('NOT_FOUND', { field: 'id' });
    if (proposal.dismissedAt) refuse('STATE_CHANGED', { available: 'DISMISSED' });
    const items = await tx.find(ProposalItem, { where: { id: In(ids) }, order: { position: 'ASC' } });
    await applyAll(tx, by, items);
    await tx.update(
      ProposalItem,
      { id: In(ids) },
      { state: 'ACCEPTED', refusalCodes: [], decidedBy: by.actor.personId, decidedAt: new Date() },
    );
    await tx.update(Proposal, { id: proposal.id }, { version: proposal.version + 1 });
    await recordAudit(tx, by.actor, {
      action: 'plan.accept',
      entity: 'proposal',
      entityId: proposal.id,
      after: { items: items.map(({ position, kind, firstDay, unitId }) => ({ position, kind, firstDay, unitId })) },
    });
    return proposal.id;
  });
}

/** Each part in a savepoint of its own, so that all that do not go are known; one of them undoes everything. */
async function applyAll(tx: EntityManager, by: By, items: readonly ProposalItem[]): Promise<void> {
  const parts = new Map<ProposalItem, readonly RefusalReason[]>();
  const fresh = items.filter((item) => {
    if (item.state !== 'ACCEPTED') return true;
    parts.set(item, Refusal.of('STATE_CHANGED', { available: item.state }).reasons);
    return false;
  });
  // What moves leaves its place first, so that two bookings may change places.
  const moves = await releaseMoves(
    tx,
    by,
    fresh.filter(({ kind }) => kind === 'MOVE_RESERVATION'),
    (item, reasons) => parts.set(item, reasons),
  );
  for (const item of fresh) {
    if (parts.has(item)) continue;
    await tx.query('SAVEPOINT part');
    try {
      if (item.kind === 'PLACE_REQUEST') await applyPlacement(tx, by, item);
      else if (item.kind === 'MOVE_RESERVATION') await applyMove(tx, by, item, moves.get(item.id)!);
      else await applyTrip(tx, by, item);
      await tx.query('RELEASE SAVEPOINT part');
    } catch (error) {
      await tx.query('ROLLBACK TO SAVEPOINT part');
      parts.set(item, reasonsOf(error));
    }
  }
  if (parts.size > 0) throw new PartsRefused(parts);
}

/** Tells it on the proposal, for who looks at it next. What was accepted meanwhile stays so. */
async function markStale(dataSource: DataSource, parts: ReadonlyMap<ProposalItem, readonly RefusalReason[]>): Promise<void> {
  await inTransaction(dataSource, async (tx) => {
    const [first] = parts.keys();
    for (const [item, reasons] of [...parts].sort(([a], [b]) => (a.id < b.id ? -1 : 1))) {
      const refusalCodes = [...new Set(reasons.map(({ code }) => code))];
      await tx
        .createQueryBuilder()
        .update(ProposalItem)
        .set({ state: 'STALE', refusalCodes })
        .where(`id = :id AND state <> 'ACCEPTED'`, { id: item.id })
        .execute();
    }
    await tx.query('UPDATE proposal SET version = version + 1 WHERE id = $1', [first!.proposalId]);
  });
}

/** The planner does not want it: nothing of it can be accepted any more. */
export async function dismissProposal(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
): Promise<string> {
  requireAllowed(by.actor, 'plan.make', {});
  const proposal = isUuid(id) ? await tx.findOne(Proposal, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!proposal) refuse('NOT_FOUND', { field: 'id' });
  if (proposal.dismissedAt || proposal.version !== version)
    refuse('STATE_CHANGED', { available: proposal.dismissedAt ? 'DISMISSED' : null });
  const dismissedAt = new Date();
  await tx.update(Proposal, { id }, { dismissedAt, version: version + 1 });
  await recordAudit(tx, by.actor, {
    action: 'plan.dismiss',
    entity: 'proposal',
    entityId: id,
    before: { dismissedAt: null },
    after: { dismissedAt },
  });
  return id;
}
