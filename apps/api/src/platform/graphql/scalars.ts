import { GraphQLScalarType, GraphQLError, Kind } from 'graphql';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day in Europe/Brussels as `YYYY-MM-DD`; text in the program too. */
export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day in Europe/Brussels, YYYY-MM-DD.',
  serialize: day,
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : undefined),
});

/** An instant: a `Date` in the program, ISO 8601 with zone on the wire. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601.',
  serialize: (value) => instant(value).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});

function day(value: unknown): string {
  const [, year, month, date] = (typeof value === 'string' && DAY.exec(value)) || [];
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  // Rolls 30 February over, so comparing shows a day that does not exist.
  if (year && Number(year) >= 1900 && instant.toISOString().slice(0, 10) === value) return value;
  throw badInput('A day must exist and be written as YYYY-MM-DD.');
}

function instant(value: unknown): Date {
  const date =
    value instanceof Date ? value : typeof value === 'number' ? new Date(value) : isoInstant(value) ? new Date(value) : undefined;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw badInput('An instant must be written as ISO 8601 with its zone.');
}

const isoInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value);

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
