import { countOf, fieldsOf, textOf } from './guards.js';
import { ProblemError } from './errors.js';

/** What has been seen so far of a problem under validation, for the things that refer to it. */
export interface KnownThings {
  locations: number;
  dimensions: number;
  profiles: number;
  skills: Set<string>;
  /** Number of shifts by vehicle. */
  vehicles: Map<string, number>;
  jobs: Map<string, KnownJob>;
  /** Locked stops, e.g. "pickup a", and where. */
  locked: Map<string, string>;
}

export interface KnownJob {
  kind: 'shipment' | 'visit';
  lockedTo?: { vehicle: string; shift?: number };
}

export function validateShiftRef(value: unknown, subject: string, known: KnownThings): { vehicle: string; shift?: number } {
  const ref = fieldsOf(value, subject, ['vehicle', 'shift']);
  const vehicle = textOf(ref.vehicle, `${subject} vehicle`);
  const shifts = known.vehicles.get(vehicle);
  if (shifts === undefined) throw new ProblemError('unknown-vehicle', subject, `there is no vehicle ${vehicle}`);
  if (ref.shift === undefined) return { vehicle };
  const shift = countOf(ref.shift, `${subject} shift`);
  if (shift >= shifts) throw new ProblemError('unknown-vehicle', subject, `vehicle ${vehicle} has no shift ${shift}`);
  return { vehicle, shift };
}
