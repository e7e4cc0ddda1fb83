/** A few numbers that the caller's thread and a worker share while the worker searches and hears no messages. */
export interface Control {
  readonly cells: Int32Array;
}

const STOP = 0;
const MAIL = 1;

export function createControl(): Control {
  return { cells: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) };
}

export function requestStop(control: Control): void {
  Atomics.store(control.cells, STOP, 1);
}

export function stopRequested(control: Control): boolean {
  return Atomics.load(control.cells, STOP) === 1;
}

/** Tells the worker that a message waits: looking for one costs far more than reading this number. */
export function announceMail(control: Control): void {
  Atomics.add(control.cells, MAIL, 1);
}

export function mailCount(control: Control): number {
  return Atomics.load(control.cells, MAIL);
}
