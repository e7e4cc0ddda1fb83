import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { lockAdministrators } from '../records/lock-administrators.js';
import { writeRecords } from '../records/write-records.js';
import { ImportRun } from './import-run.entity.js';
import { judgeFile } from './judge-file.js';
import { openImport } from './preview-import.js';

/** Two imports that would make the same new record wait for each other. */
const LOCK = 7_164_801;

/**
 * Writes all rows of a preview, or none: when a row is wrong, or when the data are no longer those that the preview saw
 * (STATE_CHANGED; a new preview shows how they are now). Doing it twice writes once.
 * Refuses also NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, INVALID_INPUT.
 */
export async function confirmImport(tx: EntityManager, actor: Actor, id: string): Promise<ImportRun> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const refusal = refusalOf(actor, 'data.manage');
  if (refusal) refuse(refusal);
  const done = isUuid(id) ? await tx.findOneBy(ImportRun, { id, state: 'DONE' }) : null;
  if (done) return done;
  const run = await openImport(tx, actor, id);
  if (run.wrong > 0 || run.fingerprint === '') refuse('INVALID_INPUT', { field: 'rows', available: String(run.wrong) });
  if (run.kind === 'PERSON') await lockAdministrators(tx);
  const { judged, fingerprint } = await judgeFile(tx, run.kind, run.cells, run.mapping, true);
  if (fingerprint !== run.fingerprint) refuse('STATE_CHANGED');
  await writeRecords(tx, actor, run.kind, judged);
  // What the rows said now stands where it belongs; here only the numbers remain.
  const changes = { state: 'DONE' as const, doneAt: new Date(), cells: [], outcomes: [] };
  await tx.update(ImportRun, { id }, changes);
  const { kind, fileName, made, changed, unchanged } = run;
  await recordAudit(tx, actor, {
    action: 'import.confirm',
    entity: 'import_run',
    entityId: id,
    after: { kind, fileName, made, changed, unchanged },
  });
  return Object.assign(run, changes);
}
