import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, PLANNER, signIn, tuesday, usualSite } from './support.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const RESERVE = `mutation ($input: ReserveInput!) { reserveKit(input: $input) {
  __typename ... on Reservation { id version } ... on Refusal { reasons { code } } } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) { cancelReservation(id: $id, version: $version) { __typename } }`;
const PREVIEW = `query ($input: SeriesPreviewInput!) { seriesPreview(input: $input) { possible occurrences { firstDay lastDay ok } } }`;

interface Made {
  reserveKit: { __typename: string; id: string; version: number };
}

async function reserve(
  page: Page,
  unitId: string,
  siteId: string,
  days: { firstDay: string; lastDay: string },
): Promise<Made['reserveKit']> {
  const { firstDay, lastDay } = days;
  const input = { unitIds: [unitId], siteId, firstDay, lastDay, details: { purpose: 'Voor de proef' } };
  const { reserveKit } = await ask<Made>(page, RESERVE, { input: { ...input, idempotencyKey: crypto.randomUUID() } });
  expect(reserveKit.__typename).toBe('Reservation');
  return reserveKit;
}

/** Three Tuesdays on which a kit can be at the site. */
async function threeTuesdays(page: Page, siteId: string) {
  for (let week = 40; week < 60; week += 4) {
    const unit = await freeUnit(page, siteId, week);
    const plan = { kind: 'WEEKLY', firstDay: unit.firstDay, days: 1, siteIds: [siteId], everyWeeks: 1, times: 3, makeUp: true };
    const { seriesPreview } = await ask<{
      seriesPreview: { possible: number; occurrences: { firstDay: string; lastDay: string; ok: boolean }[] };
    }>(page, PREVIEW, { input: { unitId: unit.id, plan } });
    if (seriesPreview.possible === 3) return { unit, times: seriesPreview.occurrences };
  }
  throw new Error('no kit is free on three Tuesdays');
}

test('a series with a conflict: seen before, booked as far as it can, and the rest cancelled together', async ({ page }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { unit, times } = await threeTuesdays(page, site.id);
  await reserve(page, unit.id, site.id, times[1]!);

  await page.goto(`/reeksen/nieuw?toestel=${unit.code}&van=${times[0]!.firstDay}&locatie=${site.code}`);
  await page.getByLabel('Hoeveel keer?').fill('3');
  await expect(page.getByText('2 van 3 keer kan')).toBeVisible();
  const preview = page.getByRole('list', { name: 'Elke keer met wat kan' });
  const conflict = preview.getByRole('listitem').filter({ hasText: 'kan niet' });
  await expect(conflict.getByText('is al bezet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vraag alle 3 keren aan' })).toBeDisabled();
  await page.getByRole('button', { name: 'Vraag alleen de 2 keren aan die kunnen' }).click();

  await expect(page).toHaveURL(/\/reeksen\/[0-9a-f-]{36}/);
  await expect(page.getByText('2 van de 3 keren zijn aangevraagd.')).toBeVisible();
  const rows = page.getByRole('list', { name: 'De keren van deze reeks' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1).getByText('niet aangevraagd')).toBeVisible();
  await rows
    .nth(0)
    .getByRole('button', { name: /^Annuleer/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Deze en alle volgende (2 keer)').check();
  await dialog.getByRole('button', { name: 'Annuleer 2 keer' }).click();
  await expect(rows.nth(0).getByText('geannuleerd')).toBeVisible();
  await expect(rows.nth(2).getByText('geannuleerd')).toBeVisible();
});

test('the waiting list: joined from what is taken, held when it comes free, and accepted', async ({ page, browser }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { id, code, firstDay, lastDay } = await freeUnit(page, site.id, 46);
  const elsewhere = await browser.newContext();
  const owner = await elsewhere.newPage();
  await signIn(owner, PLANNER);
  const taken = await reserve(owner, id, site.id, { firstDay, lastDay });

  await page.goto(`/toestel/${code}?van=${firstDay}&tot=${lastDay}&locatie=${site.code}`);
  await page.getByRole('region', { name: 'Jouw reservatie' }).getByRole('link', { name: 'Zet me op de wachtlijst' }).click();
  const only = page.getByLabel(`Alleen ${code}`);
  await expect(page.getByLabel('Opleiding')).toBeVisible();
  if ((await only.count()) > 0) await only.check();
  await page.getByLabel('Opleiding').fill('Wachten op een plaats');
  await page.getByRole('button', { name: 'Zet me op de lijst' }).click();
  await expect(page).toHaveURL(/\/wachtlijst$/);
  const place = page.getByRole('listitem').filter({ hasText: 'Wachten op een plaats' });
  await expect(place.getByText('Je bent de volgende.')).toBeVisible();

  await ask(owner, CANCEL, { id: taken.id, version: taken.version });
  await elsewhere.close();
  await expect(async () => {
    await page.reload();
    await expect(place.getByText('vrij voor jou')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(place.getByText(/Antwoord voor/)).toBeVisible();
  await place.getByRole('button', { name: /^Ja, reserveer/ }).click();
  await expect(page).toHaveURL(/\/reservaties\/[0-9a-f-]{36}/);
  const made = new URL(page.url()).pathname.split('/').at(-1);
  const { reservation } = await ask<{ reservation: { state: string; firstDay: string } }>(
    page,
    'query ($id: ID!) { reservation(id: $id) { state firstDay } }',
    { id: made },
  );
  expect(reservation).toEqual({ state: 'SUBMITTED', firstDay });
});

test('a kit is followed on a phone, and no longer', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, COORDINATOR);
  await page.goto('/toestel/COB-UR5-02');
  await page.getByRole('button', { name: 'Volg deze kit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Volg', exact: true }).click();
  await expect(page.getByText(/Je volgt dit: tot 15 km/)).toBeVisible();
  await page.getByRole('link', { name: 'Alles wat je volgt' }).click();
  const followed = page.getByRole('listitem').filter({ hasText: 'COB-UR5-02' });
  await followed.getByRole('button', { name: /^Stop met volgen/ }).click();
  await expect(followed).toHaveCount(0);
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`these pages are accessible, ${colorScheme} at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await signIn(page, COORDINATOR);
    const day = tuesday(12);
    for (const path of [
      '/wachtlijst',
      `/wachtlijst/nieuw?toestel=COB-UR5-02&van=${day}&tot=${day}`,
      '/reeksen',
      `/reeksen/nieuw?toestel=COB-UR5-02&van=${day}`,
      '/volgen',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path.startsWith('/reeksen/nieuw')) await page.getByRole('list', { name: 'Elke keer met wat kan' }).waitFor();
      else await page.locator('main').getByRole('link').or(page.locator('main').getByRole('button')).first().waitFor();
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => ({ path, id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
