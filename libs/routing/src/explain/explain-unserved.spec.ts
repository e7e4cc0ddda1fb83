import type { Outline } from '../model/plan.js';
import type { Problem, Shipment } from '../model/problem.js';
import { explainUnserved } from './explain-unserved.js';
import { problemOf, van, visit } from './line.fixture.js';

const nothing: Outline = { routes: [] };
const explain = (problem: Problem, outline = nothing) => explainUnserved(problem, outline)[0];
const route = (...jobs: string[]): Outline => ({
  routes: [{ vehicle: 'van', shift: 0, stops: jobs.map((job) => ({ kind: 'visit', job })) }],
});

describe('explainUnserved', () => {
  it('says nothing of jobs that are served', () => {
    const problem = problemOf({ jobs: [visit('a', 5), visit('b', 6)] });
    expect(explainUnserved(problem, route('a', 'b'))).toEqual([]);
    expect(explainUnserved(problem, route('a')).map(({ job }) => job)).toEqual(['b']);
  });

  it('skill: names the vehicle that lacks fewest, and how many', () => {
    const vehicles = [van('plain'), van('crane', { skills: ['crane'] }), van('adr', { skills: ['adr', 'cooling'] })];
    const jobs = [visit('a', 5, { skills: ['crane', 'adr', 'cooling'] })];
    const { reason, evenAlone, nearest } = explain(problemOf({ vehicles, jobs }));
    expect({ reason, evenAlone, vehicle: nearest?.vehicle }).toEqual({ reason: 'skill', evenAlone: true, vehicle: 'adr' });
    expect(nearest?.broken).toEqual([{ constraint: 'skill', subject: 'a', by: 1, share: 1 / 3 }]);
  });

  it('capacity, even alone: by how much the best vehicle is too small', () => {
    const vehicles = [van('small', { capacity: [2, 9] }), van('large', { capacity: [7, 9] })];
    const jobs = [visit('a', 5, { deliver: [10, 1] })];
    const { reason, evenAlone, nearest } = explain(problemOf({ vehicles, jobs, dimensions: ['m3', 'kg'] }));
    expect({ reason, evenAlone, vehicle: nearest?.vehicle }).toEqual({ reason: 'capacity', evenAlone: true, vehicle: 'large' });
    expect(nearest?.broken).toEqual([{ constraint: 'capacity', subject: 'large', by: 3, share: 3 / 7, dimension: 0 }]);
  });

  it('capacity, beside what is planned: the van is full', () => {
    const vehicles = [van('van', { capacity: [7] })];
    const jobs = [visit('a', 5, { collect: [5] }), visit('b', 6, { collect: [4] })];
    const { reason, evenAlone, nearest } = explain(problemOf({ vehicles, jobs, dimensions: ['m3'] }), route('a'));
    expect({ reason, evenAlone }).toEqual({ reason: 'capacity', evenAlone: false });
    // 5 + 4 - 7, wherever the second stands; it turns at place 6 instead of 5.
    expect(nearest?.broken).toMatchObject([{ constraint: 'capacity', by: 2 }]);
    expect(nearest?.added.distance).toBe(2);
  });

  it('window: by how much the first possible arrival is too late', () => {
    const jobs = [visit('a', 30, { place: { windows: [[10, 18]] } })];
    const { reason, evenAlone, nearest } = explain(problemOf({ jobs }));
    expect({ reason, evenAlone }).toEqual({ reason: 'window', evenAlone: true });
    expect(nearest?.broken).toMatchObject([{ constraint: 'window', subject: 'a', by: 12 }]);
  });

  it('window: one that opens after the shift is reached, but never in time to be back', () => {
    const jobs = [visit('a', 30, { place: { windows: [[200, 210]] } })];
    const { reason, nearest } = explain(problemOf({ jobs }));
    expect(reason).toBe('shift');
    // 200 + 30 back - 100.
    expect(nearest?.broken).toMatchObject([{ constraint: 'shift-end', subject: 'van', by: 130 }]);
  });

  it('shift: each limit of it, by how much', () => {
    const jobs = [visit('a', 30, { place: { service: 50 } })];
    const limited = (shift: Parameters<typeof van>[2]) => explain(problemOf({ vehicles: [van('van', {}, shift)], jobs }));
    const broken = (shift: Parameters<typeof van>[2]) =>
      limited(shift).nearest?.broken.map(({ constraint, by }) => [constraint, by]);
    expect(limited({}).reason).toBe('shift');
    expect(broken({})).toEqual([['shift-end', 10]]);
    expect(broken({ window: [0, 200], maxDistance: 45 })).toEqual([['max-distance', 15]]);
    expect(broken({ window: [0, 200], maxTravelTime: 58 })).toEqual([['max-travel-time', 2]]);
    expect(broken({ window: [0, 200], maxDuration: 100 })).toEqual([['max-duration', 10]]);
    expect(broken({ window: [0, 200], maxStops: 0 })).toEqual([['max-stops', 1]]);
  });

  it('no-time: a shift could, but not beside what is planned; says who would be late and by how much', () => {
    const jobs = [
      visit('a', 40, { place: { windows: [[40, 45]] } }),
      visit('b', 10, { place: { service: 15, windows: [[0, 12]] } }),
    ];
    const { reason, evenAlone, nearest } = explain(problemOf({ jobs }), route('a'));
    expect({ reason, evenAlone }).toEqual({ reason: 'no-time', evenAlone: false });
    expect(nearest?.at).toEqual([0]);
    // At 10 on 10, 15 there, at 40 on 55; 45 would do.
    expect(nearest?.broken).toMatchObject([{ constraint: 'window', subject: 'a', by: 10 }]);
  });

  it('lock: another vehicle could, but not the one the job is locked to', () => {
    const vehicles = [van('near'), van('short', {}, { window: [0, 20] })];
    const jobs = [visit('a', 15, { lockedTo: { vehicle: 'short' } })];
    const { reason, nearest } = explain(problemOf({ vehicles, jobs }));
    expect(reason).toBe('lock');
    expect(nearest).toMatchObject({ vehicle: 'short', broken: [{ constraint: 'shift-end', by: 10 }] });
    expect(explain(problemOf({ vehicles: [vehicles[1]], jobs })).reason).toBe('shift');
  });

  it('lock: the vehicle it is locked to lacks a skill that another has', () => {
    const vehicles = [van('plain'), van('crane', { skills: ['crane'] })];
    const jobs = [visit('a', 15, { skills: ['crane'], lockedTo: { vehicle: 'plain' } })];
    expect(explain(problemOf({ vehicles, jobs })).reason).toBe('lock');
  });

  it('not-worth: it fits, and costs more than its prize; where and how much', () => {
    const objectives = [{ unserved: 1, cost: 1 }];
    const jobs = [visit('a', 10), visit('b', 14, { prize: 7 })];
    const { reason, nearest } = explain(problemOf({ jobs, objectives }), route('a'));
    expect(reason).toBe('not-worth');
    expect(nearest).toMatchObject({ broken: [], added: { cost: 8, unserved: -7 } });
  });

  it('unfinished: it fits and pays', () => {
    const objectives = [{ unserved: 1, cost: 1 }];
    const jobs = [visit('a', 10), visit('b', 14, { prize: 9 })];
    expect(explain(problemOf({ jobs, objectives }), route('a')).reason).toBe('unfinished');
    expect(explain(problemOf({ jobs: [visit('must', 3)] })).reason).toBe('unfinished');
  });

  it('finds the cheapest place for both stops of a shipment, after the stops that are locked', () => {
    const shipment: Shipment = { kind: 'shipment', id: 's', pickup: { location: 4 }, delivery: { location: 8 } };
    const jobs = [visit('a', 5), visit('b', 10), shipment];
    const free = explain(problemOf({ jobs }), route('a', 'b'));
    expect(free.nearest).toMatchObject({ at: [0, 2], added: { distance: 0 } });
    const locked = [{ job: 'a', at: 'visit' as const }];
    const kept = explain(problemOf({ jobs, vehicles: [van('van', {}, { locked })] }), route('a', 'b'));
    // 0-5-4-8-10-0 is 22 km, 0-5-10-0 is 20.
    expect(kept.nearest?.at[0]).toBeGreaterThan(0);
    expect(kept.nearest?.added.distance).toBe(2);
  });

  it('gives an idle shift its breaks', () => {
    const breaks = [{ duration: 30, windows: [[40, 60] as const] }];
    const vehicles = [van('van', {}, { window: [0, 200], breaks })];
    const early = explain(problemOf({ vehicles, jobs: [visit('a', 20, { place: { windows: [[0, 25]] } })] }));
    expect(early).toMatchObject({ reason: 'unfinished', nearest: { at: [0], broken: [] } });
    const late = explain(problemOf({ vehicles, jobs: [visit('a', 20, { place: { windows: [[90, 95]] } })] }));
    expect(late).toMatchObject({ reason: 'unfinished', nearest: { at: [1], broken: [] } });
    const between = explain(problemOf({ vehicles, jobs: [visit('a', 20, { place: { windows: [[62, 65]] } })] }));
    // 40 + 30 + 20 is 25 after 65; staying at 62, the break begins 2 after 60.
    expect(between).toMatchObject({ reason: 'window', nearest: { broken: [{ subject: 'break 0', by: 2 }] } });
  });

  it('counts what a vehicle that has several shifts costs once', () => {
    const shifts = [0, 200].map((from) => ({ start: 0, end: 0, window: [from, from + 100] as const }));
    const vehicles = [van('van', { shifts, fixedCost: 50 })];
    const jobs = [visit('a', 5), visit('b', 5, { place: { windows: [[200, 250]] } })];
    const { nearest } = explain(problemOf({ vehicles, jobs }), route('a'));
    expect(nearest).toMatchObject({ shift: 1, added: { cost: 10, vehicles: 0 } });
  });

  it('after its deadline tells only what an empty shift tells', () => {
    const jobs = [visit('a', 40), visit('b', 59)];
    const [first, second] = explainUnserved(problemOf({ jobs }), nothing, { deadline: 0 });
    expect(first).toEqual({ job: 'a', reason: 'unjudged', evenAlone: false });
    expect(second).toMatchObject({ reason: 'shift', nearest: { broken: [{ by: 18 }] } });
  });
});
