import type { Term } from './problem.js';

export interface PlanStop {
  kind: 'visit' | 'pickup' | 'delivery' | 'break' | 'reload';
  /** The job, or for a break or reload its number in the shift. */
  job?: string;
  number?: number;
  /** The location in the matrices; a break is taken where the stop before it is. */
  location: number;
  arrival: number;
  /** Start of service; the time since arrival was waiting. */
  start: number;
  departure: number;
  /** On board after the stop, by dimension. */
  load: number[];
}

export interface PlanRoute {
  vehicle: string;
  shift: number;
  departure: number;
  return: number;
  distance: number;
  travelTime: number;
  waiting: number;
  /** Load on board when leaving. */
  load: number[];
  stops: PlanStop[];
}

export type Terms = Record<Term, number>;

export interface Plan {
  routes: PlanRoute[];
  /** Ids of jobs left out. */
  unserved: string[];
  /** Weight of the jobs left out that must be done. */
  missing: number;
  terms: Terms;
}

/** A stop of an outline: a job's stop, or the numbered break or reload of the shift. */
export type OutlineStop = { kind: 'visit' | 'pickup' | 'delivery'; job: string } | { kind: 'break' | 'reload'; number: number };

/** Who goes where in which order, without times: what the search decides, a plan computes and a caller may start from. */
export interface Outline {
  routes: { vehicle: string; shift: number; stops: OutlineStop[] }[];
}
