import express, { type NextFunction, type Request, type Response } from 'express';

/** The largest request: our own client's operations stay far below it. */
const LIMIT = '100kb';

/** Reads JSON bodies; one too large or not JSON gets an answer in the shape of a GraphQL error. */
export function jsonBody() {
  const parse = express.json({ limit: LIMIT });
  return (req: Request, res: Response, next: NextFunction): void =>
    parse(req, res, (error?: unknown) => {
      if (error === undefined) return next();
      const { status, type } = error as { status?: number; type?: string };
      if (status === undefined || status >= 500) return next(error);
      const message = type === 'entity.too.large' ? `A request may be ${LIMIT} at most.` : 'The request is not valid JSON.';
      res.status(status).json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    });
}
