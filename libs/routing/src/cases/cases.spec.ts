import { checkPlan } from '../check/check-plan.js';
import { search } from '../engine/search.js';
import { validateProblem } from '../model/validate.js';
import { stressCase } from './stress-case.js';
import { tourCase } from './tour-case.js';
import { townCase } from './town-case.js';

describe('cases', () => {
  it.each([
    ['stress', () => stressCase(3), 320, 10],
    ['tour', () => tourCase(3), 300, 60],
    ['town', () => townCase(120, 3), 120, 50],
  ] as const)('%s: a sound problem, the same for the same seed, that the search plans soundly', (_, make, jobs, vehicles) => {
    const problem = make();
    validateProblem(problem);
    expect(make()).toEqual(problem);
    expect([problem.jobs.length, problem.vehicles.length]).toEqual([jobs, vehicles]);
    const { plan } = search(problem, { seed: 1, iterations: 20 });
    expect(checkPlan(problem, plan).map(String)).toEqual([]);
    expect(plan.unserved.length).toBeLessThan(jobs / 2);
  });

  it('uses every kind of constraint under stress', () => {
    const { vehicles, jobs } = stressCase(1);
    const shifts = vehicles.flatMap((vehicle) => vehicle.shifts);
    const has = (test: (job: (typeof jobs)[number]) => unknown) => jobs.some((job) => Boolean(test(job)));
    expect(jobs.filter(({ kind }) => kind === 'shipment')).toHaveLength(300);
    expect([
      has((job) => job.kind === 'visit' && job.deliver),
      has((job) => job.kind === 'visit' && job.collect),
      has((job) => job.skills?.length),
      has((job) => job.lockedTo),
      has((job) => job.published),
      has((job) => job.prize === undefined),
      has((job) => job.kind === 'shipment' && job.pickup.soft),
      has((job) => job.kind === 'shipment' && job.pickup.windows!.length > 1),
      shifts.every((shift) => shift.breaks && shift.reloads && shift.maxDistance && shift.maxDuration && shift.maxStops),
      shifts.some((shift) => shift.locked),
      shifts.some((shift) => shift.end === undefined),
    ]).not.toContain(false);
  });
});
