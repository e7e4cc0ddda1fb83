import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ADMINISTRATOR, ask, signIn } from './support.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const HEADINGS = 'Code;Model;Thuislocatie;Eigenaar;In gebruik;Kleur';

/** What Excel in Belgium writes: semicolons and windows-1252. */
const csv = (lines: readonly string[]) => ({
  name: 'toestellen.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'latin1'),
});

async function bring(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByLabel('Kies een bestand').setInputFiles(csv(lines));
  await page.getByRole('button', { name: 'Bekijk wat er zou gebeuren' }).click();
  await expect(page.getByRole('table', { name: 'Wat de rijen zouden doen' })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }))).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a file with errors says which cells and why; mended it goes in whole, and a second time it changes nothing', async ({
  page,
}) => {
  await signIn(page, ADMINISTRATOR);
  const mark = Date.now().toString(36).toUpperCase();
  const row = (number: number, model: string, site = 'creo-roc') => `PROEF-${mark}-${number};${model};${site};pom;nee;café`;
  await page.goto('/beheer/gegevens/toestellen');
  await page.getByRole('link', { name: 'Voer in uit een bestand' }).first().click();
  await bring(page, [HEADINGS, row(1, 'COB-UR5'), row(2, 'GEEN-MODEL'), row(3, 'COB-UR5', '')]);

  const table = page.getByRole('table', { name: 'Wat de rijen zouden doen' });
  await expect(page.getByText('5 van 6 kolommen begrepen')).toBeVisible();
  await expect(table.getByText('B3, Model, “GEEN-MODEL”:')).toBeVisible();
  await expect(table.getByText('C4, Thuislocatie, “”:')).toBeVisible();
  await expect(page.getByText('Er zijn 2 rijen met een fout.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Schrijf 1 rij' })).toBeDisabled();
  await page.getByRole('button', { name: '1 nieuw' }).click();
  await expect(table.getByText(`PROEF-${mark}-1`)).toBeVisible();
  await expect(table.getByText(`PROEF-${mark}-2`)).toHaveCount(0);
  await expectAccessible(page);

  const right = [HEADINGS, row(1, 'COB-UR5'), row(2, 'cob-ur5'), row(3, 'COB-UR5')];
  await page.getByRole('link', { name: 'Kies een ander bestand' }).click();
  await bring(page, right);
  await page.getByRole('button', { name: 'Schrijf 3 rijen' }).click();
  await expect(page.getByText('3 nieuw, 0 gewijzigd, 0 ongewijzigd.')).toBeVisible();

  await page.goto('/beheer/invoer?soort=UNIT');
  await bring(page, right);
  await expect(page.getByRole('button', { name: '3 ongewijzigd' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Schrijf 0 rijen' })).toBeDisabled();

  await page.goto(`/beheer/gegevens/toestellen?toon=alles&zoek=PROEF-${mark}`);
  await page.getByRole('link', { name: `PROEF-${mark}-1` }).click();
  await expect(page.getByRole('region', { name: 'Geschiedenis' }).getByText('Model: COB-UR5')).toBeVisible();
});

test('of two administrators with the same form one saves; the other is told, looks, and saves then', async ({
  page,
  browser,
}) => {
  await signIn(page, ADMINISTRATOR);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, ADMINISTRATOR);
  const { managedRecords } = await ask<{ managedRecords: { edges: { node: { id: string } }[] } }>(
    page,
    '{ managedRecords(kind: SITE, text: "viv-tor", first: 1) { edges { node { id } } } }',
  );
  const mark = Date.now().toString(36);
  const address = `/beheer/gegevens/locaties/${managedRecords.edges[0]!.node.id}`;
  const note = (of: Page) => of.getByLabel('Bij levering');
  await page.goto(address);
  await expect(note(page)).toBeVisible();
  await other.goto(address);
  await expect(note(other)).toBeVisible();

  await note(page).fill(`Poort ${mark}`);
  await page.getByLabel('Vloer (m²)').fill('veel');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.getByLabel('Vloer (m²)')).toHaveAccessibleDescription(/Dit is geen getal/);
  await expect(page.getByLabel('Vloer (m²)')).toBeFocused();
  await page.getByLabel('Vloer (m²)').fill('60');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.getByText('Bewaard.')).toBeVisible();
  const history = page.getByRole('region', { name: 'Geschiedenis' });
  await expect(history.getByText(`Poort ${mark}`).first()).toBeVisible();

  await note(other).fill(`Achterom ${mark}`);
  await other.getByRole('button', { name: 'Bewaar' }).click();
  await expect(other.getByText('Iemand anders wijzigde dit intussen.')).toBeVisible();
  await other.getByRole('button', { name: 'Toon wat er nu staat' }).click();
  await expect(note(other)).toHaveValue(`Poort ${mark}`);
  await note(other).fill(`Achterom ${mark}`);
  await other.getByRole('button', { name: 'Bewaar' }).click();
  await expect(other.getByRole('region', { name: 'Geschiedenis' }).getByText(`Achterom ${mark}`).first()).toBeVisible();
  await expectAccessible(other);
  await other.context().close();
});
