import { checkPlan } from '../check/check-plan.js';
import { randomProblem } from '../engine/random-problem.fixture.js';
import { schedule } from '../engine/schedule.js';
import { search } from '../engine/search.js';
import type { Outline, OutlineStop } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { explainUnserved } from './explain-unserved.js';
import type { Explanation, Insertion } from './explanation.js';

type Place = Pick<Insertion, 'vehicle' | 'shift' | 'at'>;

/** The plan with the job where its explanation would put it; breaks of an idle shift stand between as they were tried. */
function withInsertion(problem: Problem, { routes }: Outline, jobId: string, { vehicle, shift, at }: Place): Outline {
  const job = problem.jobs.find(({ id }) => id === jobId)!;
  const kinds = job.kind === 'visit' ? (['visit'] as const) : (['pickup', 'delivery'] as const);
  const isIt = (route: { vehicle: string; shift: number }) => route.vehicle === vehicle && route.shift === shift;
  let stops: OutlineStop[] = routes.find(isIt)?.stops ?? [];
  if (stops.length === 0) {
    const breaks = problem.vehicles.find(({ id }) => id === vehicle)!.shifts[shift].breaks?.length ?? 0;
    stops = Array.from({ length: breaks }, (_, number) => ({ kind: 'break', number }));
  }
  at.forEach((index, order) => (stops = stops.toSpliced(index, 0, { kind: kinds[order], job: jobId })));
  return { routes: [...routes.filter((route) => !isIt(route)), { vehicle, shift, stops }] };
}

/** Whether the checker accepts the job at any place of any shift. */
function fitsAnywhere(problem: Problem, outline: Outline, jobId: string): boolean {
  const { kind } = problem.jobs.find(({ id }) => id === jobId)!;
  for (const { id: vehicle, shifts } of problem.vehicles)
    for (let shift = 0; shift < shifts.length; shift++) {
      const route = outline.routes.find((each) => each.vehicle === vehicle && each.shift === shift);
      const most = route?.stops.length ?? shifts[shift].breaks?.length ?? 0;
      for (let first = 0; first <= most; first++)
        for (let second = first + 1; second <= (kind === 'visit' ? first + 1 : most + 1); second++) {
          const at = kind === 'visit' ? [first] : [first, second];
          const tried = schedule(problem, withInsertion(problem, outline, jobId, { vehicle, shift, at }));
          if (checkPlan(problem, tried).length === 0) return true;
        }
    }
  return false;
}

function* explained(): Generator<{ problem: Problem; outline: Outline; explanation: Explanation }> {
  for (let seed = 1; seed <= 100; seed++) {
    const problem = randomProblem(seed, 14);
    const { outline } = search(problem, { seed, iterations: 16 });
    for (const explanation of explainUnserved(problem, outline)) yield { problem, outline, explanation };
  }
}

describe('explainUnserved on random problems of every kind', () => {
  it('says that a job fits exactly where the checker says so, and what it would add', () => {
    let fits = 0;
    let broken = 0;
    for (const { problem, outline, explanation } of explained()) {
      const { job, evenAlone, nearest } = explanation;
      // What even an empty shift breaks is judged without the plan.
      if (!nearest || evenAlone) continue;
      const before = schedule(problem, outline);
      const after = schedule(problem, withInsertion(problem, outline, job, nearest));
      const violations = checkPlan(problem, after).map(String);
      const claims = nearest.broken.map(({ constraint }) => constraint);
      expect({ claims: claims.length > 0, violations }).toEqual({
        claims: violations.length > 0,
        violations: claims.length > 0 ? expect.any(Array) : [],
      });
      for (const term of ['unserved', 'vehicles', 'cost', 'distance', 'change'] as const)
        expect(nearest.added[term]).toBeCloseTo(after.terms[term] - before.terms[term], 6);
      if (claims.length > 0) expect(fitsAnywhere(problem, outline, job)).toBe(false);
      if (claims.length > 0) broken++;
      else fits++;
    }
    expect(fits).toBeGreaterThan(5);
    expect(broken).toBeGreaterThan(20);
  });
});
