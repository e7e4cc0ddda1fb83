import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { said } from '../ledger/post.js';
import { requireOfficer, requireText } from '../officer.js';
import { lockRow, lockVersion, saveVersion } from '../save.js';
import { BudgetLine, BudgetVersion, BudgetVersionLine, FundingAgreement } from './funding.entities.js';
import type { VersionLineInput } from './funding.inputs.js';

interface VersionInput {
  readonly reason: string;
  readonly lines: readonly VersionLineInput[];
}

/** Plans how an agreement is divided over its lines; it counts once a second person makes it the active one. Gives its id. */
export function addBudgetVersion(
  tx: EntityManager,
  actor: Actor,
  input: VersionInput & { idempotencyKey: string; agreementId: string },
): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'addBudgetVersion', input, async () => {
    const agreement = await lockRow(tx, FundingAgreement, input.agreementId, 'agreementId');
    const lines = await check(tx, agreement, input);
    const number = (await tx.maximum(BudgetVersion, 'number', { agreementId: agreement.id })) ?? 0;
    const { identifiers } = await tx.insert(BudgetVersion, {
      agreementId: agreement.id,
      number: number + 1,
      reason: requireText(input.reason, 'reason'),
      createdBy: actor.personId,
    });
    const { id } = identifiers[0] as { id: string };
    await tx.insert(
      BudgetVersionLine,
      lines.map((line) => ({ ...line, versionId: id })),
    );
    const after = { agreementId: agreement.id, number: number + 1, reason: input.reason, lines };
    await recordAudit(tx, actor, { action: 'budgetVersion.add', entity: 'budget_version', entityId: id, after });
    return id;
  });
}

/** Changes a draft; what is active or closed stays as it is. */
export async function changeBudgetVersion(
  tx: EntityManager,
  actor: Actor,
  input: VersionInput & { id: string; version: number },
): Promise<BudgetVersion> {
  requireOfficer(actor);
  const version = await lockVersion(tx, BudgetVersion, input.id, input.version);
  if (version.state !== 'DRAFT') refuse('VERSION_CLOSED', { available: String(version.number) });
  const agreement = await lockRow(tx, FundingAgreement, version.agreementId);
  const lines = await check(tx, agreement, input);
  await tx.update(BudgetVersionLine, { versionId: version.id }, { cents: 0n });
  await tx.upsert(
    BudgetVersionLine,
    lines.map((line) => ({ ...line, versionId: version.id })),
    ['versionId', 'lineId'],
  );
  // Who changed it last answers for it: the other one approves.
  const changes = { reason: requireText(input.reason, 'reason'), createdBy: actor.personId };
  return saveVersion(tx, actor, 'budgetVersion.change', BudgetVersion, version, changes);
}

async function check(tx: EntityManager, agreement: FundingAgreement, { lines }: VersionInput) {
  const ids = lines.map(({ lineId }) => lineId);
  if (ids.length === 0 || new Set(ids).size !== ids.length) refuse('INVALID_INPUT', { field: 'lines' });
  const known = await tx.findBy(BudgetLine, { id: In(ids), agreementId: agreement.id });
  if (known.length !== ids.length) refuse('NOT_FOUND', { field: 'lines' });
  const negative = lines.find(({ cents }) => cents < 0n);
  if (negative) refuse('AMOUNT_NOT_POSITIVE', { budgetLineId: negative.lineId, needed: said(negative.cents) });
  const sum = lines.reduce((all, { cents }) => all + cents, 0n);
  if (sum > agreement.amountCents) refuse('AGREEMENT_TOO_SMALL', { needed: said(sum), available: said(agreement.amountCents) });
  return lines.map(({ lineId, cents }) => ({ lineId, cents }));
}
