import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { BuildSchemaOptions } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { measureOperations } from '../metrics/measure.js';
import type { Metrics } from '../metrics/metrics.js';
import { formatError } from './format-error.js';
import { keepKnown, readOnly, type KnownDocuments } from './known-documents.js';
import { limitCost } from './limit-cost.js';
import { limitDepth } from './limit-depth.js';
import { InstantScalar } from './scalars.js';

const DEEPEST = 12;
/** Fifty results with all that the screen shows of each cost just over 20,000. */
const MOST_COST = 25_000;
const MOST_TOKENS = 3_000;

/** How types become GraphQL; also for the schema written to a file. `orphans`: types that no field names (yet). */
export function buildSchemaOptions(orphans: Function[]): BuildSchemaOptions {
  return { scalarsMap: [{ type: Date, scalar: InstantScalar }], numberScalarMode: 'float', orphanedTypes: orphans };
}

/**
 * @param known the web client's documents, which it sends by hash
 * @param contextOf makes what the resolvers of one request share
 */
export function graphqlOptions(
  production: boolean,
  metrics: Metrics,
  schemaOptions: BuildSchemaOptions,
  known: () => KnownDocuments,
  contextOf: (req: Request, res: Response) => Promise<object>,
): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: schemaOptions,
    introspection: !production,
    graphiql: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    preserveHttpStatusForExecutionErrors: false,
    autoTransformHttpErrors: false,
    // Nobody may fill the memory with documents of their own making: only the web client's are kept.
    documentStore: known().size > 0 ? keepKnown(known) : null,
    persistedQueries: known().size > 0 ? { cache: readOnly(known) } : false,
    parseOptions: { maxTokens: MOST_TOKENS },
    // Cache control watches every field of every answer, and no answer here may be kept by others.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      limitDepth(DEEPEST),
      limitCost(MOST_COST),
      measureOperations(metrics),
    ],
    context: ({ req, res }: { req: Request; res: Response }) => contextOf(req, res),
    formatError,
  };
}
