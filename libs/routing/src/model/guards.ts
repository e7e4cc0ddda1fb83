import { ProblemError } from './errors.js';
import type { TimeWindow } from './problem.js';

/** Larger numbers would lose the fractions that schedules are compared by. */
export const LARGEST = 1e9;

export type Fields = Record<string, unknown>;

/** An object with no other fields than these: one that is misspelt would otherwise be a rule that silently does not hold. */
export function fieldsOf(value: unknown, subject: string, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemError('malformed', subject, 'should be an object');
  for (const name of Object.keys(value))
    if (!allowed.includes(name)) throw new ProblemError('malformed', subject, `has no field ${name}`);
  return value as Fields;
}

export function listOf(value: unknown, subject: string): unknown[] {
  if (!Array.isArray(value)) throw new ProblemError('malformed', subject, 'should be a list');
  return value as unknown[];
}

export function optionalList(value: unknown, subject: string): unknown[] {
  return value === undefined ? [] : listOf(value, subject);
}

export function textOf(value: unknown, subject: string): string {
  if (typeof value !== 'string' || value === '') throw new ProblemError('malformed', subject, 'should be a text');
  return value;
}

/** A number within the range that the search can reckon with. */
export function numberOf(value: unknown, subject: string): number {
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new ProblemError('not-a-number', subject, `should be a number, not ${JSON.stringify(value) ?? 'nothing'}`);
  if (Math.abs(value) > LARGEST)
    throw new ProblemError(
      'too-large',
      subject,
      `${value} is beyond ±${LARGEST}; choose a larger unit or count from a later moment`,
    );
  return value;
}

export function amountOf(value: unknown, subject: string): number {
  const amount = numberOf(value, subject);
  if (amount < 0) throw new ProblemError('negative', subject, `${amount} is negative`);
  return amount;
}

export function countOf(value: unknown, subject: string): number {
  const count = amountOf(value, subject);
  if (!Number.isInteger(count)) throw new ProblemError('malformed', subject, `${count} is not a whole number`);
  return count;
}

export function optionalAmount(value: unknown, subject: string): void {
  if (value !== undefined) amountOf(value, subject);
}

export function locationOf(value: unknown, subject: string, size: number): void {
  if (countOf(value, subject) >= size)
    throw new ProblemError('unknown-location', subject, `location ${String(value)} is not among the ${size} of the matrices`);
}

/** @throws {ProblemError} bad-window when it closes before it opens */
export function windowOf(value: unknown, subject: string): TimeWindow {
  const ends = listOf(value, subject);
  if (ends.length !== 2) throw new ProblemError('bad-window', subject, 'a window has two ends');
  const open = numberOf(ends[0], `${subject} window`);
  const close = numberOf(ends[1], `${subject} window`);
  if (close < open) throw new ProblemError('bad-window', subject, `closes at ${close}, before it opens at ${open}`);
  return [open, close];
}

/** Several windows, at least one; they may touch. Gives them in order. */
export function windowsOf(value: unknown, subject: string): TimeWindow[] {
  const windows = listOf(value, subject).map((window) => windowOf(window, subject));
  if (windows.length === 0)
    throw new ProblemError('bad-window', subject, 'has an empty list of windows and could never be served');
  return inOrder(windows, subject, 'windows');
}

/** @throws {ProblemError} bad-window when two of them overlap */
export function inOrder(windows: readonly TimeWindow[], subject: string, named: string): TimeWindow[] {
  const sorted = windows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (let at = 1; at < sorted.length; at++)
    if (sorted[at]![0] < sorted[at - 1]![1])
      throw new ProblemError('bad-window', subject, `has ${named} that overlap, from ${sorted[at]![0]} on`);
  return sorted;
}

export function loadOf(value: unknown, subject: string, dimensions: number): void {
  if (value === undefined) return;
  const load = listOf(value, subject);
  if (load.length !== dimensions)
    throw new ProblemError('bad-load', subject, `has ${load.length} numbers for ${dimensions} dimensions of load`);
  for (const amount of load) amountOf(amount, subject);
}
