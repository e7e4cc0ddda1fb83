import type { Job, Place, Problem, Shift, ShiftRef, TimeWindow, Vehicle } from '../model/problem.js';
import { createRandom } from './random.js';

/** What a random problem may hold; all of it when left out. */
export type Feature =
  | 'shipments'
  | 'visits'
  | 'prizes'
  | 'windows'
  | 'soft'
  | 'loads'
  | 'skills'
  | 'profiles'
  | 'depots'
  | 'shifts'
  | 'breaks'
  | 'limits'
  | 'costs'
  | 'reloads'
  | 'locks'
  | 'published'
  | 'levels';

export const FEATURES: readonly Feature[] = [
  'shipments',
  'visits',
  'prizes',
  'windows',
  'soft',
  'loads',
  'skills',
  'profiles',
  'depots',
  'shifts',
  'breaks',
  'limits',
  'costs',
  'reloads',
  'locks',
  'published',
  'levels',
];

const DAY = 480;

/** A problem of one to three vehicles on a small map; times in minutes. Nothing says that all of it can be served. */
export function randomProblem(seed: number, size: number, features: readonly Feature[] = FEATURES): Problem {
  const random = createRandom(seed);
  const has = (feature: Feature) => features.includes(feature) && random() < 0.7;
  const int = (below: number) => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]): T => list[int(list.length)];
  const places = 3 + size;
  const points = Array.from({ length: places }, () => [random() * 60, random() * 60]);
  const profiles = has('profiles') ? 2 : 1;
  const matrices = Array.from({ length: profiles }, (_, profile) => {
    const distances = new Float64Array(places * places);
    const durations = new Float64Array(places * places);
    for (let from = 0; from < places; from++)
      for (let to = 0; to < places; to++) {
        const distance = Math.hypot(points[from][0] - points[to][0], points[from][1] - points[to][1]);
        distances[from * places + to] = distance;
        durations[from * places + to] = from === to ? 0 : distance * (1 + profile) + (profiles > 1 ? random() * 10 : 0);
      }
    return { size: places, distances, durations };
  });
  const dimensions = has('loads') ? pick([['pieces'], ['pieces', 'volume']]) : [];
  const load = () => dimensions.map(() => 1 + int(4));
  const skills = has('skills') ? ['tail-lift', 'cooled'] : [];
  const days = has('shifts') ? 2 : 1;
  const rich = { windows: has('windows'), soft: has('soft'), breaks: has('breaks'), limits: has('limits'), costs: has('costs') };
  const reloads = dimensions.length > 0 && has('reloads');
  const openEnds = has('depots');

  const windowsOn = (day: number): TimeWindow[] => {
    const from = day * 1440 + int(DAY - 60);
    const first: TimeWindow = [from, from + 30 + int(120)];
    return rich.windows && random() < 0.3 ? [first, [first[1] + 30, first[1] + 90]] : [first];
  };
  const place = (day: number): Place => ({
    location: 1 + int(places - 1),
    service: int(15),
    windows: random() < 0.6 ? windowsOn(day) : undefined,
    soft:
      rich.soft && random() < 0.4
        ? { from: day * 1440 + 100 + int(100), until: day * 1440 + 220 + int(100), earlyCost: int(3), lateCost: 1 + int(3) }
        : undefined,
  });

  const vehicles: Vehicle[] = Array.from({ length: 1 + int(3) }, (_, number) => ({
    id: `v${number}`,
    profile: int(profiles),
    capacity: dimensions.length > 0 ? dimensions.map(() => 6 + int(8)) : undefined,
    skills: skills.filter(() => random() < 0.7),
    fixedCost: rich.costs ? int(50) : undefined,
    costPerDistance: rich.costs ? 1 + random() : undefined,
    costPerTime: rich.costs && random() < 0.6 ? random() : undefined,
    shifts: Array.from({ length: days }, (_, day): Shift => {
      const window: TimeWindow = [day * 1440, day * 1440 + DAY];
      return {
        start: openEnds && random() < 0.3 ? undefined : int(2),
        end: openEnds && random() < 0.3 ? undefined : int(2),
        window,
        breaks: rich.breaks
          ? Array.from({ length: 1 + int(2) }, (_, at) => ({
              duration: 20 + int(20),
              windows: [[window[0] + 100 + at * 150, window[0] + 200 + at * 150] as const],
            }))
          : undefined,
        reloads: reloads ? [{ location: int(2), service: 10, times: 1 + int(2) }] : undefined,
        maxDistance: rich.limits && random() < 0.4 ? 150 + int(150) : undefined,
        maxTravelTime: rich.limits && random() < 0.4 ? 200 + int(200) : undefined,
        maxDuration: rich.limits && random() < 0.5 ? 200 + int(250) : undefined,
        maxStops: rich.limits && random() < 0.5 ? 3 + int(10) : undefined,
        fixedCost: rich.costs ? int(20) : undefined,
      };
    }),
  }));
  const able = (wanted: readonly string[]) =>
    wanted.filter((skill) => vehicles.some((vehicle) => vehicle.skills?.includes(skill)));
  const ref = (): ShiftRef => ({ vehicle: pick(vehicles).id, shift: int(days) });
  const shipments = has('shipments');
  const visits = has('visits') || !shipments;
  const prizes = has('prizes');
  const locks = has('locks');
  const published = has('published');
  const jobs = Array.from({ length: size }, (_, number): Job => {
    const day = int(days);
    const base = {
      id: `j${number}`,
      prize: prizes && random() < 0.6 ? 10 + int(90) : undefined,
      priority: random() < 0.3 ? 1 + int(5) : undefined,
      skills: able(skills.filter(() => random() < 0.25)),
      lockedTo: locks && random() < 0.15 ? pick([ref(), { vehicle: pick(vehicles).id }]) : undefined,
      published: published && random() < 0.4 ? ref() : undefined,
      changeCost: published && random() < 0.5 ? 1 + int(9) : undefined,
    };
    if (shipments && (!visits || random() < 0.5))
      return { ...base, kind: 'shipment', pickup: place(day), delivery: place(day), load: load() };
    const gives = random() < 0.5;
    return {
      ...base,
      kind: 'visit',
      place: place(day),
      deliver: gives ? load() : undefined,
      collect: gives ? undefined : load(),
    };
  });
  const free = jobs.filter((job) => !job.lockedTo && job.skills?.length === 0);
  if (locks && free.length > 1) {
    const locked = free.slice(0, 2);
    vehicles[0] = {
      ...vehicles[0],
      shifts: vehicles[0].shifts.map((shift, day) =>
        day > 0
          ? shift
          : { ...shift, locked: locked.map((job) => ({ job: job.id, at: job.kind === 'visit' ? 'visit' : 'pickup' })) },
      ),
    };
  }
  const objectives = has('levels')
    ? pick<Problem['objectives']>([
        ['unserved', 'vehicles', 'distance'],
        ['unserved', 'softWindows', 'change', 'cost'],
        [{ unserved: 1, cost: 1 }, 'waiting'],
        ['unserved', { distance: 1, imbalance: 2 }],
        ['vehicles', 'unserved', { travelTime: 1, waiting: 1, softWindows: 1 }],
      ])
    : undefined;
  return { matrices, vehicles, jobs, dimensions: dimensions.length > 0 ? dimensions : undefined, objectives };
}
