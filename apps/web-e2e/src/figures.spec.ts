import fs from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ADMINISTRATOR, ask, COORDINATOR, PLANNER, signIn, tuesday } from './support.js';

test('a planner reads the figures, as bars and as a table, and goes to what a figure counts', async ({ page }) => {
  await signIn(page, PLANNER);
  await page.goto('/beheer/cijfers');
  const reservations = page
    .getByRole('definition')
    .filter({ has: page.getByRole('link') })
    .first();
  await expect(reservations).toHaveText(/^[\d.]+$/);
  const areas = page.getByRole('region', { name: 'Per gebied' });
  await areas.getByRole('button', { name: /^Toon als tabel/ }).click();
  const row = areas.getByRole('row').filter({ hasText: 'Ieper' });
  const counted = await row.getByRole('cell').nth(1).textContent();
  await areas.getByRole('button', { name: /^Toon als balken/ }).click();
  await areas.getByRole('link', { name: 'Ieper' }).click();
  await expect(page.getByRole('link', { name: 'Uit de cijfers' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('status').filter({ hasText: 'reservatie' })).toContainText(` ${counted} reservatie`);
});

test('takes the report along, and the list of reservations with its filter', async ({ page }) => {
  await signIn(page, PLANNER);
  await page.goto('/beheer/cijfers');
  const take = async (button: string, format: string) => {
    await page.getByRole('button', { name: button }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    const download = await file;
    return { name: download.suggestedFilename(), content: await fs.readFile(await download.path()) };
  };
  const report = await take('Rapport', 'PDF');
  expect(report.name).toMatch(/^karavaan-rapport-[\d-]+\.pdf$/);
  expect(report.content.subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto('/reservaties?toon=geannuleerd');
  const status = page.getByRole('status').filter({ hasText: 'reservaties' });
  await expect(status).toBeVisible();
  const found = Number(/\d+/.exec((await status.textContent())!)![0]);
  const list = await take('Exporteer', 'CSV');
  const lines = list.content.toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toContain('Nummer;Staat;Eerste dag');
  expect(lines.filter((line) => line.startsWith('R-'))).toHaveLength(found);
});

test('what a visitor searches in vain is seen by a planner, without who it was', async ({ page }) => {
  const days = { firstDay: tuesday(20), lastDay: tuesday(20) };
  const input = { ...days, postcode: '8600', domain: 'food', text: 'wat er niet is' };
  const unmet = async () => {
    const { unmetDemand } = await ask<{
      unmetDemand: { domain: string; modelCode: string; municipality: string; searches: number }[];
    }>(
      page,
      'query ($from: Date!, $to: Date!) { unmetDemand(from: $from, to: $to) { domain modelCode municipality searches } }',
      { from: tuesday(-60), to: tuesday(1) },
    );
    const rows = unmetDemand.filter((row) => row.domain === 'food' && row.modelCode === '' && row.municipality === 'Diksmuide');
    return rows.reduce((sum, row) => sum + row.searches, 0);
  };
  await signIn(page, PLANNER);
  const before = await unmet();
  await ask(page, 'mutation { signOut { ok } }');
  const found = await ask<{ availability: { freeCount: number } }>(
    page,
    'query ($input: AvailabilityInput!) { availability(input: $input) { freeCount } }',
    { input },
  );
  expect(found.availability.freeCount).toBe(0);
  await signIn(page, PLANNER);
  await expect.poll(unmet).toBe(before + 1);
  await page.goto('/beheer/vraag');
  await expect(page.getByRole('region', { name: 'Per model', exact: true })).toContainText('Schaarhoogwerker');
  await expect(page.getByRole('img', { name: /Kaart: vraag/ })).toBeVisible();
});

test('a month and a domain change the coverage', async ({ page }) => {
  await signIn(page, PLANNER);
  await page.goto('/beheer/bereik');
  await expect(page.getByText('van de inwoners heeft in')).toBeVisible();
  const share = page.locator('main strong').first();
  const all = await share.textContent();
  await page.getByLabel('Domein').selectOption({ index: 1 });
  await expect(page).toHaveURL(/domein=/);
  await expect(share).not.toHaveText(all!);
  await expect(page.getByRole('region', { name: 'Per gebied' }).getByRole('listitem')).toHaveCount(8);
});

test('a person reads what is stored, takes the own data along, and is asked twice before being forgotten', async ({ page }) => {
  await signIn(page, COORDINATOR);
  await page.goto('/privacy');
  await expect(
    page.getByRole('table', { name: 'Wat we bewaren' }).getByRole('row').filter({ hasText: 'Je account' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Neem mijn gegevens mee' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  const { data } = JSON.parse(await fs.readFile(await (await file).path(), 'utf8')) as { data: { person: { email: string }[] } };
  expect(data.person.map(({ email }) => email)).toEqual([COORDINATOR]);
  await page.getByRole('button', { name: 'Vergeet mij' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Vergeet mij voorgoed' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill(COORDINATOR);
  await expect(confirm).toBeEnabled();
  await dialog.getByRole('button', { name: 'Terug' }).click();
  await expect(dialog).toBeHidden();
});

test('an administrator chooses how long mails are kept, and cleans up', async ({ page }) => {
  await signIn(page, ADMINISTRATOR);
  await page.goto('/beheer/privacy');
  const mails = page.getByLabel('Mails wissen', { exact: true });
  const before = await mails.inputValue();
  await mails.fill('12');
  await page.getByRole('button', { name: /^Bewaar ?: Mails wissen/ }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await mails.fill(before === '200' ? '210' : '200');
  await page.getByRole('button', { name: /^Bewaar ?: Mails wissen/ }).click();
  await expect(page.getByText('De termijn is bewaard.')).toBeVisible();
  await page.getByRole('button', { name: 'Ruim nu op' }).click();
  const runs = page.getByRole('table', { name: 'Wat werd opgeruimd' });
  await expect(
    runs.getByRole('row').filter({ hasText: 'Mails wissen' }).filter({ hasText: 'Tom Lambrecht' }).first(),
  ).toBeVisible();
});
