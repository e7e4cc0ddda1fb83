import { ProblemError } from './errors.js';
import { fieldsOf, listOf, loadOf, optionalAmount, optionalList, textOf } from './guards.js';
import { validateShiftRef, type KnownThings } from './known-things.js';
import { validatePlace, type KnownPlace } from './validate-place.js';

const JOB = ['kind', 'id', 'prize', 'priority', 'skills', 'lockedTo', 'published', 'changeCost'];
const SHIPMENT = [...JOB, 'pickup', 'delivery', 'load'];
const VISIT = [...JOB, 'place', 'deliver', 'collect'];

/** @param fastest the least travel time between two locations in any profile */
export function validateJob(value: unknown, at: number, known: KnownThings, fastest: (from: number, to: number) => number): void {
  const { id, kind } = fieldsOf(value, `jobs[${at}]`, [...SHIPMENT, ...VISIT]);
  const subject = `job ${textOf(id, `jobs[${at}].id`)}`;
  if (known.jobs.has(id as string)) throw new ProblemError('duplicate-id', subject, 'appears twice');
  if (kind !== 'shipment' && kind !== 'visit')
    throw new ProblemError('malformed', subject, `is neither a shipment nor a visit but ${JSON.stringify(kind) ?? 'nothing'}`);
  const job = fieldsOf(value, subject, kind === 'shipment' ? SHIPMENT : VISIT);
  if (kind === 'shipment') {
    const pickup = validatePlace(job.pickup, `${subject} pickup`, known.locations);
    const delivery = validatePlace(job.delivery, `${subject} delivery`, known.locations);
    requirePossible(subject, pickup, delivery, fastest(pickup.location, delivery.location));
    loadOf(job.load, `${subject} load`, known.dimensions);
  } else {
    validatePlace(job.place, `${subject} place`, known.locations);
    loadOf(job.deliver, `${subject} deliver`, known.dimensions);
    loadOf(job.collect, `${subject} collect`, known.dimensions);
  }
  optionalAmount(job.prize, `${subject} prize`);
  optionalAmount(job.priority, `${subject} priority`);
  optionalAmount(job.changeCost, `${subject} changeCost`);
  for (const skill of optionalList(job.skills, `${subject} skills`))
    if (!known.skills.has(textOf(skill, `${subject} skills`)))
      throw new ProblemError('unknown-skill', subject, `asks for ${String(skill)}, which no vehicle has`);
  const lockedTo = job.lockedTo === undefined ? undefined : validateShiftRef(job.lockedTo, `${subject} lockedTo`, known);
  if (job.published !== undefined) validateShiftRef(job.published, `${subject} published`, known);
  known.jobs.set(id as string, { kind, lockedTo });
}

/** A job whose own windows contradict each other; one that only lacks a vehicle is left out of the plan with a reason instead. */
function requirePossible(subject: string, pickup: KnownPlace, delivery: KnownPlace, travel: number): void {
  const earliest = pickup.open + pickup.service + travel;
  if (earliest <= delivery.close) return;
  const text = `can be done by nobody: delivered at ${earliest} at the earliest, and not after ${delivery.close}`;
  throw new ProblemError('impossible', subject, text);
}

/** The first stops of a shift: known, in the order of a shipment, locked once, and not against the job's own lock. */
export function validateLocked(
  value: unknown,
  { vehicle, shift, subject }: { vehicle: string; shift: number; subject: string },
  known: KnownThings,
): void {
  for (const entry of listOf(value, subject)) {
    const stop = fieldsOf(entry, subject, ['job', 'at']);
    const id = textOf(stop.job, `${subject} job`);
    const job = known.jobs.get(id);
    if (job === undefined) throw new ProblemError('unknown-job', subject, `there is no job ${id}`);
    const refuse = (text: string): never => {
      throw new ProblemError('bad-lock', subject, text);
    };
    const fits = job.kind === 'visit' ? stop.at === 'visit' : stop.at === 'pickup' || stop.at === 'delivery';
    if (!fits) refuse(`job ${id} is a ${job.kind} and has no ${JSON.stringify(stop.at) ?? 'such stop'}`);
    const key = `${String(stop.at)} ${id}`;
    if (known.locked.has(key)) refuse(`the ${String(stop.at)} of job ${id} is locked twice`);
    known.locked.set(key, subject);
    if (stop.at === 'delivery' && known.locked.get(`pickup ${id}`) !== subject)
      refuse(`the delivery of job ${id} is locked without its pickup before it`);
    const elsewhere = job.lockedTo && (job.lockedTo.vehicle !== vehicle || (job.lockedTo.shift ?? shift) !== shift);
    if (elsewhere) refuse(`job ${id} is locked to another shift`);
  }
}
