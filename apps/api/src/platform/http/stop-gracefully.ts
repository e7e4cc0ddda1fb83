import type { NestExpressApplication } from '@nestjs/platform-express';
import { Running } from '../running.js';

/** Time for running requests to end; then their connections are cut. */
const PATIENCE_MS = 15_000;
/** How often connections without a request are closed: a client that keeps one would bring ever further requests. */
const SWEEP_MS = 50;

/**
 * Takes no new connections, lets running requests finish, then closes the database pool.
 * @param closeSockets ends what is no request and would never finish
 */
export async function stopGracefully(app: NestExpressApplication, closeSockets: () => void = () => {}): Promise<void> {
  app.get(Running).stopping = true;
  closeSockets();
  const server = app.getHttpServer();
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
  await app.close();
}
