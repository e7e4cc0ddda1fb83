export const RULES = [
  'unknown-vehicle',
  'unknown-job',
  'unknown-stop',
  'shift-twice',
  'idle-route',
  'stop-twice',
  'shipment',
  'unserved',
  'skill',
  'locked-to',
  'locked-stops',
  'break',
  'reload',
  'location',
  'travel',
  'service',
  'window',
  'shift-window',
  'capacity',
  'max-distance',
  'max-travel-time',
  'max-duration',
  'max-stops',
  'figure',
] as const;
export type Rule = (typeof RULES)[number];

/** A rule of the model that a plan breaks; `subject` names the job, shift or figure. */
export class Violation {
  readonly rule: Rule;
  readonly subject: string;
  readonly message: string;

  constructor(rule: Rule, subject: string, message: string) {
    this.rule = rule;
    this.subject = subject;
    this.message = message;
  }

  toString(): string {
    return `${this.rule}: ${this.subject} ${this.message}`;
  }
}

export type Tell = (rule: Rule, subject: string, message: string) => void;

/** Sums of the same numbers in another order differ by less than this. */
export function noiseAt(value: number): number {
  return 1e-6 + 1e-12 * Math.abs(value);
}

/** False for NaN too. */
export function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= noiseAt(b);
}

/** False for NaN too. */
export function atMost(value: number, limit: number): boolean {
  return value <= limit + noiseAt(value);
}

/** Tells where a figure that the plan reports is not the one that follows from its stops. */
export function compareFigure(tell: Tell, subject: string, reported: number, recomputed: number): void {
  if (!same(reported, recomputed)) tell('figure', subject, `is ${reported} and should be ${recomputed}`);
}
