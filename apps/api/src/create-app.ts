import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { GraphQLError } from 'graphql';
import { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { jsonBody } from './platform/http/json-body.js';
import { requestId } from './platform/http/request-id.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { serveWeb } from './platform/http/serve-web.js';
import { webBuild } from './platform/http/web-build.js';
import { measureRequests } from './platform/metrics/measure.js';
import { Metrics } from './platform/metrics/metrics.js';
import type { Settings } from './platform/settings.js';

/** The whole server on a database, ready to listen; closing it closes the database's pool too. */
export async function createApp(settings: Settings, dataSource: DataSource): Promise<NestExpressApplication> {
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
  app.use(['/graphql', '/ical'], cookieParser());
  app.useGlobalPipes(new ValidationPipe({ forbidUnknownValues: false, exceptionFactory: (errors) => wrongFields(errors) }));
  return app;
}

/** A validation error names the fields, also those of inputs inside inputs, and never their values. */
function wrongFields(errors: readonly { property: string; constraints?: object; children?: unknown[] }[]): GraphQLError {
  const names = (list: typeof errors, before = ''): string[] =>
    list.flatMap(({ property, constraints, children }) => [
      ...(constraints ? [before + property] : []),
      ...names((children ?? []) as typeof errors, `${before}${property}.`),
    ]);
  const fields = names(errors);
  return new GraphQLError(`Not valid: ${fields.join(', ')}.`, { extensions: { code: 'BAD_USER_INPUT', fields } });
}
