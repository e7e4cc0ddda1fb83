import { ProblemError } from './model/errors.js';
import type { Outline } from './model/plan.js';
import type { Problem } from './model/problem.js';
import type { SolveOptions } from './solve-options.js';

/** @throws {ProblemError} when an option is no such number, or the plan to start from names what the problem does not hold */
export function validateOptions(problem: Problem, options: SolveOptions): void {
  for (const name of ['workers', 'iterations'] as const) {
    const value = options[name];
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0))
      throw new ProblemError('not-a-number', name, `should be a whole number from 0 on, not ${value}`);
  }
  if (options.timeLimit !== undefined && !(Number.isFinite(options.timeLimit) && options.timeLimit >= 0))
    throw new ProblemError('not-a-number', 'timeLimit', `should be a number of milliseconds, not ${options.timeLimit}`);
  if (options.seed !== undefined && !Number.isSafeInteger(options.seed))
    throw new ProblemError('not-a-number', 'seed', `should be a whole number, not ${options.seed}`);
  if (options.initial) validateInitial(problem, options.initial);
}

function validateInitial(problem: Problem, { routes }: Outline): void {
  const jobs = new Set(problem.jobs.map(({ id }) => id));
  const vehicles = new Map(problem.vehicles.map((vehicle) => [vehicle.id, vehicle]));
  for (const { vehicle, shift, stops } of routes) {
    if (!vehicles.get(vehicle)?.shifts[shift])
      throw new ProblemError('unknown-vehicle', 'initial', `there is no vehicle ${vehicle} with a shift ${shift}`);
    for (const stop of stops)
      if ('job' in stop && !jobs.has(stop.job)) throw new ProblemError('unknown-job', 'initial', `there is no job ${stop.job}`);
  }
}
