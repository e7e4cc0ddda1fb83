import type { Pool } from './create-pool.js';
import type { Lane } from './lane.js';

/** A worker that does not end by then is stuck. */
const LATEST_MS = 5_000;

/** Gives lanes back when they end, and ends those that do not; the process need not wait for either. */
export function releaseLate(pool: Pool, lanes: readonly Lane[]): void {
  for (const lane of lanes) {
    const timer = setTimeout(() => void lane.kill(), LATEST_MS);
    timer.unref();
    lane.hold(false);
    lane.listen((event) => {
      if (event.type !== 'done' && event.type !== 'failed' && event.type !== 'dead') return;
      clearTimeout(timer);
      pool.give([lane]);
    });
  }
}
