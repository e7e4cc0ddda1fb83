import { createHash } from 'node:crypto';
import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { refuse } from '../../../platform/refuse.js';
import { readTable, type FileTable } from '../../../platform/tables/read-table.js';
import { FundingAgreement } from '../../funding/funding.entities.js';
import { requireId, requireOfficer } from '../../officer.js';
import type { BudgetImportKind } from '../intake.enums.js';
import { BudgetImport } from './budget-import.entity.js';
import { BUDGET_COLUMNS, judgeBudget } from './judge-budget.js';
import { judgeExternal } from './judge-external.js';
import { judgePayments, PAYMENT_COLUMNS } from './judge-payments.js';
import { findColumns, type JudgedRow } from './judged-row.js';

const MOST_ROWS = 5_000;
/** What nobody confirmed is forgotten after a day. */
const FORGOTTEN = `created_at < now() - interval '1 day' AND state = 'PREVIEWED'`;

export interface TableToPreview {
  readonly id: string;
  readonly kind: BudgetImportKind;
  readonly agreementId: string | null;
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * Reads a table and says of each row what it would do; nothing of it is written. The same id with the same file is done once.
 * Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, INVALID_INPUT (`columns`: those that are missing), KEY_REUSED.
 * @throws {UnreadableFile}
 */
export async function previewTable(tx: EntityManager, actor: Actor, input: TableToPreview): Promise<BudgetImport> {
  requireOfficer(actor);
  const { id, kind, content } = input;
  if (!isUuid(id)) refuse('INVALID_INPUT', { field: 'id' });
  await tx.query(`DELETE FROM budget_import WHERE ${FORGOTTEN}`);
  const sha256 = createHash('sha256').update(content).digest();
  const earlier = await tx.findOneBy(BudgetImport, { id });
  if (earlier) {
    if (earlier.kind !== kind || !earlier.sha256.equals(sha256) || earlier.createdBy !== actor.personId) refuse('KEY_REUSED');
    return earlier;
  }
  const agreementId = kind === 'BUDGET' ? requireId(input.agreementId ?? '', 'agreementId') : null;
  if (agreementId && !(await tx.existsBy(FundingAgreement, { id: agreementId }))) refuse('NOT_FOUND', { field: 'agreementId' });
  const table = await readTable(content, MOST_ROWS);
  requireColumns(kind, table);
  const rows = await judgeTable(tx, { kind, agreementId }, table);
  await tx.insert(BudgetImport, {
    id,
    kind,
    fileName: input.fileName.trim().slice(-200) || '-',
    sha256,
    agreementId,
    rows: rows as never,
    fingerprint: fingerprintOf(rows),
    createdBy: actor.personId!,
  });
  return (await tx.findOneBy(BudgetImport, { id }))!;
}

/** What the rows would do now. */
export function judgeTable(
  tx: EntityManager,
  { kind, agreementId }: Pick<BudgetImport, 'kind' | 'agreementId'>,
  table: FileTable,
): Promise<JudgedRow[]> {
  if (kind === 'BUDGET') return judgeBudget(tx, table, agreementId!);
  return kind === 'PAYMENTS' ? judgePayments(tx, table, dayOf(Date.now())) : judgeExternal(tx, table);
}

export const fingerprintOf = (rows: readonly JudgedRow[]) =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url');

const NEEDED: Record<BudgetImportKind, readonly string[]> = {
  BUDGET: ['code', 'amount'],
  PAYMENTS: ['paidOn', 'amount'],
  EXTERNAL_LEDGER: ['invoice', 'paidOn', 'amount'],
};

function requireColumns(kind: BudgetImportKind, table: FileTable): void {
  const columns = kind === 'BUDGET' ? BUDGET_COLUMNS : PAYMENT_COLUMNS;
  const at = findColumns(table, columns);
  const missing = NEEDED[kind].filter((field) => at[field] === -1);
  if (missing.length > 0)
    refuse('INVALID_INPUT', { field: 'columns', available: missing.map((field) => columns[field]![0]).join(', ') });
}
