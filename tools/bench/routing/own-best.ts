// The best known results of our own cases, in own-best.json: of long runs, and bounds that bound-tour.ts proves.
import type { Problem } from '@karavaan/routing';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Instance, Score } from './instance.ts';

const file = path.join(import.meta.dirname, 'own-best.json');

interface Kept {
  /** Of the problem, since a result is worth nothing for another one. */
  fingerprint: string;
  best: Score;
  /** Whether nothing can be better: a bound. */
  proven: boolean;
}

export function ownBest(name: string, problem: Problem): Pick<Instance, 'best' | 'proven'> {
  const kept = read()[name];
  return kept && kept.fingerprint === fingerprintOf(problem) ? { best: kept.best, proven: kept.proven } : {};
}

export function keepBound(name: string, problem: Problem, best: Score): void {
  write(name, { fingerprint: fingerprintOf(problem), best, proven: true });
}

/** Only where it is better than what is known. */
export function keepOwnBest({ name, kind, problem, best, proven }: Instance, score: Score): void {
  if (kind === 'profit' || proven) return;
  const better =
    !best ||
    (kind === 'fleet' && score.vehicles < best.vehicles) ||
    ((kind === 'cost' || score.vehicles === best.vehicles) && score.value < best.value);
  if (better) write(name, { fingerprint: fingerprintOf(problem), best: score, proven: false });
}

function read(): Record<string, Kept | undefined> {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Kept>) : {};
}

function write(name: string, kept: Kept): void {
  fs.writeFileSync(file, `${JSON.stringify({ ...read(), [name]: kept }, null, 2)}\n`);
}

/** Of the matrices the bytes: as text they would take more memory than the search. */
function fingerprintOf(problem: Problem): string {
  const hash = createHash('sha256').update(JSON.stringify({ ...problem, matrices: undefined }));
  for (const { distances, durations } of problem.matrices)
    for (const cells of [distances, durations]) hash.update(new Uint8Array(Float64Array.from(cells).buffer));
  return hash.digest('hex').slice(0, 16);
}
