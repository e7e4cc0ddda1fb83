import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

type Class<T> = abstract new (...args: never[]) => T;

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/**
 * Base classes for `NameEdge` and `NameConnection`; a feature extends both:
 * `const sites = connectionOf(SiteType, 'Site'); @ObjectType() class SiteConnection extends sites.Connection {}`
 */
export function connectionOf<T>(node: Class<T>, name: string) {
  @ObjectType(`${name}Edge`)
  class EdgeType implements Edge<T> {
    @Field()
    cursor: string;

    @Field(() => node)
    node: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType])
    edges: EdgeType[];

    @Field()
    pageInfo: PageInfo;

    @Field(() => Int)
    totalCount: number;
  }
  return { Edge: EdgeType, Connection: ConnectionType };
}

/** A page asked for: `first` within 1 to `most`, and the position after which it starts. */
export function pageOf(first: number, most = 100): number {
  if (Number.isInteger(first) && first >= 1 && first <= most) return first;
  throw badInput(`first must be a whole number from 1 to ${most}.`, 'first');
}

/** The values that order a list, of one row. */
type Position = readonly (string | number | null)[];

/** An opaque cursor of the values that order a list. */
export function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The values of a cursor that has `length` of them, and that `fits`; undefined for none. */
export function decodeCursor(
  cursor: string | null | undefined,
  length: number,
  fits: (position: Position) => boolean = () => true,
): Position | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.length === length && position.every(isPosition) && fits(position)) return position;
  } catch {
    // falls through to the same answer
  }
  throw badInput('after must be a cursor that this list gave.', 'after');
}

const isPosition = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';

/**
 * Makes a connection of rows that were read with one row more than the page (`limit first + 1`).
 * @param position the values that order the list, for the cursor of each row
 */
export function toConnection<T>(
  rows: readonly T[],
  first: number,
  totalCount: number,
  position: (row: T) => Position,
): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(position(node)) }));
  return { edges, totalCount, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function badInput(message: string, field: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}
