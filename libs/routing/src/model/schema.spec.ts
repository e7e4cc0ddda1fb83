import fs from 'node:fs';
import { ProblemError, type ProblemFault } from './errors.js';
import { fullProblem } from './full-problem.fixture.js';
import { accepts, resolve, type Schema } from './json-schema.fixture.js';
import { validateProblem } from './validate.js';

const schema = JSON.parse(fs.readFileSync(new URL('../../problem.schema.json', import.meta.url), 'utf8')) as Schema;

function faultOf(value: unknown): ProblemFault | undefined {
  try {
    validateProblem(value);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.fault;
    throw error;
  }
}

/** Paths of everything in a value, e.g. ['jobs', 0, 'id']. */
function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...keys].flatMap((key) => pathsIn((value as Record<string, unknown>)[key], [...path, key]))];
}

/** A copy in which the thing at a path is another, or is gone when no other is given. */
function altered(path: readonly (string | number)[], ...other: unknown[]): unknown {
  const copy: unknown = structuredClone(fullProblem);
  const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  const last = path.at(-1)!;
  if (other.length > 0) holder[last] = other[0];
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const INSTEAD: unknown[] = [null, true, '', 'nobody', -1, 0, 1.5, 1e10, [], [7], {}, { unknown: 1 }];

describe('problem.schema.json and validateProblem', () => {
  it('both accept a problem that uses every field', () => {
    expect(faultOf(fullProblem)).toBeUndefined();
    expect(accepts(schema, fullProblem)).toBe(true);
  });

  it('agree on what is left out of it or put in its place', () => {
    const paths = pathsIn(fullProblem).slice(1);
    const changes = paths.flatMap((path) => [
      { path, text: 'gone', value: altered(path) },
      ...INSTEAD.map((other) => ({ path, text: JSON.stringify(other), value: altered(path, other) })),
    ]);
    let refused = 0;
    const disagreed = changes.filter(({ value }) => {
      const fault = faultOf(value);
      if (!accepts(schema, value)) {
        refused++;
        return fault === undefined;
      }
      // What a schema cannot say: what refers to something else, and how numbers compare with each other.
      return fault === 'malformed' || fault === 'not-a-number' || fault === 'negative' || fault === 'too-large';
    });
    expect(disagreed.map(({ path, text }) => `${path.join('.')}: ${text}`)).toEqual([]);
    expect(refused).toBeGreaterThan(changes.length / 2);
  });

  it('refuse a field that neither knows, everywhere', () => {
    const objects = pathsIn(fullProblem).filter((path) => {
      const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], fullProblem);
      return typeof value === 'object' && !Array.isArray(value);
    });
    for (const path of objects) {
      const value = path.length === 0 ? { ...fullProblem, extra: 1 } : altered([...path, 'extra'], 1);
      expect([path, accepts(schema, value), faultOf(value)]).toEqual([
        path,
        false,
        path.includes('objectives') ? 'unknown-objective' : 'malformed',
      ]);
    }
  });

  it('are about the same fields: each one in the schema is used above', () => {
    const used = new Set<Schema>();
    const walk = (value: unknown, own: Schema): void => {
      used.add(own);
      const target = resolve(schema, own);
      if (target) walk(value, target);
      for (const each of own.oneOf ?? []) if (accepts(schema, value, each)) walk(value, each);
      if (Array.isArray(value)) for (const each of value) walk(each, own.items ?? {});
      else if (typeof value === 'object' && value !== null)
        for (const [name, each] of Object.entries(value)) if (own.properties?.[name]) walk(each, own.properties[name]);
    };
    walk(fullProblem, schema);
    const unused = allSchemas(schema).filter(({ own }) => !used.has(own));
    expect(unused.map(({ path }) => path)).toEqual([]);
  });

  it('describes every field, and names the unit of every amount', () => {
    for (const { path, own } of allSchemas(schema)) {
      const text = own.description ?? resolve(schema, own)?.description;
      expect([path, text]).toEqual([path, expect.stringMatching(/[\w)]\.$/)]);
      if (own.type === 'number')
        expect([path, text]).toEqual([path, expect.stringMatching(/unit|Weight of .*\((cost|time|distance)\)|number of/)]);
    }
  });
});

function allSchemas(own: Schema, path = ''): { path: string; own: Schema }[] {
  const parts = { ...own.properties, ...own.$defs };
  return [
    { path, own },
    ...Object.entries(parts).flatMap(([name, part]) => allSchemas(part, `${path}.${name}`)),
    ...(own.items ? allSchemas(own.items, `${path}[]`) : []),
    ...(own.oneOf ?? []).flatMap((part, at) => allSchemas(part, `${path}|${at}`)),
  ];
}
