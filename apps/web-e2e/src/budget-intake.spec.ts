import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ask, plus, signIn } from './support.js';

/** The makers of files that the API is tested with; by a computed path, since stories are type-checked apart from the API. */
const intake = path.resolve(import.meta.dirname, '../../api/src/budget/intake');
type Maker = (given: object) => string;
const { makeUbl } = (await import(path.join(intake, 'peppol/ubl.fixture.ts'))) as { makeUbl: Maker };
const { makeCoda } = (await import(path.join(intake, 'coda/coda.fixture.ts'))) as { makeCoda: Maker };

const OFFICER = 'an.verhaeghe@pom.example';
const today = new Date().toISOString().slice(0, 10);
const day = plus(today, -10);
/** Twelve digits with a right check number, another one for each run. */
const communication = () => {
  const ten = String(Date.now()).slice(-10);
  return ten + String(Number(BigInt(ten) % 97n) || 97).padStart(2, '0');
};
const asCoda = (iso: string) => `${iso.slice(8)}${iso.slice(5, 7)}${iso.slice(2, 4)}`;
const xml = (name: string, text: string) => ({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });

interface Line {
  id: string;
  amounts: { left: string };
  flatRateBasisPoints: number | null;
  agreement: { eligibleTo: string };
}

/** An order of a new supplier on a line of the programme that runs. */
async function order(page: Page, run: string, cents: string) {
  const { budgetLines } = await ask<{ budgetLines: { edges: { node: Line }[] } }>(
    page,
    '{ budgetLines(first: 100) { edges { node { id flatRateBasisPoints amounts { left } agreement { eligibleTo } } } } }',
  );
  const line = budgetLines.edges
    .map(({ node }) => node)
    .find(
      (each) => each.flatRateBasisPoints === null && each.agreement.eligibleTo > today && BigInt(each.amounts.left) > 500_000n,
    )!;
  const eight = `0${run.slice(-7)}`;
  const enterpriseNumber = eight + String(97 - (Number(eight) % 97)).padStart(2, '0');
  const { addSupplier } = await ask<{ addSupplier: { id: string } }>(
    page,
    'mutation ($key: String!, $input: SupplierInput!) { addSupplier(idempotencyKey: $key, input: $input) { ... on Supplier { id } } }',
    { key: `supplier-${run}`, input: { name: `Proefleverancier ${run}`, enterpriseNumber } },
  );
  const { addCommitment } = await ask<{ addCommitment: { number: number } }>(
    page,
    'mutation ($input: AddCommitmentInput!) { addCommitment(input: $input) { ... on Commitment { number } } }',
    {
      input: {
        idempotencyKey: `order-of-${run}`,
        lineId: line.id,
        supplierId: addSupplier.id,
        description: 'Lastafels',
        reference: `PO-${run}`,
        orderedOn: day,
        cents,
      },
    },
  );
  return { enterpriseNumber, number: addCommitment.number };
}

