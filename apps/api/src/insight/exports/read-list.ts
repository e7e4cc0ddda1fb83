import { execute, GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { Loaders } from '../../platform/graphql/loaders.js';
import type { ListExport, Row } from '../../platform/export/list-export.js';

const PAGE = 100;

interface Connection {
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Row }[];
}

export interface Page {
  readonly rows: readonly Row[];
  /** How many there are in all, where the list says it. */
  readonly total: number | null;
}

/** Who reads, and where. */
export interface Reader {
  readonly schema: GraphQLSchema;
  readonly dataSource: DataSource;
  readonly actor: Actor;
}

const documents = new Map<string, DocumentNode>();

/**
 * The rows of a list with the filter of its screen, a page at a time, as the person may see them.
 * @throws {GraphQLError} what the list itself answers to who may not see it, or to a wrong filter
 */
export async function* readList(
  { schema, dataSource, actor }: Reader,
  list: ListExport,
  variables: Record<string, unknown>,
): AsyncGenerator<Page> {
  const document = documents.get(list.name) ?? parse(list.query);
  documents.set(list.name, document);
  for (let after: string | null = null; ;) {
    const { data, errors } = await execute({
      schema,
      document,
      variableValues: { ...variables, first: PAGE, after },
      // Loaders remember what they loaded: new ones for each page, so that a long list does not fill the memory.
      contextValue: { actor, loaders: new Loaders({ manager: dataSource.manager, actor }) },
    });
    if (errors?.[0]) throw errors[0];
    const found = data?.['list'] as Connection | readonly Row[] | null | undefined;
    if (!found) throw new GraphQLError('The list is not there.', { extensions: { code: 'NOT_FOUND' } });
    if (!('edges' in found)) {
      // One thing whose parts are the rows is a list of one.
      const rows = Array.isArray(found) ? (found as readonly Row[]) : [found as unknown as Row];
      yield { rows, total: rows.length };
      return;
    }
    yield { rows: found.edges.map(({ node }) => node), total: found.totalCount ?? null };
    if (!found.pageInfo.hasNextPage) return;
    after = found.pageInfo.endCursor;
  }
}
