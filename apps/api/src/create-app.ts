import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { LiveSockets } from './auth/live-sockets.js';
import { jsonBody } from './platform/http/json-body.js';
import { requestId } from './platform/http/request-id.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { adjustable } from './platform/adjustable-settings.js';
import { serveWeb } from './platform/http/serve-web.js';
import { webBuild } from './platform/http/web-build.js';
import { measureRequests } from './platform/metrics/measure.js';
import { Metrics } from './platform/metrics/metrics.js';
import type { Settings } from './platform/settings.js';

/** The whole server on a database, ready to listen; closing it closes the database's pool too. */
export async function createApp(base: Settings, dataSource: DataSource): Promise<NestExpressApplication> {
  const settings = adjustable(base);
  const build = webBuild(settings);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, dataSource, build), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.set('trust proxy', settings.trustProxy);
  app.disable('x-powered-by');
  app.use(requestId);
  app.use(measureRequests(app.get(Metrics)));
  app.use(securityHeaders(settings, build));
  app.use(serveWeb(settings.webFolder, build));
  app.use('/graphql', jsonBody());
  app.use(['/graphql', '/ical', '/export', '/documents', '/imports', '/budget-files'], cookieParser());
  app.get(LiveSockets).attach(app, () => build().documents);
  return app;
}
