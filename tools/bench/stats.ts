/** The value that a share (0…1) of all values does not exceed, by nearest rank: always one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export interface Ratios {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Least, middle and greatest of ratios taken round by round, so that a slow minute of the machine touches both sides. */
export function ratios(measured: readonly number[], reference: readonly number[]): Ratios {
  if (measured.length !== reference.length) throw new RangeError('each round has both sides');
  const each = measured.map((value, at) => value / reference[at]!);
  return { min: Math.min(...each), median: median(each), max: Math.max(...each) };
}

export const asRatio = (each: Ratios) => `${each.median.toFixed(2)} × (${each.min.toFixed(2)} to ${each.max.toFixed(2)})`;
export const asMs = (ms: number) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(1)} ms`;
