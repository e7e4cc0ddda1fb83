import type { Outline, OutlineStop } from '../model/plan.js';
import type { Job, Problem, Shift, Vehicle } from '../model/problem.js';

/** Places 0, 1, 2, … along a road, a kilometre and a minute apart each. */
function road(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => Math.abs(Math.floor(at / size) - (at % size)));
}

const cells = road(40);

export const morning: Shift = {
  start: 0,
  end: 0,
  window: [0, 100],
  breaks: [{ duration: 10, windows: [[5, 25]] }],
  reloads: [{ location: 0, service: 5, times: 1, windows: [[40, 60]] }],
  maxDistance: 30,
  maxTravelTime: 30,
  maxDuration: 60,
  maxStops: 5,
  fixedCost: 3,
  locked: [{ job: 'first', at: 'visit' }],
};

export const van: Vehicle = {
  id: 'van',
  capacity: [5],
  skills: ['lift'],
  fixedCost: 7,
  costPerDistance: 2,
  costPerTime: 0.5,
  shifts: [morning, { start: 0, end: 0, window: [200, 300] }],
};

/** Starts and ends anywhere. */
export const bike: Vehicle = { id: 'bike', capacity: [5], fixedCost: 1, shifts: [{ window: [0, 100] }] };

const jobs: Record<string, Job> = {
  first: { kind: 'visit', id: 'first', place: { location: 1, service: 1 } },
  chest: {
    kind: 'shipment',
    id: 'chest',
    load: [2],
    skills: ['lift'],
    pickup: { location: 5, service: 2, windows: [[0, 30]] },
    delivery: {
      location: 10,
      windows: [
        [20, 30],
        [35, 50],
      ],
    },
  },
  bread: {
    kind: 'visit',
    id: 'bread',
    deliver: [3],
    lockedTo: { vehicle: 'van', shift: 0 },
    place: { location: 12, service: 1, soft: { from: 28, until: 30, earlyCost: 4, lateCost: 4 } },
  },
  paper: { kind: 'visit', id: 'paper', collect: [4], lockedTo: { vehicle: 'van' }, place: { location: 3 } },
  letter: {
    kind: 'visit',
    id: 'letter',
    place: { location: 30, service: 4 },
    published: { vehicle: 'van' },
    changeCost: 6,
  },
  wish: { kind: 'visit', id: 'wish', prize: 9, place: { location: 2 } },
  duty: { kind: 'visit', id: 'duty', priority: 3, place: { location: 2, windows: [[150, 160]] } },
};

export const errand: Problem = {
  matrices: [{ size: 40, distances: cells, durations: cells }],
  dimensions: ['crates'],
  vehicles: [van, bike],
  jobs: Object.values(jobs),
};

export const stop = (job: string, kind: 'visit' | 'pickup' | 'delivery' = 'visit'): OutlineStop => ({ job, kind });
export const pause: OutlineStop = { kind: 'break', number: 0 };
export const reload: OutlineStop = { kind: 'reload', number: 0 };

export const vanStops: readonly OutlineStop[] = [
  stop('first'),
  stop('chest', 'pickup'),
  pause,
  stop('chest', 'delivery'),
  stop('bread'),
  reload,
  stop('paper'),
];

export const routeOf = (vehicle: string, stops: readonly OutlineStop[], shift = 0) => ({ vehicle, shift, stops: [...stops] });
export const outline: Outline = { routes: [routeOf('van', vanStops), routeOf('bike', [stop('letter')])] };
