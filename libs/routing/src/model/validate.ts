import { ProblemError } from './errors.js';
import { amountOf, fieldsOf, listOf, optionalList, textOf } from './guards.js';
import type { KnownThings } from './known-things.js';
import { TERMS, type Problem } from './problem.js';
import { validateJob, validateLocked } from './validate-jobs.js';
import { validateMatrices } from './validate-matrix.js';
import { validateTotals } from './validate-totals.js';
import { validateVehicle } from './validate-vehicles.js';

const PROBLEM = ['matrices', 'vehicles', 'jobs', 'dimensions', 'objectives'];

/**
 * Judges data of unknown origin, e.g. parsed JSON, as a problem. A job that merely fits no vehicle is sound: the plan leaves
 * it out and the explanations say why.
 * @throws {ProblemError} for the first thing that makes no sense; it names the job, vehicle or field
 */
export function validateProblem(value: unknown): asserts value is Problem {
  const problem = fieldsOf(value, 'problem', PROBLEM);
  const matrices = listOf(problem.matrices, 'matrices');
  const locations = validateMatrices(matrices);
  const dimensions = optionalList(problem.dimensions, 'dimensions');
  dimensions.forEach((name, at) => {
    if (dimensions.indexOf(textOf(name, `dimensions[${at}]`)) < at)
      throw new ProblemError('duplicate-id', `dimensions[${at}]`, `${String(name)} appears twice`);
  });

  const known: KnownThings = {
    locations,
    dimensions: dimensions.length,
    profiles: matrices.length,
    skills: new Set(),
    vehicles: new Map(),
    jobs: new Map(),
    locked: new Map(),
  };
  listOf(problem.vehicles, 'vehicles').forEach((vehicle, at) => validateVehicle(vehicle, at, known));
  const sound = value as Problem;
  const fastest = (from: number, to: number) =>
    Math.min(...sound.matrices.map(({ durations }) => durations[from * locations + to]!));
  listOf(problem.jobs, 'jobs').forEach((job, at) => validateJob(job, at, known, fastest));
  for (const { id, shifts } of sound.vehicles)
    shifts.forEach(({ locked }, shift) => {
      const subject = `vehicle ${id} shift ${shift} locked`;
      if (locked !== undefined) validateLocked(locked, { vehicle: id, shift, subject }, known);
    });
  optionalList(problem.objectives, 'objectives').forEach((objective, at) => validateObjective(objective, `objectives[${at}]`));
  validateTotals(sound);
}

function validateObjective(value: unknown, subject: string): void {
  const named = typeof value === 'string' ? { [value]: 1 } : value;
  if (typeof named !== 'object' || named === null || Array.isArray(named))
    throw new ProblemError('malformed', subject, 'should be a term or an object of terms and weights');
  const terms: readonly string[] = TERMS;
  for (const [term, weight] of Object.entries(named)) {
    if (!terms.includes(term)) throw new ProblemError('unknown-objective', subject, `${term} is not one of ${terms.join(', ')}`);
    amountOf(weight, `${subject} ${term}`);
  }
}
