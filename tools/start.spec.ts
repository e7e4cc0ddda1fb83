import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { oldPostgres } from './old-postgres.fixture.ts';

// Each way in which a start can fail for a reason that a person can mend: one sentence, a non-zero exit, no stack.
// The real start script runs in a process of its own.
const root = process.cwd();

jest.setTimeout(120_000);

/** Only root can give a folder to somebody else. */
const testAsRoot = process.getuid?.() === 0 ? test : test.skip;

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', ...env } });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.once('exit', (code) => resolve({ code, said }));
  });
}

async function takenPort(): Promise<{ port: number; free: () => void }> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { port: (server.address() as net.AddressInfo).port, free: () => server.close() };
}

async function freePort(): Promise<string> {
  const { port, free } = await takenPort();
  free();
  return String(port);
}

function expectOneSentence(said: string): void {
  expect(said).not.toMatch(/\n\s+at |node:internal|Error:/);
  expect(
    said
      .trim()
      .split('\n')
      .filter((line) => !/^(Building|Installing) /.test(line)),
  ).toHaveLength(1);
}

describe('a start that cannot work says why in one sentence', () => {
  let data: string;
  beforeEach(() => (data = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-start-'))));
  afterEach(() => fs.rmSync(data, { recursive: true, force: true }));

  test('a port in use', async () => {
    const { port, free } = await takenPort();
    const { code, said } = await start({ PORT: String(port), KARAVAAN_DATA: data });
    free();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is in use`);
    expectOneSentence(said);
  });

  test('a wrong port', async () => {
    const { code, said } = await start({ PORT: 'three thousand', KARAVAAN_DATA: data });
    expect(code).toBe(1);
    expect(said).toContain('PORT must be a number');
    expectOneSentence(said);
  });

  test('a data folder that cannot be written', async () => {
    const file = path.join(data, 'a-file');
    fs.writeFileSync(file, '');
    const { code, said } = await start({ PORT: await freePort(), KARAVAAN_DATA: path.join(file, 'inside') });
    expect(code).toBe(1);
    expect(said).toContain('cannot be written');
    expectOneSentence(said);
  });

  test('a database that does not answer', async () => {
    const port = await freePort();
    const nobody = (role: string) => `postgresql://${role}:x@127.0.0.1:${port}/karavaan`;
    const { code, said } = await start({
      PORT: await freePort(),
      KARAVAAN_DATA: data,
      DATABASE_URL: nobody('app'),
      DATABASE_OWNER_URL: nobody('owner'),
    });
    expect(code).not.toBe(0);
    expect(said).toMatch(/database|PostgreSQL/i);
    expectOneSentence(said);
  });

  testAsRoot('a database folder of another owner, which stays as it was', async () => {
    // Where any account may pass, whatever TMPDIR says.
    const theirs = fs.mkdtempSync('/tmp/karavaan-start-');
    const database = path.join(theirs, 'data');
    fs.mkdirSync(database);
    fs.writeFileSync(path.join(database, 'PG_VERSION'), '18');
    for (const each of [theirs, database]) fs.chownSync(each, 54_321, 54_321);
    const { code, said } = await start({ PORT: await freePort(), KARAVAAN_DATA: theirs });
    expect(code).toBe(1);
    expect(said).toMatch(/belongs to user 54321, but PostgreSQL would run as user \d+/);
    expectOneSentence(said);
    expect(fs.statSync(theirs).uid).toBe(54_321);
    expect(fs.readdirSync(theirs)).toEqual(['data']);
    fs.rmSync(theirs, { recursive: true });
  });

  test('a PostgreSQL that is too old', async () => {
    const { port, stop } = await oldPostgres(14);
    const { code, said } = await start({
      PORT: await freePort(),
      KARAVAAN_DATA: data,
      DATABASE_URL: `postgresql://app:x@127.0.0.1:${port}/karavaan`,
      DATABASE_OWNER_URL: `postgresql://owner:x@127.0.0.1:${port}/karavaan`,
    });
    stop();
    expect(code).toBe(1);
    expect(said).toContain(`The database karavaan on 127.0.0.1:${port} runs PostgreSQL 14; Karavaan needs 15 or later.`);
    expectOneSentence(said);
  });

  test('a wrong setting', async () => {
    const { code, said } = await start({ PORT: await freePort(), KARAVAAN_DATA: data, HOLD_MINUTES: 'ten' });
    expect(code).not.toBe(0);
    expect(said).toContain('HOLD_MINUTES');
  });

  test('production without a session secret', async () => {
    const { code, said } = await start({
      PORT: await freePort(),
      KARAVAAN_DATA: data,
      NODE_ENV: 'production',
      SESSION_SECRET: '',
    });
    expect(code).not.toBe(0);
    expect(said).toContain('SESSION_SECRET');
  });

  test('too old a Node', async () => {
    const { requireStartableNode } = (await import('./node24.mjs' as string)) as {
      requireStartableNode: (version: string) => void;
    };
    expect(() => requireStartableNode('18.20.4')).toThrow('Karavaan needs Node 20.19 or later; this is 18.20.4.');
    expect(() => requireStartableNode('20.18.1')).toThrow('20.19');
    expect(() => requireStartableNode('20.19.0')).not.toThrow();
  });
});
