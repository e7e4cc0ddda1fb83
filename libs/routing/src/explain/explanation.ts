import type { Terms } from '../model/plan.js';

export const CONSTRAINTS = [
  'skill',
  'lock',
  'capacity',
  'window',
  'shift-end',
  'max-distance',
  'max-travel-time',
  'max-duration',
  'max-stops',
] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** A constraint that an insertion would break. */
export interface Broken {
  constraint: Constraint;
  /** The job, or the numbered break or reload, whose window or load it is; the vehicle otherwise. */
  subject: string;
  /** By how much, in the unit of the constraint; the number of skills that lack; 1 for a lock. */
  by: number;
  /** The same as a part of what is allowed, to compare unlike constraints. */
  share: number;
  /** Index into the dimensions of load. */
  dimension?: number;
}

/** Where a job would go: indices into the stops of that route once it is in. */
export interface Insertion {
  vehicle: string;
  shift: number;
  /** The visit, or the pickup and the delivery. */
  at: number[];
  /** What the terms of the plan would rise by; `unserved` falls by the prize. */
  added: Terms;
  /** Empty when the job fits. */
  broken: Broken[];
}

/**
 * Why a job is not in the plan:
 * - `skill`: no vehicle has all that it asks;
 * - `lock`: another shift could, but not the one it is locked to;
 * - `capacity`: too large, for every vehicle (`evenAlone`) or beside what is planned;
 * - `window`: no shift reaches it in its windows, even with nothing else to do;
 * - `shift`: reached, but not back in time or within another limit of the shift, even with nothing else to do;
 * - `no-time`: a shift could, but there is no time for it beside what is planned;
 * - `not-worth`: it fits, and costs more than its prize;
 * - `unfinished`: it fits and pays; the search ended before it was placed;
 * - `unjudged`: an empty shift could; the time for explanations ended before the plan was searched for a place.
 */
export type Reason = 'skill' | 'lock' | 'capacity' | 'window' | 'shift' | 'no-time' | 'not-worth' | 'unfinished' | 'unjudged';

export interface Explanation {
  job: string;
  reason: Reason;
  /** Whether even a shift with nothing else to do could not serve it. */
  evenAlone: boolean;
  /** The cheapest insertion, or when none fits the one that breaks least. */
  nearest?: Insertion;
}
