import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { requestContext } from '../request-context.js';

const HARMLESS = /^[\w-]{8,64}$/;

/** Gives each request an id (a proxy's own where it is harmless), for the answer, the logs and the audit trail. */
export function requestId(req: Request, res: Response, next: NextFunction): void {
  const given = req.get('x-request-id');
  const id = given && HARMLESS.test(given) ? given : randomUUID();
  req.id = id;
  res.setHeader('X-Request-Id', id);
  requestContext.run({ requestId: id }, next);
}
