import { schedule } from '../engine/schedule.js';
import { problemOf, van, visit } from '../explain/line.fixture.js';
import { levelsOf } from './compare.js';
import { driveLanes, type Drive } from './drive-lanes.js';
import type { Lane, LaneEvent } from './lane.js';
import type { Found, ToWorker } from './messages.js';

const problem = problemOf({ vehicles: [van('van')], jobs: [visit('a', 5), visit('b', 20), visit('c', 35)] });

/** A plan that is better the more jobs it serves. */
function found(...jobs: string[]): Found {
  const outline = { routes: [{ vehicle: 'van', shift: 0, stops: jobs.map((job) => ({ kind: 'visit' as const, job })) }] };
  const plan = schedule(problem, outline);
  return { outline, plan, levels: levelsOf(problem, plan) };
}
const good = found('a', 'b');
const poor = found('a');
const best = found('a', 'b', 'c');

/** A lane that says what the test makes it say; it stands for a thread. */
function createFakeLane() {
  const sent: ToWorker[] = [];
  let listener: ((event: LaneEvent) => void) | undefined;
  const lane: Lane = {
    alive: true,
    send: (message) => sent.push(message),
    listen: (next) => (listener = next),
    hold: () => {},
    kill: async () => {},
  };
  const say = (event: LaneEvent) => listener?.(event);
  return {
    lane,
    say,
    better: (what: Found, iterations = 1) => say({ type: 'better', found: what, iterations }),
    pace: (share = 0.6) => say({ type: 'pace', iterations: 1, share, levels: poor.levels }),
    done: (iterations = 1) => say({ type: 'done', iterations, routes: [] }),
    dies: () => say({ type: 'dead', reason: 'killed' }),
    elites: () => sent.flatMap((message) => (message.type === 'elite' ? [message.outline] : [])),
    stopped: () => sent.some((message) => message.type === 'search' && Atomics.load(message.cells, 0) === 1),
  };
}

function start(count: number, changes: Partial<Drive> = {}) {
  const fakes = Array.from({ length: count }, createFakeLane);
  const driven = driveLanes({
    problem,
    orders: fakes.map((_, ladder) => ({ seed: ladder, ladder })),
    lanes: fakes.map(({ lane }) => lane),
    report: () => {},
    ...changes,
  });
  return { fakes, driven };
}

describe('driveLanes', () => {
  it('returns the best of all when the last has ended, and the iterations of all', async () => {
    const { fakes, driven } = start(2);
    fakes[0].better(good, 10);
    fakes[1].better(poor, 20);
    fakes[0].done(11);
    fakes[1].done(22);
    expect(await driven).toEqual({ best: good, iterations: 33, faults: [], late: [], routes: [] });
  });

  it('reports the best so far and never a worse one after it', async () => {
    const reported: Found[] = [];
    const { fakes, driven } = start(2, { report: (each) => reported.push(each) });
    fakes[0].better(poor);
    fakes[1].better(good);
    fakes[0].better(poor);
    fakes[0].pace();
    fakes[0].better(best);
    for (const fake of fakes) fake.done();
    await driven;
    expect(reported).toEqual([poor, good, good, best]);
  });

  it('sends the best to the lane that lags most, when that has used another part of its budget and more than half', async () => {
    const { fakes, driven } = start(3);
    fakes[0].better(best);
    fakes[1].better(good);
    fakes[2].better(poor);
    for (const fake of fakes) fake.pace(0.3);
    expect(fakes.flatMap((fake) => fake.elites())).toEqual([]);
    for (const fake of fakes) fake.pace(0.6);
    expect(fakes.map((fake) => fake.elites())).toEqual([[], [], [best.outline]]);
    for (const fake of fakes) fake.done();
    await driven;
  });

  it('goes on without a lane that dies, and tells of it', async () => {
    const { fakes, driven } = start(2);
    fakes[0].better(poor);
    fakes[0].dies();
    fakes[1].better(good);
    fakes[1].done();
    expect(await driven).toMatchObject({ best: good, faults: ['killed'] });
  });

  it('returns what there was when all die', async () => {
    const { fakes, driven } = start(2);
    fakes[0].better(poor);
    for (const fake of fakes) fake.dies();
    expect(await driven).toMatchObject({ best: poor, faults: ['killed', 'killed'] });
  });

  it('returns nothing when all die before there was anything', async () => {
    const { fakes, driven } = start(2);
    for (const fake of fakes) fake.dies();
    expect((await driven).best).toBeUndefined();
  });

  it('after an abort stops the lanes and does not wait long for one that stays silent', async () => {
    const abort = new AbortController();
    const { fakes, driven } = start(2, { signal: abort.signal });
    fakes[0].better(good);
    abort.abort();
    expect(fakes.map((fake) => fake.stopped())).toEqual([true, true]);
    fakes[0].done();
    const { best: kept, late } = await driven;
    expect(kept).toEqual(good);
    expect(late).toEqual([fakes[1].lane]);
  });

  it('after an abort still waits for a first result', async () => {
    const abort = new AbortController();
    const { fakes, driven } = start(1, { signal: abort.signal });
    abort.abort();
    setTimeout(() => fakes[0].better(poor), 60);
    expect((await driven).best).toEqual(poor);
  });

  it('does not wait for a lane that overruns the time limit', async () => {
    const orders = [0, 1].map((ladder) => ({ seed: 1, ladder, deadline: Date.now() }));
    const { fakes, driven } = start(2, { orders });
    fakes[0].better(good);
    fakes[0].done();
    expect((await driven).late).toEqual([fakes[1].lane]);
    expect(fakes[1].stopped()).toBe(true);
  });

  it('tells the caller what its own listener threw, and stops the lanes', async () => {
    const report = () => {
      throw new Error('the listener broke');
    };
    const { fakes, driven } = start(1, { report });
    fakes[0].better(poor);
    const { thrown, late } = await driven;
    expect(thrown).toEqual(new Error('the listener broke'));
    expect(late).toEqual([fakes[0].lane]);
    expect(fakes[0].stopped()).toBe(true);
  });
});
