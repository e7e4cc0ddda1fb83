import { ProblemError } from './errors.js';
import type { Job, Problem } from './problem.js';

/** Sums above it would no longer tell whole numbers apart. */
const LARGEST_SUM = 1e15;

/** What a plan could add up to stays within what numbers can tell apart. Expects a problem that is sound otherwise. */
export function validateTotals({ jobs, vehicles, matrices, dimensions = [] }: Problem): void {
  requireSum(jobs, 'prizes', (job) => job.prize ?? 0);
  requireSum(jobs, 'priorities', (job) => job.priority ?? 0);
  requireSum(jobs, 'costs of change', (job) => job.changeCost ?? 0);
  requireSum(jobs, 'durations of service', (job) =>
    job.kind === 'visit' ? (job.place.service ?? 0) : (job.pickup.service ?? 0) + (job.delivery.service ?? 0),
  );
  dimensions.forEach((name, at) =>
    requireSum(jobs, `loads in ${name}`, (job) =>
      job.kind === 'visit' ? (job.deliver?.[at] ?? 0) + (job.collect?.[at] ?? 0) : (job.load?.[at] ?? 0),
    ),
  );
  const longest = matrices.map((matrix) => [largestOf(matrix.distances), largestOf(matrix.durations)] as const);
  const legs = 2 * jobs.length + 1;
  for (const { id, profile = 0, costPerDistance = 0, costPerTime = 0, shifts } of vehicles) {
    const [distance, duration] = longest[profile]!;
    const day = shifts.reduce((sum, { window }) => sum + window[1] - window[0], 0);
    const most = Math.max(distance, duration) * legs * Math.max(1, costPerDistance) + day * costPerTime;
    if (most > LARGEST_SUM)
      throw new ProblemError('too-large', `vehicle ${id}`, `its travel could add up to ${most}, more than ${LARGEST_SUM}`);
  }
}

function requireSum(jobs: readonly Job[], named: string, amount: (job: Job) => number): void {
  let sum = 0;
  for (const job of jobs) {
    sum += amount(job);
    if (sum > LARGEST_SUM)
      throw new ProblemError('too-large', `job ${job.id}`, `with it the ${named} add up to more than ${LARGEST_SUM}`);
  }
}

function largestOf(cells: ArrayLike<number>): number {
  let largest = 0;
  for (let at = 0; at < cells.length; at++) if (cells[at]! > largest) largest = cells[at]!;
  return largest;
}
