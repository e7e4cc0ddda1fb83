import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { Readable, type PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import yazl from 'yazl';
import { csvHeading, csvLine } from '../../platform/export/write-csv.js';
import { writeXlsx } from '../../platform/export/write-xlsx.js';
import type { Table } from '../../platform/export/table.js';
import { claimTables, index } from './claim-tables.js';
import type { BundlePlan, PlannedFile } from './plan-bundle.js';
import { readContent, type BundleClaim } from './read-bundle.js';

/**
 * Sends a claim with all its papers as a ZIP, one paper in memory at a time: the workbook, an index as CSV, the papers, and
 * SHA256SUMS over all of them, which `sha256sum -c` checks. It breaks off when a paper is not what its hash says: half a
 * bundle must not pass for a whole one.
 */
export async function writeBundle(manager: EntityManager, claim: BundleClaim, plan: BundlePlan, to: Writable): Promise<void> {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as PassThrough;
  const made: [path: string, content: Buffer][] = [
    ['declaratie.xlsx', await writeXlsx(claimTables(claim, plan), 'nl')],
    ['index.csv', csvOf(index(plan))],
  ];
  for (const [path, content] of made) zip.addBuffer(content, path);
  for (const file of plan.files)
    zip.addReadStreamLazy(file.path, { size: file.size, compress: file.text !== null }, (done) =>
      done(
        null,
        Readable.from(paperOf(manager, file)).once('error', (error) => out.destroy(error)),
      ),
    );
  const sums = [
    ...made.map(([path, content]) => [hashOf(content), path]),
    ...plan.files.map(({ sha256, path }) => [sha256, path]),
  ];
  zip.addBuffer(Buffer.from(sums.map((sum) => `${sum.join('  ')}\n`).join('')), 'SHA256SUMS');
  (zip as unknown as EventEmitter).on('error', (error: Error) => out.destroy(error));
  zip.end();
  await pipeline(out, to);
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function* paperOf(manager: EntityManager, file: PlannedFile): AsyncGenerator<Buffer> {
  const content = file.text === null ? await readContent(manager, file.documentId!) : Buffer.from(file.text);
  if (hashOf(content) !== file.sha256) throw new Error(`${file.path} is not what was stored.`);
  yield content;
}

function csvOf({ columns, rows }: Table): Buffer {
  return Buffer.from(csvHeading(columns, 'nl') + rows.map((row) => csvLine(row, columns, 'nl')).join(''));
}
