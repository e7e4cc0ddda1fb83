import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PLANNER, signIn } from './support.js';

const OFFICER = 'an.verhaeghe@pom.example';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

test('from the envelope to a posting, its invoice and document, the kit it bought and the hours it gave', async ({ page }) => {
  await signIn(page, OFFICER);
  await page.goto('/budget?enveloppe=UPSKILL');
  await expect(page.getByRole('heading', { level: 1, name: 'Enveloppe UPSKILL' })).toBeVisible();
  await expect(page.getByText('€ 7.200.000,00').first()).toBeVisible();
  await page.getByRole('button', { name: 'Controleer nu' }).click();
  await expect(page.getByText(/Alle saldo’s kloppen met hun/)).toBeVisible();

  const curve = page.getByRole('region', { name: 'Betaald tegenover plan' });
  await curve.getByRole('slider', { name: 'Maand' }).press('Home');
  await expect(curve.getByText(/Op 31\/07\/2020 was € 0,00 betaald/)).toBeVisible();
  const state = page.getByRole('region', { name: 'Stand' });
  await state.getByRole('button', { name: 'Toon als tabel' }).click();
  const row = state.getByRole('row').filter({ hasText: 'Toestellen industrie 4.0' });
  const paid = row.getByRole('link').nth(3);
  const amount = (await paid.textContent())!;
  await paid.click();

  await expect(page.getByRole('heading', { level: 1, name: 'Boekingen' })).toBeVisible();
  await expect(page.getByText(`Betaald, opgeteld uit deze boekingen: ${amount}`)).toBeVisible();
  await page
    .getByRole('link', { name: /^Factuur / })
    .first()
    .click();
  const bought = page.getByRole('region', { name: 'Wat deze factuur kocht' });
  await expect(bought).toBeVisible();
  await page
    .getByLabel('Voeg een document toe')
    .setInputFiles([{ name: 'factuur.pdf', mimeType: 'application/pdf', buffer: PDF }]);
  await expect(page.getByRole('link', { name: /factuur\.pdf/ }).first()).toBeVisible();

  await bought.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kosten en gebruik van/ })).toBeVisible();
  const used = page.getByRole('region', { name: 'Waarvoor het gebruikt is' });
  await expect(used.getByRole('link', { name: /^R-/ }).first()).toBeVisible();
});

test('what is wanted feeds a what-if that books nothing and refuses what the line cannot bear', async ({ page }) => {
  await signIn(page, OFFICER);
  await page.goto('/budget/behoefte');
  await page
    .getByRole('region', { name: 'Per model' })
    .getByRole('link', { name: /^Koop er één/ })
    .first()
    .click();
  const answer = page.getByRole('region', { name: 'Wat er zou gebeuren' });
  await expect(answer.getByText('kan', { exact: true })).toBeVisible();
  await expect(answer.getByRole('table', { name: 'Wat elke financier draagt' })).toBeVisible();
  await page.getByLabel('Aantal').fill('999');
  await expect(answer.getByText('kan niet', { exact: true })).toBeVisible();
  await expect(answer.getByText(/te kort/)).toBeVisible();
  await page.reload();
  await expect(answer.getByText('kan niet', { exact: true })).toBeVisible();
});

test('a planner reads the envelope and changes nothing', async ({ page }) => {
  await signIn(page, PLANNER);
  await page.goto('/budget');
  await expect(page.getByRole('heading', { level: 1, name: 'Enveloppe UPSKILL' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Let op' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Controleer nu' })).toHaveCount(0);
});

/** No violation on the page as it stands, and no sideways scrolling. */
async function expectClean(page: Page, address: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => ({ address, id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }))).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect({ address, over }).toEqual({ address, over: 0 });
}

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the pages of the envelope are accessible, ${colorScheme} at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await signIn(page, OFFICER);
    for (const [address, seen] of [
      ['/budget?enveloppe=DEMO-2127', page.getByRole('link', { name: 'Bekijk alle kits' })],
      ['/budget?stadia=alle&per=financier', page.getByRole('region', { name: 'Na de periode' })],
      ['/budget/lijnen?toon=vol', page.getByRole('table')],
      ['/budget/boekingen?cijfer=certified', page.getByRole('table')],
      ['/budget/wat-als?model=COB-UR5&aantal=999', page.getByRole('region', { name: 'Wat er zou gebeuren' })],
      ['/budget/behoefte?dagen=90', page.getByRole('region', { name: 'Per gemeente' })],
      ['/budget/gebruik?toon=stil', page.getByRole('region', { name: 'Per doelgroep' })],
      ['/budget/gebruik/COB-UR5-01', page.getByRole('region', { name: 'Waarvoor het gebruikt is' })],
      ['/budget/maanden', page.getByRole('table')],
      ['/budget/spoor?soort=claim', page.getByRole('searchbox')],
    ] as const) {
      await page.goto(address);
      await expect(seen).toBeVisible();
      await expectClean(page, address);
    }
  });
