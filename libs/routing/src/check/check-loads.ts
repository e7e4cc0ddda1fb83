import type { DrivenShift, DrivenStop } from './driven-shift.js';
import { atMost, compareFigure, type Tell } from './violation.js';

/** What is on board, dimension by dimension: within the capacity, and as the plan says. */
export function checkLoads({ route, name, vehicle, stops }: DrivenShift, dimensions: readonly string[], tell: Tell): void {
  dimensions.forEach((dimension, at) => {
    const most = vehicle.capacity?.[at] ?? Infinity;
    const judge = (subject: string, reported: number | undefined, load: number) => {
      compareFigure(tell, `${subject} load in ${dimension}`, reported ?? NaN, load);
      if (!atMost(load, most)) tell('capacity', subject, `has ${load} in ${dimension} on board and may have ${most}`);
    };
    let toHandOver = handedOver(stops, at);
    let collected = 0;
    let shipped = 0;
    judge(name, route.load[at], toHandOver);
    stops.forEach(({ stop, job, name: stopName }, position) => {
      if (stop.kind === 'reload') {
        toHandOver = handedOver(stops.slice(position + 1), at);
        collected = 0;
      } else if (job?.kind === 'visit') {
        toHandOver -= job.deliver?.[at] ?? 0;
        collected += job.collect?.[at] ?? 0;
      } else if (job?.kind === 'shipment') {
        const load = job.load?.[at] ?? 0;
        shipped += stop.kind === 'pickup' ? load : -load;
      }
      judge(stopName, stop.load[at], toHandOver + collected + shipped);
    });
  });
  for (const { load } of [route, ...stops.map(({ stop }) => stop)])
    if (load.length !== dimensions.length) tell('figure', `${name} load`, `has ${load.length} numbers, not ${dimensions.length}`);
}

/** What visits up to the next reload receive. */
function handedOver(stops: readonly DrivenStop[], dimension: number): number {
  let sum = 0;
  for (const { stop, job } of stops) {
    if (stop.kind === 'reload') break;
    if (job?.kind === 'visit') sum += job.deliver?.[dimension] ?? 0;
  }
  return sum;
}
