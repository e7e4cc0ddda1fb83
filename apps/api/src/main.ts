import 'reflect-metadata';
import type { Server } from 'node:http';
import { LiveSockets } from './auth/live-sockets.js';
import { requireFitDatabase } from './auth/require-fit-database.js';
import { createApp } from './create-app.js';
import { connect, DatabaseUnusable } from './database/connect.js';
import { welcome } from './people/welcome.js';
import { keepFresh, refreshSettings } from './platform/adjustable-settings.js';
import { stopGracefully } from './platform/http/stop-gracefully.js';
import { sayAndExit } from './platform/say-and-exit.js';
import { readSettings, Settings, SettingsError } from './platform/settings.js';
import { stopOnSignal } from './platform/stop-on-signal.js';

// The API: checks its settings and its database, then serves. What a person can mend is told in a sentence.
try {
  const settings = readSettings();
  const dataSource = await connect(settings.databaseUrl, 'api', settings.databasePool);
  const { refusals, warnings } = await requireFitDatabase(dataSource, settings);
  for (const sentence of warnings) console.warn(sentence);
  if (refusals.length > 0) sayAndExit(...refusals);

  const app = await createApp(settings, dataSource);
  await app.init();
  const adjusted = app.get(Settings);
  await refreshSettings(adjusted, dataSource.manager);
  keepFresh(adjusted, dataSource.manager);
  await listen(app.getHttpServer(), settings);
  stopOnSignal(() => stopGracefully(app, () => app.get(LiveSockets).close()));
  for (const line of await welcome(dataSource, settings)) console.log(line);
} catch (error) {
  if (error instanceof SettingsError) sayAndExit(...error.sentences);
  if (error instanceof DatabaseUnusable) sayAndExit(error.message);
  throw error;
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        sayAndExit(`Port ${port} is in use: stop the other program, or choose another port with PORT.`);
      if (error.code === 'EACCES') sayAndExit(`Port ${port} may not be used by this account: choose one above 1023 with PORT.`);
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') sayAndExit(`HOST ${host} is no address of this machine.`);
      reject(error);
    });
    server.listen(port, host);
  });
}
