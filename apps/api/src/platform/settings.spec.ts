import { readSettings, SettingsError } from './settings.js';

const database = { DATABASE_URL: 'postgresql://app:x@localhost/karavaan' };
const secret = '4f9c0e7b'.repeat(4) + 'a1d2';
const production = { ...database, NODE_ENV: 'production', SESSION_SECRET: secret, PUBLIC_URL: 'https://karavaan.example/' };

function sentences(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.sentences;
    throw error;
  }
}

test('with a database only, everything else has a sensible value', () => {
  expect(readSettings(database)).toMatchObject({
    production: false,
    port: 3000,
    publicUrl: 'http://localhost:3000',
    holdMinutes: 10,
    osrmUrl: undefined,
    vanFactorPercent: 120,
    priceCents: 0n,
    transportShift: { from: '07:30', to: '17:30' },
    smtpUrl: undefined,
  });
});

test('an empty variable counts as absent', () => {
  expect(readSettings({ ...database, PORT: '', SMTP_URL: ' ', NODE_ENV: '' })).toMatchObject({ port: 3000, smtpUrl: undefined });
});

test('the public address loses its last slash', () => {
  expect(readSettings(production).publicUrl).toBe('https://karavaan.example');
});

test.each([
  ['PORT', '70000'],
  ['PORT', '3e3'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_URL', 'karavaan.example'],
  ['SMTP_URL', 'http://mail'],
  ['TILE_URL', 'tiles/{z}'],
  ['LOG_LEVEL', 'loud'],
  ['TRANSPORT_SHIFT', '17:30-07:30'],
  ['TRANSPORT_SHIFT', '7-17'],
  ['HOLD_MINUTES', '0'],
  ['OSRM_URL', 'osrm:5000'],
  ['VAN_FACTOR_PERCENT', '1.2'],
  ['NOTICE_DAYS', 'seven'],
  ['PRICE_CENTS', '12.50'],
  ['CONTACT_EMAIL', 'nobody'],
  ['TRUST_PROXY', 'yes'],
])('%s=%s is one sentence that names it', (name, value) => {
  expect(sentences({ ...database, MAIL_FROM: 'a@b.be', [name]: value })).toEqual([
    expect.stringMatching(new RegExp(`^${name} must be .*\\.$`)),
  ]);
});

test('all wrong settings are told at once', () => {
  expect(sentences({ PORT: 'x', LOG_LEVEL: 'y' }).map((sentence) => sentence.split(' ')[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'LOG_LEVEL',
  ]);
});

test.each([
  ['', 'SESSION_SECRET must be set'],
  ['short', 'SESSION_SECRET must be set'],
  ['a'.repeat(40), 'SESSION_SECRET looks like an example'],
  ['please-change-me-please-change-me-now', 'SESSION_SECRET looks like an example'],
])('production refuses the secret "%s"', (SESSION_SECRET, beginning) => {
  expect(sentences({ ...production, SESSION_SECRET })).toEqual([expect.stringContaining(beginning)]);
});

test('production needs to know where people reach it', () => {
  expect(sentences({ ...production, PUBLIC_URL: '' })).toEqual([expect.stringContaining('PUBLIC_URL must be set')]);
});

test('production is reached by https, except on the machine itself', () => {
  expect(sentences({ ...production, PUBLIC_URL: 'http://karavaan.example' })).toEqual([expect.stringContaining('https://')]);
  expect(sentences({ ...production, PUBLIC_URL: 'http://localhost.evil.example' })).toEqual([
    expect.stringContaining('https://'),
  ]);
  expect(sentences({ ...production, PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
});

test('with a mail server there must be a sender', () => {
  expect(sentences({ ...database, SMTP_URL: 'smtp://mail' })).toEqual([expect.stringContaining('MAIL_FROM must be set')]);
});

test('tiles need the name of who made them', () => {
  const tiles = { ...database, TILE_URL: 'https://tile.example/{z}/{x}/{y}.png' };
  expect(sentences(tiles)).toEqual([expect.stringContaining('TILE_ATTRIBUTION must be set')]);
  expect(sentences({ ...tiles, TILE_ATTRIBUTION: '© us' })).toEqual([]);
});
