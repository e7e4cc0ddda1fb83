import type { DrivenShift } from './driven-shift.js';
import type { Tell } from './violation.js';

/** Who may do what, and in which order: skills, locks, shipments, breaks, reloads, number of stops. */
export function checkOrder(driven: DrivenShift, tell: Tell): void {
  const { name, shift, stops } = driven;
  const served = stops.filter(({ job }) => job);
  if (served.length === 0) tell('idle-route', name, 'has no stop of a job');
  if (shift.maxStops !== undefined && served.length > shift.maxStops)
    tell('max-stops', name, `has ${served.length} stops and may have ${shift.maxStops}`);
  checkWho(driven, tell);
  checkLockedStops(driven, tell);
  checkShipments(driven, tell);
  checkBreaks(driven, tell);
  checkReloads(driven, tell);
}

function checkWho({ route, name, vehicle, stops }: DrivenShift, tell: Tell): void {
  for (const { job, name: stopName } of stops) {
    for (const skill of job?.skills ?? [])
      if (!vehicle.skills?.includes(skill)) tell('skill', stopName, `asks for ${skill}, which ${name} lacks`);
    const lock = job?.lockedTo;
    if (lock && (lock.vehicle !== route.vehicle || (lock.shift !== undefined && lock.shift !== route.shift)))
      tell('locked-to', stopName, `is locked to ${lock.vehicle} and done by ${name}`);
  }
}

function checkLockedStops({ name, shift, stops }: DrivenShift, tell: Tell): void {
  shift.locked?.forEach(({ job, at }, position) => {
    const stop = stops[position]?.stop;
    if (stop?.job !== job || stop.kind !== at)
      tell('locked-stops', name, `should have the ${at} of job ${job} as stop ${position}`);
  });
}

/** Both stops on one shift, the pickup first. */
function checkShipments({ stops }: DrivenShift, tell: Tell): void {
  const first = (id: string, kind: string) => stops.findIndex(({ stop }) => stop.job === id && stop.kind === kind);
  const seen = new Set<string>();
  for (const { job } of stops) {
    if (job?.kind !== 'shipment' || seen.has(job.id)) continue;
    seen.add(job.id);
    const [pickup, delivery] = [first(job.id, 'pickup'), first(job.id, 'delivery')];
    if (pickup < 0 || delivery < 0) tell('shipment', `job ${job.id}`, 'is not picked up and delivered on one shift');
    else if (delivery < pickup) tell('shipment', `job ${job.id}`, 'is delivered before it is picked up');
  }
}

/** Each of them once. */
function checkBreaks({ name, shift, stops }: DrivenShift, tell: Tell): void {
  shift.breaks?.forEach((_, number) => {
    const times = stops.filter(({ stop }) => stop.kind === 'break' && stop.number === number).length;
    if (times !== 1) tell('break', `${name} break ${number}`, `is taken ${times} times`);
  });
}

/** Not too often, and with no shipment on board. */
function checkReloads({ name, shift, stops }: DrivenShift, tell: Tell): void {
  shift.reloads?.forEach(({ times = 1 }, number) => {
    const done = stops.filter(({ stop }) => stop.kind === 'reload' && stop.number === number).length;
    if (done > times) tell('reload', `${name} reload ${number}`, `is done ${done} times and may be ${times} times`);
  });
  const aboard = new Set<string>();
  for (const { stop, name: stopName } of stops) {
    if (stop.kind === 'pickup') aboard.add(stop.job!);
    else if (stop.kind === 'delivery') aboard.delete(stop.job!);
    else if (stop.kind === 'reload' && aboard.size > 0)
      tell('reload', stopName, `has shipment ${[...aboard].join(', ')} on board`);
  }
}
