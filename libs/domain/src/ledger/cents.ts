/** Whole cents of a euro; never a number with a fraction. */
export type Cents = bigint;

export type AmountReading =
  | { readonly ok: true; readonly cents: Cents }
  /** `readings`: what the text could mean, when that is more than one thing. */
  | {
      readonly ok: false;
      readonly code: 'NOT_AN_AMOUNT' | 'AMBIGUOUS' | 'TOO_MANY_DECIMALS' | 'TOO_LARGE';
      readonly readings: readonly Cents[];
    };

/** A hundred billion euro; far below what a bigint column of PostgreSQL holds. */
const LARGEST: Cents = 10_000_000_000_000n;
/** Groups of three by what people and spreadsheets put between them: spaces of three kinds and the Swiss apostrophe. */
const SPACED = /^\d{1,3}(?:[\s\u00a0\u202f']\d{3})+(?:[.,]\d*)?$/u;
const SPACES = /[\s\u00a0\u202f']/gu;

/**
 * Reads an amount as it is typed in Belgium: `7.200.000,00`, `7200000`, `€ 1.234,5`, `-12,30`. The comma starts the decimals
 * and the point groups by three; both also the other way round where that is plain. One of them before three digits (`1.234`,
 * `1,234`) groups or starts three decimals, so it is refused with both readings.
 */
export function readAmount(text: string): AmountReading {
  const bare = text.replace(/€|EUR/iu, '').replace('−', '-').trim();
  const sign = bare.startsWith('-') ? -1n : 1n;
  const unsigned = bare.replace(/^[+-]\s*/u, '');
  const body = SPACED.test(unsigned) ? unsigned.replace(SPACES, '') : unsigned;
  if (!/^\d[\d.,]*$|^[.,]\d+$/u.test(body)) return refuse('NOT_AN_AMOUNT');
  const points = count(body, '.');
  const commas = count(body, ',');
  if (points > 0 && commas > 0) return readMixed(body, sign);
  const mark = points > 0 ? '.' : ',';
  const marks = points + commas;
  if (marks === 0) return amount(body, '', sign);
  if (marks > 1) return grouped(body, mark) ? amount(body.replaceAll(mark, ''), '', sign) : refuse('NOT_AN_AMOUNT');
  const [whole = '', rest = ''] = body.split(mark);
  if (rest.length === 0) return refuse('NOT_AN_AMOUNT');
  if (rest.length <= 2) return amount(whole, rest, sign);
  if (rest.length === 3 && /^[1-9]\d{0,2}$/u.test(whole)) {
    const thousands = amount(whole + rest, '', sign);
    const rounded = amount(whole, rest.slice(0, 2), sign);
    return refuse(
      'AMBIGUOUS',
      [thousands, rounded].flatMap((reading) => (reading.ok ? [reading.cents] : [])),
    );
  }
  return refuse('TOO_MANY_DECIMALS');
}

/** Both marks: the last one starts the decimals, the other groups. */
function readMixed(body: string, sign: bigint): AmountReading {
  const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.';
  const group = decimal === ',' ? '.' : ',';
  const at = body.lastIndexOf(decimal);
  const whole = body.slice(0, at);
  const rest = body.slice(at + 1);
  if (whole.includes(decimal) || !grouped(whole, group)) return refuse('NOT_AN_AMOUNT');
  return rest.length > 2 ? refuse('TOO_MANY_DECIMALS') : amount(whole.replaceAll(group, ''), rest, sign);
}

function amount(whole: string, decimals: string, sign: bigint): AmountReading {
  const cents = BigInt((whole || '0') + decimals.padEnd(2, '0')) * sign;
  return cents > LARGEST || cents < -LARGEST ? refuse('TOO_LARGE') : { ok: true, cents };
}

const refuse = (code: Exclude<AmountReading, { ok: true }>['code'], readings: readonly Cents[] = []): AmountReading => ({
  ok: false,
  code,
  readings,
});

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** One to three digits, and then three each. */
const grouped = (text: string, mark: string) => {
  const [first = '', ...others] = text.split(mark);
  return first.length >= 1 && first.length <= 3 && others.every((each) => each.length === 3);
};

/** `7.200.000,00`: the Belgian way, without a currency. */
export function writeAmount(cents: Cents): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${cents < 0n ? '-' : ''}${whole},${digits.slice(-2)}`;
}

/** `part` of `whole` of an amount, rounded half away from zero: the way amounts are rounded in claims. */
export function ofAmount(cents: Cents, part: bigint, whole: bigint): Cents {
  if (whole <= 0n) throw new RangeError('The whole must be more than nothing.');
  const product = cents * part;
  const half = product < 0n ? -whole : whole;
  return (2n * product + half) / (2n * whole);
}

export const sumOf = (amounts: Iterable<Cents>): Cents => {
  let sum = 0n;
  for (const cents of amounts) sum += cents;
  return sum;
};

export const least = (a: Cents, b: Cents): Cents => (a < b ? a : b);
