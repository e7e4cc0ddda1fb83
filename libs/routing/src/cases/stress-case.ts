import type { Break, Job, Place, Problem, Reload, Shift, Shipment, TimeWindow, Vehicle, Visit } from '../model/problem.js';
import { createDraw, roads, scatter, type Draw } from './plane.js';

const DAYS = 10;
const DAY = 1440;
const KITS = 60;
const LEGS_PER_KIT = 5;
const SITES = 45;
const DEPOTS = 3;
const VANS = 10;
const ERRANDS = 20;

/** Two parts of a working day. */
const MORNING: TimeWindow = [8 * 60, 12 * 60];
const AFTERNOON: TimeWindow = [13 * 60, 16 * 60 + 30];

/**
 * 60 kits that move 300 times within ten days, by ten vans of two kinds from three depots, with every kind of constraint of the
 * model. Minutes, kilometres and euros; loads in volume, mass and pieces.
 */
export function stressCase(seed = 1): Problem {
  const draw = createDraw(seed);
  const spots = scatter(draw, DEPOTS + SITES, 90, 60);
  const vehicles = Array.from({ length: VANS }, (_, number) => van(draw, number));
  const legs = Array.from({ length: KITS }, (_, kit) => legsOf(draw, kit)).flat();
  const errands = Array.from({ length: ERRANDS }, (_, number) => errand(draw, number));
  const jobs: Job[] = [...legs, ...errands].map((job) => promised(draw, job));
  lockFirstDay(vehicles, jobs);
  return {
    matrices: [roads(spots, 60, draw), roads(spots, 50, draw)],
    dimensions: ['volume (m³)', 'mass (kg)', 'pieces'],
    vehicles,
    jobs,
    objectives: [{ unserved: 1, cost: 1, softWindows: 1, change: 1 }],
  };
}

function van(draw: Draw, number: number): Vehicle {
  const large = number % 3 === 0;
  const depot = number % DEPOTS;
  const pause: Break = { duration: 30, windows: [[11 * 60 + 30, 13 * 60 + 30]] };
  const reload: Reload = { location: depot, service: 15, windows: [[7 * 60, 17 * 60]], times: 2 };
  return {
    id: `van ${number + 1}`,
    profile: large ? 1 : 0,
    capacity: large ? [22, 3000, 10] : [12, 1100, 6],
    skills: [...(large ? ['tail-lift'] : []), ...(number % 2 === 0 ? ['electrician'] : [])],
    fixedCost: 40,
    costPerDistance: large ? 0.9 : 0.55,
    costPerTime: 0.6,
    shifts: Array.from({ length: DAYS }, (_, day): Shift => {
      const onDay = ([open, close]: TimeWindow): TimeWindow => [day * DAY + open, day * DAY + close];
      return {
        start: depot,
        // The last van is driven home by whoever has it.
        end: number === VANS - 1 ? undefined : depot,
        window: onDay([7 * 60, 17 * 60 + draw.below(3) * 30]),
        breaks: [{ ...pause, windows: pause.windows.map(onDay) }],
        reloads: [{ ...reload, windows: reload.windows!.map(onDay) }],
        maxDistance: 420,
        maxTravelTime: 6.5 * 60,
        maxDuration: 9 * 60,
        maxStops: 16,
        fixedCost: 25,
      };
    }),
  };
}

/** Each leg takes a kit from where the one before brought it, two days later. */
function legsOf(draw: Draw, kit: number): Shipment[] {
  const site = () => DEPOTS + draw.below(SITES);
  const heavy = draw.chance(0.3);
  const load = heavy ? [4 + draw.below(5), 400 + draw.below(500), 2] : [1 + draw.below(4), 40 + draw.below(200), 1];
  let from = site();
  return Array.from({ length: LEGS_PER_KIT }, (_, leg): Shipment => {
    const day = leg * 2;
    let to = site();
    while (to === from) to = site();
    const job: Shipment = {
      kind: 'shipment',
      id: `kit ${kit + 1} leg ${leg + 1}`,
      load,
      skills: heavy ? ['tail-lift'] : draw.chance(0.15) ? ['electrician'] : [],
      ...worth(draw, 250, 900),
      pickup: place(draw, from, day, 15),
      delivery: place(draw, to, day, heavy ? 40 : 20),
    };
    from = to;
    return job;
  });
}

/** Consumables that are brought, and scrap that is taken along. */
function errand(draw: Draw, number: number): Visit {
  const load = [1 + draw.below(4), 50 + draw.below(300), 1];
  return {
    kind: 'visit',
    id: `errand ${number + 1}`,
    ...(draw.chance(0.5) ? { deliver: load } : { collect: load }),
    ...worth(draw, 60, 200),
    place: place(draw, DEPOTS + draw.below(SITES), draw.below(DAYS - 1), 10),
  };
}

/** One in eight must be done. */
function worth(draw: Draw, low: number, high: number): { prize?: number; priority?: number } {
  return draw.chance(0.12) ? { priority: draw.between(1, 3) } : { prize: draw.between(low, high) };
}

/** Open on that day and the next, mornings and afternoons; some would rather have it early or late. */
function place(draw: Draw, location: number, day: number, service: number): Place {
  const windows = [day, day + 1].flatMap((each): TimeWindow[] => {
    const parts = draw.chance(0.2) ? [draw.pick([MORNING, AFTERNOON])] : [MORNING, AFTERNOON];
    return parts.map(([open, close]) => [each * DAY + open, each * DAY + close]);
  });
  const soft = draw.chance(0.25)
    ? { from: day * DAY + 9 * 60, until: day * DAY + 15 * 60, earlyCost: 0.2, lateCost: 0.1 }
    : undefined;
  return { location, service, windows, soft };
}

function promised(draw: Draw, job: Job): Job {
  if (draw.chance(0.9)) return job;
  const first = (job.kind === 'visit' ? job.place : job.pickup).windows![0]![0];
  const published = {
    vehicle: `van ${job.skills?.includes('tail-lift') ? 1 : draw.between(1, VANS)}`,
    shift: Math.floor(first / DAY),
  };
  const locked = draw.chance(0.15) && !job.skills?.length ? { lockedTo: published } : {};
  return { ...job, ...locked, published, changeCost: 30 };
}

/** The first van has left already: it makes the stop that it is on the way to. */
function lockFirstDay(vehicles: Vehicle[], jobs: readonly Job[]): void {
  const job = jobs.find((each) => each.kind === 'shipment' && !each.lockedTo && !each.skills?.includes('electrician'))!;
  const [first, ...rest] = vehicles[0]!.shifts;
  vehicles[0] = { ...vehicles[0]!, shifts: [{ ...first!, locked: [{ job: job.id, at: 'pickup' }] }, ...rest] };
}
