import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Options } from 'pino-http';
import type { Settings } from '../settings.js';

/** One line per request: method, path, status, time and id. No query, no body, no headers: nothing about a person. */
export function httpLogging(settings: Pick<Settings, 'logLevel'>): Options {
  return {
    level: settings.logLevel,
    // The id comes from our own middleware, which runs before.
    genReqId: (req) => req.id,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    autoLogging: { ignore: (req) => req.url?.startsWith('/health') === true || req.url?.startsWith('/assets/') === true },
    customLogLevel: (_, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (req: IncomingMessage) => ({ method: req.method, path: req.url?.split('?')[0] }),
      res: (res: ServerResponse) => ({ status: res.statusCode }),
      err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack }),
    },
  };
}
