/** A decimal number as it was written: `units` of ten to the power of minus `scale`. 12.50 is 1250 at scale 2. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const LONGEST = 40;

/** XML Schema's decimal; undefined for what is none (exponents, group marks, commas). */
export function readDecimal(text: string): Decimal | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!found || text.length > LONGEST) return undefined;
  const [, sign, whole = '', rest = ''] = found;
  if (whole + rest === '') return undefined;
  const units = BigInt(whole + rest);
  return { units: sign === '-' ? -units : units, scale: rest.length };
}

export const ONE: Decimal = { units: 1n, scale: 0 };

/** a × b ÷ c, in units of `scale`, rounded half away from zero. */
export function product(a: Decimal, b: Decimal, c: Decimal, scale: number): bigint {
  const up = scale + c.scale - a.scale - b.scale;
  const above = a.units * b.units * (up > 0 ? 10n ** BigInt(up) : 1n);
  return divided(above, c.units * (up < 0 ? 10n ** BigInt(-up) : 1n));
}

/** Rounded half away from zero. */
export function divided(above: bigint, below: bigint): bigint {
  const [a, b] = below < 0n ? [-above, -below] : [above, below];
  return (2n * a + (a < 0n ? -b : b)) / (2n * b);
}

/** In hundredths; undefined when more decimals than two say something. */
export function toCents({ units, scale }: Decimal): bigint | undefined {
  if (scale <= 2) return units * 10n ** BigInt(2 - scale);
  const below = 10n ** BigInt(scale - 2);
  return units % below === 0n ? units / below : undefined;
}
