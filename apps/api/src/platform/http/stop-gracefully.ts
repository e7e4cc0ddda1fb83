import type { NestExpressApplication } from '@nestjs/platform-express';
import { Running } from '../running.js';

/** Time for running requests to end; then their connections are cut. */
const PATIENCE_MS = 15_000;

/** Takes no new connections, lets running requests finish, then closes the database pool. */
export async function stopGracefully(app: NestExpressApplication): Promise<void> {
  app.get(Running).stopping = true;
  const server = app.getHttpServer();
  // A kept-alive connection would bring further requests for as long as its client likes.
  server.prependListener('request', (_, res: { setHeader: (name: string, value: string) => void }) =>
    res.setHeader('Connection', 'close'),
  );
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(cut);
  await app.close();
}
