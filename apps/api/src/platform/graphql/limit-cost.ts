import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';

/** A list costs what it holds: its page where it has one, otherwise an ordinary number of members. */
const UNPAGED_LIST = 5;

const listEstimator: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === 'number') return 1 + Math.max(1, args.first) * Math.max(1, childComplexity);
  // The page's own size already counts for its edges.
  if (field.name === 'edges') return childComplexity;
  return String(field.type).startsWith('[') ? 1 + UNPAGED_LIST * childComplexity : undefined;
};

/** Refuses operations whose estimated number of values is above `most`, before anything runs. */
export function limitCost(most: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request, operationName }) {
          const cost = costOf(schema, document, request.variables, operationName);
          if (cost > most)
            throw new GraphQLError(`The operation asks for too much at once (cost ${cost}, ${most} is the most).`, {
              extensions: { code: 'TOO_COSTLY', limit: most, http: { status: 400 } },
            });
        },
      };
    },
  };
}

function costOf(
  schema: GraphQLSchema,
  query: Parameters<typeof getComplexity>[0]['query'],
  variables: Record<string, unknown> | undefined,
  operationName: string | null,
): number {
  return getComplexity({
    schema,
    query,
    variables: variables ?? {},
    ...(operationName ? { operationName } : {}),
    estimators: [listEstimator, simpleEstimator({ defaultComplexity: 1 })],
    maxQueryNodes: 5_000,
  });
}
