import { FileError } from '../model/errors.js';

/** A line that is not empty. */
export interface Line {
  /** From 1. */
  number: number;
  text: string;
}

export function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ number: at + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
}

/**
 * The numbers of a line, apart by blanks.
 * @throws {FileError} when one is no finite number, or there are fewer than `least`
 */
export function numbersOf({ number, text }: Line, least: number): number[] {
  const numbers = text.split(/\s+/).map((word) => {
    const value = Number(word);
    if (!Number.isFinite(value)) throw new FileError(number, `"${word}" is not a number`);
    return value;
  });
  if (numbers.length < least) throw new FileError(number, `has ${numbers.length} numbers where at least ${least} are needed`);
  return numbers;
}

/** @throws {FileError} when it is no whole number from `least` on */
export function wholeAt(line: Line, value: number | undefined, name: string, least = 0): number {
  if (value === undefined || !Number.isInteger(value) || value < least)
    throw new FileError(line.number, `${name} should be a whole number from ${least} on, not ${value}`);
  return value;
}

/** @throws {FileError} when it is negative */
export function amountAt(line: Line, value: number | undefined, name: string): number {
  if (value === undefined || value < 0) throw new FileError(line.number, `${name} is negative: ${value}`);
  return value;
}

/** @throws {FileError} when it closes before it opens */
export function windowAt(line: Line, open: number, close: number): [number, number] {
  if (close < open) throw new FileError(line.number, `the window closes at ${close}, before it opens at ${open}`);
  return [open, close];
}