test('an order, its e-invoice and its payment by the bank; what is too much is refused and says why', async ({ page }) => {
  const run = String(Date.now());
  await signIn(page, OFFICER);
  const { enterpriseNumber } = await order(page, run, '150000');
  const supplier = { name: `Proefleverancier ${run}`, enterpriseNumber };
  const vcs = communication();
  const given = { issuedOn: day, dueOn: null, supplier, order: `PO-${run}` };
  const right = makeUbl({ ...given, number: `A-${run}`, communication: vcs, lines: [{ name: 'Lastafel', net: 100_000n }] });
  const tooMuch = makeUbl({ ...given, number: `B-${run}`, lines: [{ net: 100_000n }] });
  const wrong = right
    .replace(`A-${run}`, `C-${run}`)
    .replace('PayableAmount currencyID="EUR">1210.00', 'PayableAmount currencyID="EUR">1310.00');

  await page.goto('/budget/e-facturen');
  await page
    .getByLabel('Kies een of meer bestanden')
    .setInputFiles([
      xml('goed.xml', right),
      xml('te-veel.xml', tooMuch),
      xml('fout.xml', wrong),
      xml('kapot.xml', right.slice(0, 900)),
    ]);
  const outcomes = page.getByRole('region', { name: 'Wat er met elk bestand gebeurde' });
  await expect(outcomes.getByText('4 van 4 verwerkt')).toBeVisible();
  await expect(outcomes.getByRole('listitem').filter({ hasText: 'goed.xml' })).toContainText('geboekt');
  await expect(outcomes.getByRole('listitem').filter({ hasText: 'te-veel.xml' })).toContainText('geweigerd bij het boeken');
  await expect(outcomes.getByRole('listitem').filter({ hasText: 'fout.xml' })).toContainText(
    'zegt 1310.00, maar de som is 1210.00',
  );
  await expect(outcomes.getByRole('listitem').filter({ hasText: 'kapot.xml' })).toContainText('beschadigd of onvolledig');
  await expectAccessible(page);

  // 1500 ordered, 1210 invoiced: 290 is not enough for 1210 more.
  await outcomes.getByRole('link', { name: `B-${run}` }).click();
  await expect(page.getByRole('heading', { name: 'Boek deze factuur' })).toBeVisible();
  await page.getByLabel('Op welke bestelling of lijn?').selectOption({ label: await optionWith(page, 'Lastafels') });
  await page.getByRole('button', { name: 'Boek', exact: true }).click();
  await expect(page.getByText('€ 1.210,00').last()).toBeVisible();
  await expect(page.getByText(/290,00/).last()).toBeVisible();
  await expectAccessible(page);

  await page.goto('/budget/bank');
  const coda = makeCoda({
    day: asCoda(day),
    number: run.slice(-3),
    account: `BE68${run.slice(-12)}`,
    moves: [
      { cents: -121_000n, communication: vcs, name: 'PROEFLEVERANCIER' },
      { cents: -500n, message: `KOSTEN ${run}`, name: 'BANK' },
    ],
  });
  await page
    .getByLabel('Kies een of meer CODA-bestanden')
    .setInputFiles([{ name: 'uittreksel.cod', mimeType: 'text/plain', buffer: Buffer.from(coda) }]);
  await expect(page.getByText('2 verrichtingen, 1 vanzelf gekoppeld')).toBeVisible();
  await page.goto(`/budget/bank?zoek=KOSTEN%20${run}`);
  const costs = page.getByRole('listitem').filter({ hasText: `KOSTEN ${run}` });
  await costs.getByRole('button', { name: 'Zet opzij' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Waarom?').fill('Bankkosten');
  await dialog.getByRole('button', { name: 'Zet opzij' }).click();
  await expect(page.getByText('Niets gevonden met die woorden.')).toBeVisible();
  await page.goto(`/budget/bank?toon=gekoppeld&zoek=${vcs}`);
  await expect(page.getByText(`factuur A-${run}: € 1.210,00`)).toBeVisible();
  await expectAccessible(page);
});

test('a table of payments is shown row by row before it is written; these pages are accessible', async ({ page }) => {
  const run = String(Date.now());
  await signIn(page, OFFICER);
  await page.goto('/budget/invoer');
  const table = `Factuur;Betaald op;Bedrag\nBESTAAT-NIET-${run};${day};1.234\n`;
  await page
    .getByLabel('Kies een bestand (Excel of CSV)')
    .setInputFiles([{ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }]);
  await page.getByRole('button', { name: 'Toon wat er zou gebeuren' }).click();
  await expect(page.getByText('kan € 1.234,00 of € 1,23 zijn')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Schrijf/ })).toBeDisabled();
  await expectAccessible(page);
  for (const [address, seen] of [
    ['/budget/facturen', page.getByRole('table')],
    ['/budget/facturen/nieuw', page.getByRole('button', { name: 'Boek de factuur' })],
    ['/budget/leveranciers', page.getByRole('table')],
  ] as const) {
    await page.goto(address);
    await expect(seen).toBeVisible();
    await expectAccessible(page);
  }
});

async function optionWith(page: Page, text: string): Promise<string> {
  const option = page.getByLabel('Op welke bestelling of lijn?').locator('option').filter({ hasText: text });
  await expect(option).toHaveCount(1);
  return (await option.textContent())!;
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  }
}
