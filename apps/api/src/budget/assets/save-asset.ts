import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import { said } from '../ledger/post.js';
import { requireId, requireOfficer } from '../officer.js';
import { InvoiceLine } from '../papers/papers.entities.js';
import { Asset, AssetShare } from './assets.entities.js';

export interface AssetInput {
  readonly unitId: string;
  /** 0 for a unit that was no asset yet. */
  readonly version: number;
  readonly insuredCents?: bigint | null;
  readonly depreciationYears: number;
  readonly depreciatesFrom?: string | null;
  readonly shares: readonly { readonly invoiceLineId: string; readonly basisPoints: number }[];
}

/** Says what paid for a unit and what it is worth; no invoice line pays for more than the whole of itself. */
export async function saveAsset(tx: EntityManager, actor: Actor, input: AssetInput): Promise<Asset> {
  requireOfficer(actor);
  const { insuredCents = null, depreciationYears, depreciatesFrom = null } = input;
  const unitId = requireId(input.unitId, 'unitId');
  const unit = await tx.findOne(EquipmentUnit, { where: { id: unitId }, lock: { mode: 'pessimistic_read' } });
  if (!unit) refuse('NOT_FOUND', { field: 'unitId' });
  if (insuredCents !== null && insuredCents < 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(insuredCents) });
  if (!Number.isInteger(depreciationYears) || depreciationYears < 1 || depreciationYears > 30)
    refuse('INVALID_INPUT', { field: 'depreciationYears' });
  const before = await tx.findOne(Asset, { where: { unitId }, lock: { mode: 'pessimistic_write' } });
  if ((before?.version ?? 0) !== input.version) refuse('STATE_CHANGED');
  const fields = { insuredCents, depreciationYears, depreciatesFrom, version: input.version + 1 };
  await tx.upsert(Asset, { unitId, ...fields }, ['unitId']);
  await saveShares(tx, unitId, input.shares);
  const after = { ...fields, shares: input.shares };
  await recordAudit(tx, actor, { action: 'asset.save', entity: 'asset', entityId: unitId, before, after });
  return (await tx.findOneBy(Asset, { unitId }))!;
}

async function saveShares(tx: EntityManager, unitId: string, shares: AssetInput['shares']): Promise<void> {
  const ids = shares.map(({ invoiceLineId }) => requireId(invoiceLineId, 'shares'));
  if (new Set(ids).size !== ids.length) refuse('INVALID_INPUT', { field: 'shares' });
  // In the order of their ids, so that two units of one line follow one another.
  const lines = await tx.find(InvoiceLine, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  if (lines.length !== ids.length) refuse('NOT_FOUND', { field: 'shares' });
  await tx.delete(AssetShare, { unitId });
  for (const { invoiceLineId, basisPoints } of shares) {
    if (!Number.isInteger(basisPoints) || basisPoints < 1) refuse('INVALID_INPUT', { field: 'shares' });
    const others = (await tx.sum(AssetShare, 'basisPoints', { invoiceLineId })) ?? 0;
    if (others + basisPoints > 10_000) refuse('OVER_ALLOCATED', { field: 'shares', available: String((10_000 - others) / 100) });
  }
  if (shares.length > 0)
    await tx.insert(
      AssetShare,
      shares.map((share) => ({ ...share, unitId })),
    );
}
