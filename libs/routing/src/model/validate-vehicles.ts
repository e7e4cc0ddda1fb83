import { ProblemError } from './errors.js';
import { amountOf, countOf, fieldsOf, inOrder, listOf, loadOf, locationOf, optionalAmount, optionalList } from './guards.js';
import { textOf, windowOf, windowsOf } from './guards.js';
import type { KnownThings } from './known-things.js';
import type { TimeWindow } from './problem.js';
import { validatePlace } from './validate-place.js';

const COSTS = ['fixedCost', 'costPerDistance', 'costPerTime'];
const VEHICLE = ['id', 'profile', 'capacity', 'skills', 'shifts', ...COSTS];
const LIMITS = ['maxDistance', 'maxTravelTime', 'maxDuration', 'fixedCost'];
const SHIFT = ['start', 'end', 'window', 'breaks', 'reloads', 'maxStops', 'locked', ...LIMITS];

export function validateVehicle(value: unknown, at: number, known: KnownThings): void {
  const vehicle = fieldsOf(value, `vehicles[${at}]`, VEHICLE);
  const id = textOf(vehicle.id, `vehicles[${at}].id`);
  const subject = `vehicle ${id}`;
  if (known.vehicles.has(id)) throw new ProblemError('duplicate-id', subject, 'appears twice');
  if (vehicle.profile !== undefined && countOf(vehicle.profile, `${subject} profile`) >= known.profiles)
    throw new ProblemError('unknown-profile', subject, `there is no matrix ${String(vehicle.profile)}`);
  loadOf(vehicle.capacity, `${subject} capacity`, known.dimensions);
  for (const cost of COSTS) optionalAmount(vehicle[cost], `${subject} ${cost}`);
  for (const skill of optionalList(vehicle.skills, `${subject} skills`)) known.skills.add(textOf(skill, `${subject} skills`));
  const shifts = listOf(vehicle.shifts, `${subject} shifts`);
  const windows = shifts.map((shift, number) => validateShift(shift, `${subject} shift ${number}`, known));
  inOrder(windows, subject, 'shifts');
  known.vehicles.set(id, shifts.length);
}

function validateShift(value: unknown, subject: string, known: KnownThings): TimeWindow {
  const shift = fieldsOf(value, subject, SHIFT);
  if (shift.start !== undefined) locationOf(shift.start, `${subject} start`, known.locations);
  if (shift.end !== undefined) locationOf(shift.end, `${subject} end`, known.locations);
  for (const limit of LIMITS) optionalAmount(shift[limit], `${subject} ${limit}`);
  if (shift.maxStops !== undefined) countOf(shift.maxStops, `${subject} maxStops`);
  for (const entry of optionalList(shift.breaks, `${subject} breaks`)) {
    const pause = fieldsOf(entry, `${subject} break`, ['duration', 'windows']);
    amountOf(pause.duration, `${subject} break duration`);
    windowsOf(pause.windows, `${subject} break`);
  }
  for (const entry of optionalList(shift.reloads, `${subject} reloads`)) {
    validatePlace(entry, `${subject} reload`, known.locations, ['times']);
    const { times } = entry as { times?: unknown };
    if (times !== undefined) countOf(times, `${subject} reload times`);
  }
  return windowOf(shift.window, subject);
}
