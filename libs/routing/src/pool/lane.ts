import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.js';

/** What a lane tells: a message of its worker, or that the worker is no more. */
export type LaneEvent = FromWorker | { type: 'dead'; reason: string };

/** One worker thread. It keeps the process alive only while it is at work. */
export interface Lane {
  readonly alive: boolean;
  send(message: ToWorker): void;
  /** Only one listener at a time; undefined lets events pass unheard. */
  listen(listener: ((event: LaneEvent) => void) | undefined): void;
  /** Whether the process should wait for this worker. */
  hold(held: boolean): void;
  kill(): Promise<void>;
}

export function createLane(file: URL): Lane {
  // Flags of the program that calls, e.g. --input-type, mean nothing to a worker and may keep it from starting.
  const worker = new Worker(file, { execArgv: [] });
  let alive = true;
  let reason: string | undefined;
  let listener: ((event: LaneEvent) => void) | undefined;
  worker.unref();
  worker.on('message', (message: FromWorker) => listener?.(message));
  worker.on('messageerror', (error) => (reason = error.message));
  worker.on('error', (error) => (reason = error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => {
    alive = false;
    listener?.({ type: 'dead', reason: reason ?? `the worker ended with code ${code}` });
  });
  return {
    get alive() {
      return alive;
    },
    send: (message) => worker.postMessage(message, []),
    listen: (next) => (listener = next),
    hold: (held) => {
      if (!alive) return;
      if (held) worker.ref();
      else worker.unref();
    },
    kill: async () => {
      await worker.terminate();
    },
  };
}
