import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { makePerson } from '../../../test/factories.js';
import { inTransaction } from '../../database/transaction.js';
import type { Person } from '../../people/person.entity.js';
import { startWorker } from '../../start-worker.js';
import { readSettings } from '../settings.js';
import { Mail } from './mail.entity.js';
import { queueMail } from './queue-mail.js';
import { sendMail, smtpSender } from './send-mail.js';

interface Received {
  readonly from: string;
  readonly to: string[];
  readonly raw: string;
}

let database: TestDatabase;
let person: Person;
let server: SMTPServer;
let smtpUrl: string;
let received: Received[];
let refused: Received[];
/** How many deliveries the server still refuses. */
let refusals: number;

beforeAll(async () => {
  database = await createTestDatabase();
  person = await makePerson(database.app.manager, { name: 'Bart Déclercq', locale: 'nl' });
  server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], onData: receive });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await database.drop();
});
beforeEach(async () => {
  received = [];
  refused = [];
  refusals = 0;
  await database.owner.query('DELETE FROM mail; DELETE FROM pgboss.job');
});

const receive: NonNullable<ConstructorParameters<typeof SMTPServer>[0]>['onData'] = (stream, session, done) => {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    const { mailFrom, rcptTo } = session.envelope;
    const mail = {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      raw: Buffer.concat(chunks).toString(),
    };
    if (refusals-- > 0) {
      refused.push(mail);
      return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
    }
    received.push(mail);
    done();
  });
};

const settings = () =>
  readSettings({
    DATABASE_URL: database.appUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Karavaan <no-reply@karavaan.example>',
    LOG_LEVEL: 'silent',
  });
const queue = () =>
  inTransaction(database.app, (tx) =>
    queueMail(tx, 'https://karavaan.example', { to: person, template: 'passwordLink', data: { token: 'sEcReT_-1', hours: 2 } }),
  );
const onlyMail = () => database.app.manager.findOneByOrFail(Mail, { personId: person.id });
const jobs = async () => (await database.owner.query<unknown[]>(`SELECT 1 FROM pgboss.job WHERE name = 'mail.send'`)).length;

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 100) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen in 15 seconds');
}

test('a mail and its job are there when the transaction commits, and neither when it does not', async () => {
  await inTransaction(database.app, async (tx) => {
    await queueMail(tx, 'https://karavaan.example', { to: person, template: 'passwordLink', data: { token: 'a', hours: 2 } });
    throw new Error('afterwards');
  }).catch(() => {});
  expect([await database.app.manager.count(Mail), await jobs()]).toEqual([0, 0]);
  await queue();
  expect([await database.app.manager.count(Mail), await jobs()]).toEqual([1, 1]);
});

test('the worker sends by SMTP, in the language of the person, and the stored text keeps no key', async () => {
  await queue();
  expect((await onlyMail()).bodyText).toContain('sEcReT_-1');
  const worker = await startWorker(database.app, settings(), { pollSeconds: 0.5 });
  await until(async () => (await onlyMail()).state === 'SENT');
  await worker.stop();
  expect(received).toMatchObject([{ from: 'no-reply@karavaan.example', to: [person.email] }]);
  const raw = received[0]?.raw ?? '';
  expect(raw).toMatch(/^Subject: Kies een nieuw wachtwoord/m);
  expect(raw).toMatch(/^Content-Language: nl/m);
  expect(raw.replace(/=\r\n/g, '').replaceAll('=3D', '=')).toContain('token=sEcReT_-1');
  expect(await onlyMail()).toMatchObject({ attempts: 1, lastError: null, sentAt: expect.any(Date) });
  expect((await onlyMail()).bodyText + (await onlyMail()).bodyHtml).not.toContain('sEcReT');
});

test('a refused first try is told and tried again, and the mail arrives once', async () => {
  await database.owner.query(`UPDATE pgboss.queue SET retry_delay = 1, retry_backoff = false WHERE name = 'mail.send'`);
  refusals = 1;
  await queue();
  const worker = await startWorker(database.app, settings(), { pollSeconds: 0.5 });
  await until(async () => (await onlyMail()).attempts === 1);
  expect(await onlyMail()).toMatchObject({ state: 'QUEUED', lastError: '451 Try again later' });
  await until(async () => (await onlyMail()).state === 'SENT');
  await worker.stop();
  expect(await onlyMail()).toMatchObject({ attempts: 2, lastError: null });
  expect(received.length).toBe(1);
});

test('each try carries the same Message-ID, and a mail that one may stop says how in one click', async () => {
  refusals = 1;
  await inTransaction(database.app, (tx) =>
    queueMail(tx, 'https://karavaan.example', {
      to: person,
      template: 'waitingLapsed',
      data: { waitingId: person.id, number: 'R-00001', kits: [], siteName: 'X', firstDay: '2027-01-05', lastDay: '2027-01-05' },
    }),
  );
  const { id } = await onlyMail();
  await expect(sendMail(database.app, smtpSender(settings()), id, false)).rejects.toThrow('451 Try again later');
  await sendMail(database.app, smtpSender(settings()), id, false);
  const heads = [...refused, ...received].map(({ raw }) => raw.split('\r\n\r\n')[0]!.replace(/\r\n\s+/g, ' '));
  expect(heads.map((head) => /^Message-ID: (.*)$/m.exec(head)?.[1])).toEqual([`<${id}@karavaan>`, `<${id}@karavaan>`]);
  expect(heads[1]).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/mail\/unsubscribe\?t=[\w.-]+>$/m);
  expect(heads[1]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  expect(received[0]!.raw).toContain('Content-Type: multipart/alternative');
});

test('a mail that one must get has no such header', async () => {
  await queue();
  await sendMail(database.app, smtpSender(settings()), (await onlyMail()).id, false);
  expect(received[0]!.raw).not.toMatch(/^List-Unsubscribe/m);
});

test('two workers send a mail once', async () => {
  await queue();
  const workers = await Promise.all([1, 2].map(() => startWorker(database.app, settings(), { pollSeconds: 0.5 })));
  await until(async () => (await onlyMail()).state === 'SENT');
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(received.length).toBe(1);
});

test('after the last try the mail has failed, with what the server said', async () => {
  refusals = 1;
  await queue();
  const { id } = await onlyMail();
  await expect(sendMail(database.app, smtpSender(settings()), id, true)).rejects.toThrow('451 Try again later');
  expect(await onlyMail()).toMatchObject({ state: 'FAILED', lastError: '451 Try again later' });
});

test('without a mail server the mail is kept, readable, and never sent later by surprise', async () => {
  await queue();
  const { id } = await onlyMail();
  await sendMail(database.app, smtpSender({ ...settings(), smtpUrl: undefined }), id, false);
  expect(await onlyMail()).toMatchObject({ state: 'KEPT', attempts: 0 });
  await sendMail(database.app, smtpSender(settings()), id, false);
  expect((await onlyMail()).state).toBe('KEPT');
  expect(received).toEqual([]);
});
