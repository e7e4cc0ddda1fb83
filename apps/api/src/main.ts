import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { requireFitDatabase } from './auth/require-fit-database.js';
import { createApp } from './create-app.js';
import { DatabaseUnusable } from './database/connect.js';
import { sayAndExit } from './platform/say-and-exit.js';
import { readSettings, SettingsError, type Settings } from './platform/settings.js';
import { stopOnSignal } from './platform/stop-on-signal.js';
import { stopGracefully } from './platform/http/stop-gracefully.js';
import { welcome } from './people/welcome.js';

try {
  const settings = readSettings();
  const app = await createApp(settings);
  const dataSource = app.get(DataSource);
  const problems = await requireFitDatabase(dataSource, settings);
  for (const line of problems.warnings) console.warn(line);
  if (problems.refusals.length > 0) {
    await app.close();
    sayAndExit(...problems.refusals);
  }
  stopOnSignal(() => stopGracefully(app));
  await listen(app, settings);
  for (const line of await welcome(dataSource, settings)) console.log(line);
} catch (error) {
  if (error instanceof SettingsError) sayAndExit(...error.sentences);
  if (error instanceof DatabaseUnusable) sayAndExit(error.message);
  throw error;
}

async function listen(app: NestExpressApplication, { port, host }: Settings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') sayAndExit(`Port ${port} is in use: stop the other program, or choose another port with PORT.`);
    if (code === 'EACCES') sayAndExit(`Port ${port} may not be used by this account: choose one above 1023 with PORT.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') sayAndExit(`HOST ${host} is no address of this machine.`);
    throw error;
  }
}
