import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentRequestId } from '../request-context.js';

const logger = new Logger('GraphQL');

/** What a client may see beside the code: names of fields and limits, never internals. */
const SAFE_EXTENSIONS = ['code', 'field', 'fields', 'limit', 'reason'];
const CODES_BY_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_USER_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
};
/** PostgreSQL's complaints about a value that a person sent: wrong text for a type, out of range, no such day. */
const BAD_VALUE = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

/** Gives each error a stable code and nothing of our inside; what is our fault is logged and told as such. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (original instanceof HttpException) {
    const code = CODES_BY_STATUS[original.getStatus()];
    if (code) return { message: original.message, ...place, extensions: { code } };
  }
  if (original instanceof GraphQLError && isExpected(formatted.extensions?.code))
    return { message: formatted.message, ...place, extensions: safe(formatted.extensions) };
  if (BAD_VALUE.has((original as { code?: string } | null)?.code ?? ''))
    return { message: 'A value in the request is not well formed.', ...place, extensions: { code: 'BAD_USER_INPUT' } };

  logger.error(original instanceof Error ? (original.stack ?? original.message) : 'unknown error');
  return {
    message: 'Something went wrong on our side.',
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: currentRequestId() },
  };
}

const isExpected = (code: unknown) => typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';

function safe(extensions: GraphQLFormattedError['extensions']): Record<string, unknown> {
  return Object.fromEntries(SAFE_EXTENSIONS.flatMap((key) => (extensions?.[key] === undefined ? [] : [[key, extensions[key]]])));
}
