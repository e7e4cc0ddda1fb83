import { Agent, request } from 'node:http';
import { startTestApp } from '../../../test/app.js';
import { stopGracefully } from './stop-gracefully.js';

/** A request by a client that keeps its connection. */
function ask(url: string, agent: Agent): Promise<{ status: number; body: string; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}/graphql`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, connection: answer.headers.connection }));
      },
    );
    call.on('error', reject);
    call.end(JSON.stringify({ query: '{ settings { demo } }' }));
  });
}

test('stopping lets a running request finish, refuses new ones and closes the pool', async () => {
  const { app, url, database } = await startTestApp();
  const agent = new Agent({ keepAlive: true });
  expect((await ask(url, agent)).status).toBe(200);

  // Holds the next request inside the database until the lock goes.
  const runner = database.owner.createQueryRunner();
  await runner.startTransaction();
  await runner.query('LOCK TABLE setting IN ACCESS EXCLUSIVE MODE');
  const running = ask(url, agent);
  await new Promise((resolve) => setTimeout(resolve, 300));

  let stopped = false;
  const stopping = stopGracefully(app).then(() => (stopped = true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(stopped).toBe(false);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed');

  await runner.rollbackTransaction();
  await runner.release();
  expect(await running).toMatchObject({ status: 200, body: expect.stringContaining('"demo":false') });
  await stopping;
  const [{ connections }] = await database.owner.query<[{ connections: number }]>(
    `SELECT count(*)::int AS connections FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'karavaan-api'`,
  );
  expect(connections).toBe(0);
  await database.drop();
});
