import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from './metrics.js';

/** Measures every request; routes are named by kind, so that addresses of people never become labels. */
export function measureRequests(metrics: Metrics) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const end = metrics.httpSeconds.startTimer({ method: methodOf(req.method), route: routeOf(req.path) });
    res.once('close', () => end({ status: res.writableFinished ? String(res.statusCode) : 'aborted' }));
    next();
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const methodOf = (method: string) => (METHODS.has(method) ? method : 'other');

function routeOf(path: string): string {
  const [, first = ''] = path.split('/');
  return ['graphql', 'health', 'metrics', 'assets'].includes(first) ? `/${first}` : 'page';
}

/** Measures every operation by its first field: names that the schema gives, not the client. */
export function measureOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const end = metrics.operationSeconds.startTimer();
      return {
        async willSendResponse({ operation, errors }) {
          const field = operation?.selectionSet.selections[0];
          const name = errors?.length && !operation ? 'invalid' : field?.kind === Kind.FIELD ? field.name.value : 'fragment';
          end({ type: operation?.operation ?? 'none', field: name, outcome: errors?.length ? 'error' : 'ok' });
        },
      };
    },
  };
}
