import 'reflect-metadata';
import { connect, DatabaseUnusable } from './database/connect.js';
import { isUpToDate } from './database/is-up-to-date.js';
import { sayAndExit } from './platform/say-and-exit.js';
import { readSettings, SettingsError } from './platform/settings.js';
import { stopOnSignal } from './platform/stop-on-signal.js';
import { startWorker } from './start-worker.js';

// The program beside the API: sends mails and does what the clock asks for.
try {
  const settings = readSettings();
  const dataSource = await connect(settings.databaseUrl, 'worker', 4);
  if (!(await isUpToDate(dataSource).catch(() => false)))
    sayAndExit('The database has not the schema of this version: run the migration step first (node apps/api/dist/migrate.js).');
  const worker = await startWorker(dataSource, settings);
  stopOnSignal(async () => {
    await worker.stop();
    await dataSource.destroy();
  });
} catch (error) {
  if (error instanceof SettingsError) sayAndExit(...error.sentences);
  if (error instanceof DatabaseUnusable) sayAndExit(error.message);
  throw error;
}
