import os from 'node:os';
import { SolverError } from '../model/errors.js';
import { createLane, type Lane } from './lane.js';
import { workerFile } from './worker-file.js';

/** Worker threads that several calls of `solve` can share, one after the other. */
export interface Pool {
  readonly size: number;
  /**
   * Idle lanes, at most `wanted` and at least one; waits its turn while there is none.
   * @throws {SolverError} when the pool is closed; the signal's reason when that fires while waiting
   */
  take(wanted: number, signal?: AbortSignal): Promise<Lane[]>;
  give(lanes: readonly Lane[]): void;
  /** Ends every worker; a search under way returns what it has. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** How many threads; one less than there are cores when left out, and at least one. */
  workers?: number;
  /** For tests: another program than the worker's own. */
  file?: URL;
}

export function defaultWorkers(): number {
  return Math.max(1, os.availableParallelism() - 1);
}

/** Starts no thread before it is needed. @throws {SolverError} when the library has not been built */
export function createPool({ workers = defaultWorkers(), file = workerFile() }: PoolOptions = {}): Pool {
  const size = Math.max(1, workers);
  const idle: Lane[] = [];
  const taken = new Set<Lane>();
  const waiting: (() => void)[] = [];
  let closed = false;

  const idleLanes = (wanted: number) => {
    const alive = idle.filter((lane) => lane.alive);
    idle.length = 0;
    while (alive.length < wanted && alive.length + taken.size < size) alive.push(createLane(file));
    const lanes = alive.splice(0, wanted);
    idle.push(...alive);
    return lanes;
  };

  return {
    size,
    async take(wanted, signal) {
      for (;;) {
        if (closed) throw new SolverError('The pool of workers is closed.');
        signal?.throwIfAborted();
        const lanes = idleLanes(wanted);
        for (const lane of lanes) {
          taken.add(lane);
          lane.hold(true);
        }
        if (lanes.length > 0) return lanes;
        await nextTurn(waiting, signal);
      }
    },
    give(lanes) {
      for (const lane of lanes) {
        if (!taken.delete(lane)) continue;
        lane.listen(undefined);
        lane.hold(false);
        if (lane.alive && !closed) idle.push(lane);
      }
      for (const wake of waiting.splice(0, lanes.length)) wake();
    },
    async close() {
      closed = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...idle.splice(0), ...taken].map((lane) => lane.kill()));
    },
  };
}

function nextTurn(waiting: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      const at = waiting.indexOf(wake);
      if (at >= 0) waiting.splice(at, 1);
      resolve();
    };
    waiting.push(wake);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
