import { Field, type FieldOptions } from '@nestjs/graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Column, type ColumnOptions } from 'typeorm';

/** Whole cents: a `bigint` in the program and in the database, text on the wire, never a number with a fraction. */
export const CentsScalar = new GraphQLScalarType<bigint, string>({
  name: 'Cents',
  description: 'Whole cents of a euro, as text: "720000000" is € 7.200.000,00.',
  serialize: (value) => String(cents(value)),
  parseValue: cents,
  parseLiteral: (node) => cents(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

function cents(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw new GraphQLError('An amount must be whole cents, written as text.', { extensions: { code: 'BAD_USER_INPUT' } });
}

const asBigint = {
  to: (value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  from: (value: unknown) => (typeof value === 'string' ? BigInt(value) : value),
};

/** A column of cents. */
export const CentsColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'bigint', transformer: asBigint });

/** A column of cents that the API shows under its own name. */
export function Cents({ nullable = false, ...options }: ColumnOptions = {}, field: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    Field(() => CentsScalar, { ...field, nullable })(target, property);
    CentsColumn({ ...options, nullable })(target, property);
  };
}

/** A field of cents that is no column. */
export const CentsField = (options: FieldOptions = {}) => Field(() => CentsScalar, options);
