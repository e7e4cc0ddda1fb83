import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { recordAudit } from '../../../platform/audit.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { refuse } from '../../../platform/refuse.js';
import { BudgetLine, BudgetVersion, BudgetVersionLine } from '../../funding/funding.entities.js';
import { addBudgetLine } from '../../funding/save-line.js';
import { addBudgetVersion } from '../../funding/save-version.js';
import { lockLines } from '../../ledger/post.js';
import { requireOfficer } from '../../officer.js';
import { recordPayment } from '../../paying/record-payment.js';
import type { Rubric } from '../../enums.js';
import { BudgetImport } from './budget-import.entity.js';
import type { JudgedRow } from './judged-row.js';

/**
 * Writes all rows of a preview or none: when one is wrong, or when the ledger refuses one, with its line (`field`: line 7).
 * Payments become payments; a budget becomes new lines and a draft of a version that a second person makes the active one.
 * Doing it twice writes once. Refuses also STATE_CHANGED, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, INVALID_INPUT.
 */
export async function confirmTable(tx: EntityManager, actor: Actor, id: string): Promise<BudgetImport> {
  requireOfficer(actor);
  const run = isUuid(id) ? await tx.findOne(BudgetImport, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!run) refuse('NOT_FOUND', { field: 'id' });
  if (run.state === 'DONE') return run;
  const wrong = run.rows.filter(({ does }) => does === 'WRONG').length;
  if (wrong > 0 || run.kind === 'EXTERNAL_LEDGER') refuse('INVALID_INPUT', { field: 'rows', available: String(wrong) });
  if (run.kind === 'PAYMENTS') await writePayments(tx, actor, run);
  else await writeBudget(tx, actor, run);
  const changes = { state: 'DONE' as const, doneAt: new Date() };
  await tx.update(BudgetImport, { id }, changes);
  await recordAudit(tx, actor, {
    action: 'budgetImport.confirm',
    entity: 'budget_import',
    entityId: id,
    after: { kind: run.kind, fileName: run.fileName, rows: run.rows.length },
  });
  return Object.assign(run, changes);
}

async function writePayments(tx: EntityManager, actor: Actor, { id, rows }: BudgetImport): Promise<void> {
  const made = rows.filter(({ does }) => does === 'NEW');
  // All lines at once and in one order: two imports wait for each other instead of halfway.
  const lines = await tx.query<{ id: string }[]>(
    'SELECT DISTINCT line_id AS id FROM invoice_part WHERE invoice_id = ANY($1::uuid[])',
    [made.map(({ data }) => data['invoiceId'])],
  );
  await lockLines(tx, lines.map((line) => line.id).toSorted());
  await requireUnpaidSince(tx, made, id);
  for (const { line, cents, data } of made)
    await recordPayment(tx, actor, {
      idempotencyKey: `import-${id}-${line}`,
      invoiceId: data['invoiceId']!,
      paidOn: data['paidOn']!,
      cents: BigInt(cents!),
      reference: data['reference'] ?? '',
    });
}

/** What somebody else paid since the preview would be paid twice. */
async function requireUnpaidSince(tx: EntityManager, rows: readonly JudgedRow[], id: string): Promise<void> {
  const [{ later }] = await tx.query<[{ later: number }]>(
    `SELECT count(*)::int AS later FROM payment p JOIN budget_import b ON b.id = $2
      WHERE p.invoice_id = ANY($1::uuid[]) AND p.created_at > b.created_at`,
    [rows.map(({ data }) => data['invoiceId']), id],
  );
  if (later > 0) refuse('STATE_CHANGED');
}

async function writeBudget(tx: EntityManager, actor: Actor, { id, rows, agreementId, fileName }: BudgetImport): Promise<void> {
  const cents = new Map<string, bigint>();
  // What the file does not name keeps the budget it has.
  const active = await tx.findOneBy(BudgetVersion, { agreementId: agreementId!, state: 'ACTIVE' });
  if (active) for (const line of await tx.findBy(BudgetVersionLine, { versionId: active.id })) cents.set(line.lineId, line.cents);
  for (const row of rows) {
    const { code, name, rubric } = row.data;
    const known = await tx.findOneBy(BudgetLine, { agreementId: agreementId!, code: code! });
    const lineId =
      row.data['lineId'] ??
      known?.id ??
      (await addBudgetLine(tx, actor, {
        idempotencyKey: `import-${id}-${row.line}`,
        agreementId: agreementId!,
        code: code!,
        name: name!,
        rubric: rubric as Rubric,
      }));
    cents.set(lineId, BigInt(row.cents!));
  }
  await addBudgetVersion(tx, actor, {
    idempotencyKey: `import-${id}-version`,
    agreementId: agreementId!,
    reason: fileName,
    lines: [...cents].map(([lineId, each]) => ({ lineId, cents: each })),
  });
}
