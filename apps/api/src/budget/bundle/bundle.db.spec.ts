import { createHash, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { readSheet } from 'read-excel-file/node';
import { keepFiles } from '../../platform/documents/keep-file.js';
import { unzip } from '../../platform/tables/unzip.js';
import { euro, openBudget, type Budget } from '../budget.fixture.js';
import { addClaimItems } from '../claims/claim-items.js';
import { openClaim } from '../claims/open-claim.js';
import { takeStatements } from '../intake/bank/take-statements.js';
import { makeCoda } from '../intake/coda/coda.fixture.js';
import { planBundle } from './plan-bundle.js';
import { readClaim, readFiles, readItems } from './read-bundle.js';
import { writeBundle } from './write-bundle.js';

let budget: Budget;
let claimId: string;
let invoiceId: string;
const pdf = Buffer.from('%PDF-1.7 factuur');
beforeAll(async () => {
  budget = await openBudget();
  const agreement = await budget.agreement();
  const line = await budget.line(1_000, agreement);
  const orderId = await budget.done(budget.order(line.id, 200));
  const charges = [budget.charged(line.id, 200, { commitmentId: orderId })];
  invoiceId = await budget.done(budget.invoice(charges, { number: 'F/2025: 1', communication: '123456789002' }));
  const moves = [
    { cents: -euro(200), communication: '123456789002', name: 'ROBOTICA' },
    { cents: -euro(9), message: 'GEHEIM' },
  ];
  const content = Buffer.from(makeCoda({ day: '150525', moves }), 'latin1');
  await budget.done((tx) => takeStatements(tx, budget.officer, { id: randomUUID(), fileName: 'x.cod', content }));
  claimId = await budget.done((tx) =>
    openClaim(tx, budget.officer, { idempotencyKey: budget.nextKey(), agreementId: agreement.id, title: 'Eerste' }),
  );
  const paper = { name: 'factuur.pdf', mediaType: 'application/pdf', content: pdf } as const;
  await keepFiles(budget.manager, budget.officer, 'invoice', invoiceId, [paper, { ...paper, name: 'Factuur.pdf' }]);
  await keepFiles(budget.manager, budget.officer, 'commitment', orderId, [{ ...paper, name: 'gunning.pdf' }]);
  await keepFiles(budget.manager, budget.officer, 'claim', claimId, [
    { name: 'bord.jpg', mediaType: 'image/jpeg', content: Buffer.from('jpg') },
  ]);
  await budget.done((tx) => addClaimItems(tx, budget.officer, { claimId, version: 1 }));
});
afterAll(() => budget?.database.drop());

async function bundle(): Promise<Map<string, Buffer>> {
  const { manager } = budget;
  const items = await readItems(manager, claimId);
  const ids = items.flatMap((item) => [item.invoiceId, item.paymentId, item.commitmentId]).filter((id) => id !== null);
  const plan = planBundle(items, await readFiles(manager, [claimId, ...ids]));
  const parts: Buffer[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, next) {
      parts.push(chunk);
      next();
    },
  });
  await writeBundle(manager, (await readClaim(manager, claimId))!, plan, to);
  return unzip(Buffer.concat(parts), 10_000_000);
}

test('every euro of a claim is tied to its papers, each with its hash', async () => {
  const files = await bundle();
  const names = [...files.keys()];
  expect(names.map((name) => name.split('/')[0])).toEqual([
    'declaratie.xlsx',
    'index.csv',
    'publiciteit',
    'overheidsopdrachten',
    'facturen',
    'facturen',
    'betalingen',
    'SHA256SUMS',
  ]);
  expect(names.filter((name) => name.startsWith('facturen')).map((name) => name.split('/')[2])).toEqual([
    'factuur.pdf',
    'Factuur (2).pdf',
  ]);
  for (const line of files.get('SHA256SUMS')!.toString().trim().split('\n')) {
    const [hash, path] = line.split('  ') as [string, string];
    expect([path, createHash('sha256').update(files.get(path)!).digest('hex')]).toEqual([path, hash]);
  }
  expect(files.get('SHA256SUMS')!.toString().trim().split('\n')).toHaveLength(files.size - 1);
  const index = files.get('index.csv')!.toString();
  for (const name of names.filter((each) => each.includes('/'))) expect(index).toContain(name);
  expect(index).toContain('0001;200;');
});

test('the proof of payment says what the bank said of it, and nothing of other movements', async () => {
  const files = await bundle();
  const [, proof] = [...files].find(([name]) => name.endsWith('uittreksel.txt'))!;
  expect(proof.toString()).toContain('Bedrag: € -200,00'.replace('-', ''));
  expect(proof.toString()).toContain('+++123/4567/89002+++');
  expect(proof.toString()).not.toContain('GEHEIM');
});

test('the workbook has real numbers and days', async () => {
  const workbook = (await bundle()).get('declaratie.xlsx')!;
  const [headings, first] = (await readSheet(workbook, 'Uitgaven')) as [string[], unknown[]];
  const cell = (name: string) => first[headings.indexOf(name)];
  expect([cell('Gedeclareerd'), cell('Betaald'), cell('Factuur')]).toEqual([200, 200, 'F/2025: 1']);
  expect(cell('Betaald op')).toEqual(new Date('2025-05-15T00:00:00Z'));
});

test('a paper that is not what was stored breaks the bundle off', async () => {
  await budget.database.owner.query(`UPDATE document SET content = 'x' WHERE entity = 'invoice' AND name = 'factuur.pdf'`);
  await expect(bundle()).rejects.toThrow('is not what was stored');
});
