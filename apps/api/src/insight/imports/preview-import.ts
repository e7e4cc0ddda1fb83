import { missingColumns, SHAPES, type RecordKind } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import type { RowOutcome } from '../records/judge-records.js';
import { ImportRun } from './import-run.entity.js';
import { guessMapping, judgeFile } from './judge-file.js';
import { readTable } from '../../platform/tables/read-table.js';

/** A preview that nobody confirmed is forgotten after a day. */
const KEPT = `created_at < now() - interval '1 day' AND state = 'PREVIEWED'`;

/**
 * Reads a file and says of each row what it would do; nothing of it is written. The same id with the same file is done
 * once. Refuses NOT_SIGNED_IN, NOT_ALLOWED, INVALID_INPUT, KEY_REUSED. @throws {UnreadableFile}
 */
export async function previewImport(
  tx: EntityManager,
  actor: Actor,
  input: { readonly id: string; readonly kind: RecordKind; readonly fileName: string; readonly content: Buffer },
): Promise<ImportRun> {
  const refusal = refusalOf(actor, 'data.manage');
  if (refusal) refuse(refusal);
  const { id, kind, content } = input;
  if (!isUuid(id)) refuse('INVALID_INPUT', { field: 'id' });
  await tx.query(`DELETE FROM import_run WHERE ${KEPT}`);
  const fileName = input.fileName.trim().slice(0, 200) || '-';
  const earlier = await tx.findOneBy(ImportRun, { id });
  if (earlier) {
    if (earlier.kind !== kind || earlier.fileName !== fileName || earlier.createdBy !== actor.personId) refuse('KEY_REUSED');
    return earlier;
  }
  const { headings, rows, firstLine } = await readTable(content, SHAPES[kind].mostRows);
  const mapping = guessMapping(kind, headings);
  const run = tx.create(ImportRun, { id, kind, fileName, headings, firstLine, mapping, cells: rows, createdBy: actor.personId! });
  Object.assign(run, await outcomesOf(tx, kind, rows, mapping));
  await tx.insert(ImportRun, run as never);
  return run;
}

/** Reads the columns otherwise than their headings were understood. Refuses also NOT_FOUND, STATE_CHANGED when it was done. */
export async function mapImport(tx: EntityManager, actor: Actor, id: string, mapping: readonly string[]): Promise<ImportRun> {
  const run = await openImport(tx, actor, id);
  const used = mapping.filter(Boolean);
  const known = new Set(SHAPES[run.kind].fields.map(({ key }) => key));
  if (mapping.length !== run.headings.length || new Set(used).size !== used.length || used.some((field) => !known.has(field)))
    refuse('INVALID_INPUT', { field: 'mapping' });
  const changes = { mapping: [...mapping], ...(await outcomesOf(tx, run.kind, run.cells, mapping)) };
  await tx.update(ImportRun, { id }, changes as never);
  return Object.assign(run, changes);
}

/** An import that waits to be confirmed, locked, for who may. */
export async function openImport(tx: EntityManager, actor: Actor, id: string): Promise<ImportRun> {
  const refusal = refusalOf(actor, 'data.manage');
  if (refusal) refuse(refusal);
  const run = isUuid(id) ? await tx.findOne(ImportRun, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!run) refuse('NOT_FOUND', { field: 'id' });
  if (run.state !== 'PREVIEWED') refuse('STATE_CHANGED');
  return run;
}

async function outcomesOf(tx: EntityManager, kind: RecordKind, rows: readonly string[][], mapping: readonly string[]) {
  // Without the columns that find a record, no row can say anything.
  if (
    missingColumns(
      kind,
      mapping.map((field) => field || null),
    ).length > 0
  )
    return { outcomes: [] as RowOutcome[], fingerprint: '', ...countOutcomes([]) };
  const { judged, fingerprint } = await judgeFile(tx, kind, rows, mapping, false);
  const outcomes = judged.map(({ outcome }) => outcome);
  return { outcomes, fingerprint, ...countOutcomes(outcomes) };
}

export function countOutcomes(outcomes: readonly RowOutcome[]) {
  const count = (does: RowOutcome['does']) => outcomes.filter((outcome) => outcome.does === does).length;
  return { made: count('NEW'), changed: count('CHANGED'), unchanged: count('UNCHANGED'), wrong: count('WRONG') };
}
