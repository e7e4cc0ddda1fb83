// The statements that one request sends, with their parameters: recorded from the API inside this process.
import pg from 'pg';

/**
 * @param {object} env as for the API
 * @param {(url: string) => Promise<unknown>} request sends one request; it is sent three times, the third is recorded,
 *   since what the API remembers for some seconds is no longer asked then
 * @returns {Promise<{ text: string, values: unknown[] }[]>}
 */
export async function recordStatements(env, request) {
  const [{ createApp }, { connect }, { readSettings }] = await Promise.all([
    import('../../apps/api/dist/create-app.js'),
    import('../../apps/api/dist/database/connect.js'),
    import('../../apps/api/dist/platform/settings.js'),
  ]);
  const settings = readSettings({ ...env, PORT: '0', LOG_LEVEL: 'silent' });
  const app = await createApp(settings, await connect(settings.databaseUrl, 'bench', 2));
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${app.getHttpServer().address().port}`;
  const statements = [];
  const { query } = pg.Client.prototype;
  try {
    await request(url);
    await request(url);
    pg.Client.prototype.query = function record(...parameters) {
      const [asked, values] = parameters;
      const text = typeof asked === 'string' ? asked : asked.text;
      statements.push({ text, values: (typeof asked === 'string' ? (Array.isArray(values) ? values : []) : asked.values) ?? [] });
      return query.apply(this, parameters);
    };
    await request(url);
  } finally {
    pg.Client.prototype.query = query;
    await app.close();
  }
  return statements;
}
