import { findOverdraft } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { LineBalance } from '../ledger/ledger.entities.js';
import { said } from '../ledger/post.js';
import { requireId, requireOfficer, requireText } from '../officer.js';
import { Transfer } from './deciding.entities.js';

export interface TransferAsk {
  readonly idempotencyKey: string;
  readonly fromLineId: string;
  readonly toLineId: string;
  readonly cents: bigint;
  readonly reason: string;
}

/** Asks to move room between two lines of one agreement; nothing moves before somebody else agrees. Gives its id. */
export function requestTransfer(tx: EntityManager, actor: Actor, input: TransferAsk): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'requestTransfer', input, async () => {
    const { cents } = input;
    const fromLineId = requireId(input.fromLineId, 'fromLineId');
    const toLineId = requireId(input.toLineId, 'toLineId');
    if (cents <= 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(cents) });
    if (fromLineId === toLineId) refuse('INVALID_INPUT', { field: 'toLineId' });
    const lines = await tx.findBy(BudgetLine, { id: In([fromLineId, toLineId]) });
    if (lines.length !== 2) refuse('NOT_FOUND', { field: 'fromLineId' });
    if (lines[0]!.agreementId !== lines[1]!.agreementId) refuse('OTHER_AGREEMENT', { budgetLineId: toLineId });
    const available = (await tx.findOneBy(LineBalance, { lineId: fromLineId }))?.available ?? 0n;
    const short = findOverdraft([{ kind: 'TRANSFER_OUT', lineId: fromLineId, cents, from: null, to: null, reverses: null }], {
      of: () => available,
      on: () => 0n,
    });
    if (short) refuse('BUDGET_LINE_TOO_SMALL', { budgetLineId: fromLineId, needed: said(cents), available: said(available) });
    const fields = { fromLineId, toLineId, cents, reason: requireText(input.reason, 'reason') };
    const { identifiers } = await tx.insert(Transfer, { ...fields, requestedBy: actor.personId });
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, actor, { action: 'transfer.request', entity: 'transfer', entityId: id, after: fields });
    return id;
  });
}
