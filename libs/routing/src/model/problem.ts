/**
 * The model. Times and durations share one unit of the caller's choice (minutes, seconds, …), distances another.
 * Both ends of a window belong to it, and a window bounds the start of service, not its end.
 */
export type TimeWindow = readonly [open: number, close: number];

/** A wish about the start of service; costs are per unit of time outside it. */
export interface SoftWindow {
  from?: number;
  until?: number;
  earlyCost?: number;
  lateCost?: number;
}

export interface Place {
  /** Row and column in the matrices. */
  location: number;
  /** Duration of service; 0 when left out. */
  service?: number;
  /** Hard windows, in any order, without overlap; left out means always. */
  windows?: readonly TimeWindow[];
  soft?: SoftWindow;
}

/** A shift of a vehicle; `shift` counts from 0. */
export interface ShiftRef {
  vehicle: string;
  shift?: number;
}

interface JobBase {
  id: string;
  /** What leaving this job out costs. A job without a prize must be done. */
  prize?: number;
  /** How much a job that must be done weighs among such jobs when they do not all fit; 1 when left out. */
  priority?: number;
  /** Skills that the vehicle must have. */
  skills?: readonly string[];
  /** Only this vehicle may do it; without `shift` on any of the vehicle's shifts. */
  lockedTo?: ShiftRef;
  /** Where the published plan has it; doing it elsewhere, or not, costs `changeCost` (1 when left out); without `shift` its shift 0. */
  published?: ShiftRef;
  changeCost?: number;
}

/** Goods that one vehicle picks up and later delivers. */
export interface Shipment extends JobBase {
  kind: 'shipment';
  pickup: Place;
  delivery: Place;
  /** Room taken between pickup and delivery, one number per dimension. */
  load?: readonly number[];
}

/** One stop. */
export interface Visit extends JobBase {
  kind: 'visit';
  place: Place;
  /** Loaded at the start of the shift (or the last reload) and handed over here. */
  deliver?: readonly number[];
  /** Taken along here until the next reload or the end of the shift. */
  collect?: readonly number[];
}

export type Job = Shipment | Visit;

/** A rest, taken where the stop before it is. */
export interface Break {
  duration: number;
  /** When it may start. */
  windows: readonly TimeWindow[];
}

/** A place where goods that were collected go off, and goods to deliver come on board; no shipment is on board there. */
export interface Reload extends Omit<Place, 'soft'> {
  /** How often at most within the shift; 1 when left out. */
  times?: number;
}

/** A stop that stays where it is. */
export interface StopRef {
  job: string;
  at: 'visit' | 'pickup' | 'delivery';
}

export interface Shift {
  /** Where it begins and ends; left out: wherever its first (last) stop is. */
  start?: number;
  end?: number;
  /** Not before, and back before. */
  window: TimeWindow;
  /** All are taken when the shift is driven; an idle shift needs none. */
  breaks?: readonly Break[];
  reloads?: readonly Reload[];
  maxDistance?: number;
  maxTravelTime?: number;
  /** From leaving to return, waiting and breaks included. */
  maxDuration?: number;
  /** Stops of jobs, of which a shipment has two; breaks and reloads do not count. */
  maxStops?: number;
  /** Paid once when the shift is driven. */
  fixedCost?: number;
  /** The first stops, in this order; nothing comes between them. */
  locked?: readonly StopRef[];
}

/** Its shifts do not overlap. */
export interface Vehicle {
  id: string;
  /** Index into `matrices`; 0 when left out. */
  profile?: number;
  /** One number per dimension; left out: unlimited. */
  capacity?: readonly number[];
  skills?: readonly string[];
  shifts: readonly Shift[];
  /** Paid once when any of its shifts is driven. */
  fixedCost?: number;
  costPerDistance?: number;
  /** Per unit of time from leaving (as late as possible) to return. */
  costPerTime?: number;
}

/** Rows are origins: the travel from i to j stands at i * size + j. */
export interface Matrix {
  size: number;
  distances: ArrayLike<number>;
  durations: ArrayLike<number>;
}

/** What can be made small. `unserved` is the sum of prizes left; `imbalance` the standard deviation of working time. */
export const TERMS = [
  'unserved',
  'vehicles',
  'cost',
  'distance',
  'travelTime',
  'waiting',
  'softWindows',
  'imbalance',
  'change',
] as const;
export type Term = (typeof TERMS)[number];

/** One level of the order: a term, or a weighted sum of terms. */
export type Objective = Term | Readonly<Partial<Record<Term, number>>>;

export interface Problem {
  matrices: readonly Matrix[];
  vehicles: readonly Vehicle[];
  jobs: readonly Job[];
  /** Names of the dimensions of load; none when left out. */
  dimensions?: readonly string[];
  /** Earlier ones come first. Jobs that must be done stand before all. Left out: unserved, then cost. */
  objectives?: readonly Objective[];
}

export const DEFAULT_OBJECTIVES: readonly Objective[] = ['unserved', 'cost'];
