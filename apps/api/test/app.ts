import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { startSession } from '../src/auth/session.js';
import { connect } from '../src/database/connect.js';
import { createApp } from '../src/create-app.js';
import type { Person } from '../src/people/person.entity.js';
import { readSettings } from '../src/platform/settings.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests say what they expect of it.
  readonly data: Record<string, never> | null | undefined;
  readonly errors: { message: string; path?: string[]; extensions: Record<string, unknown> }[] | undefined;
}

export interface TestApp {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** One operation; `as` is a session's cookie, from `signInAs`. */
  graphql(query: string, variables?: object, as?: string): Promise<Answer>;
  /** The cookie of a session of this person, made without a password. */
  signInAs(person: Pick<Person, 'id'>): Promise<string>;
  close(): Promise<void>;
}

/** The whole server on a free port, over HTTP, on a database of its own. */
export async function startTestApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const settings = readSettings({
    DATABASE_URL: database.appUrl,
    LOG_LEVEL: 'silent',
    PORT: '0',
    WEB_FOLDER: '/nonexistent',
    ...env,
  });
  const app = await createApp(settings, await connect(settings.databaseUrl, 'api', settings.databasePool));
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    url,
    app,
    database,
    graphql: (query, variables = {}, as) => graphql(url, query, variables, as),
    async signInAs({ id }) {
      const token = await startSession(database.app.manager, id);
      return `${settings.publicUrl.startsWith('https:') ? '__Host-karavaan' : 'karavaan'}=${token}`;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

async function graphql(url: string, query: string, variables: object, cookie?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data, errors };
}
