import type { Outline } from '../model/plan.js';
import { createControl, requestStop } from './control.js';
import type { Lane } from './lane.js';
import type { Found } from './messages.js';

/**
 * Lets a worker that has just searched look for a better plan among routes seen, until the deadline in epoch milliseconds;
 * undefined when there is none.
 */
export async function combineInLane(
  lane: Lane,
  best: Found,
  routes: Outline['routes'],
  deadline: number,
  signal: AbortSignal | undefined,
  faults: string[],
): Promise<Found | undefined> {
  const control = createControl();
  const stop = () => requestStop(control);
  if (signal?.aborted) return undefined;
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve) => {
      lane.listen((event) => {
        if (event.type === 'combined') resolve(event.found);
        else if (event.type === 'rejected') faults.push(event.message);
        else if (event.type === 'failed' || event.type === 'dead') {
          faults.push(event.type === 'failed' ? event.message : event.reason);
          resolve(undefined);
        }
      });
      lane.send({ type: 'combine', best, routes, deadline, cells: control.cells });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
