import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, PLANNER, signIn, usualSite } from './support.js';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

interface Booked {
  readonly id: string;
  readonly code: string;
}

/** A confirmed reservation of one kit, some weeks ahead. */
async function book(page: Page, week: number): Promise<Booked> {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  for (let ahead = week; ; ahead++) {
    const { id: unitId, code, firstDay, lastDay } = await freeUnit(page, site.id, ahead);
    const { reserveKit } = await ask<{ reserveKit: { id?: string; version?: number; reasons?: { code: string }[] } }>(
      page,
      'mutation ($input: ReserveInput!) { reserveKit(input: $input) { ... on Reservation { id version } ... on Refusal { reasons { code } } } }',
      {
        input: {
          idempotencyKey: `handover-${Date.now()}-${ahead}`,
          unitIds: [unitId],
          siteId: site.id,
          firstDay,
          lastDay,
          details: { groupSize: 4, purpose: 'Overdracht' },
        },
      },
    );
    // Some kits ask more of who books them than this story brings.
    if (reserveKit.reasons && ahead < week + 6) continue;
    expect(reserveKit.reasons).toBeUndefined();
    await signIn(page, PLANNER);
    const { confirmReservation } = await ask<{ confirmReservation: { state?: string } }>(
      page,
      'mutation ($id: ID!, $version: Int!) { confirmReservation(id: $id, version: $version) { ... on Reservation { state } } }',
      reserveKit,
    );
    expect(confirmReservation.state).toBe('CONFIRMED');
    return { id: reserveKit.id!, code };
  }
}

async function expectClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => ({ colorScheme, id, nodes: nodes.map((node) => node.html.slice(0, 160)) }))).toEqual(
      [],
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}

const outbox = (page: Page) => page.getByRole('region', { name: 'Te versturen' });
const boxesOf = (page: Page) => page.getByRole('checkbox', { name: /^Doos/ });

async function signBoth(page: Page, giver: string, receiver: string): Promise<void> {
  for (const [who, name] of [
    [giver, 'Jan Maes'],
    [receiver, 'Lien Vandamme'],
  ] as const)
    await page.getByRole('group', { name: who }).getByLabel('Naam').fill(name);
}

test('fetched with the scanner, brought back without network with a part missing, sent when the network returns', async ({
  page,
  context,
}) => {
  const other = await book(page, 24);
  const mine = await book(page, 30);
  await page.goto(`/overdracht/${mine.id}`);
  await expect(page.getByRole('heading', { level: 1, name: /Overdracht R-/ })).toBeVisible();

  // Another booking's kit is refused by name; one's own is checked off by typing what is on its label.
  const code = page.getByLabel(/Code op het label/);
  if (other.code !== mine.code) {
    await code.fill(`${other.code}/1`);
    await code.press('Enter');
    await expect(page.getByText(/hoort bij reservatie R-\d+, niet bij deze/)).toBeVisible();
  }
  await code.fill(`https://karavaan.example/scan/${mine.code}/1`);
  await code.press('Enter');
  await expect(boxesOf(page).first()).toBeChecked();
  for (const box of await boxesOf(page).all()) await box.check();
  await page.getByRole('button', { name: 'Bewaar de overdracht' }).click();
  await expect(page.getByText('Vul bij allebei een naam in.')).toBeVisible();
  await expectClean(page);
  await signBoth(page, 'Wie geeft mee', 'Wie haalt op');
  await page.getByRole('button', { name: 'Bewaar de overdracht' }).click();
  await expect(page.getByRole('heading', { name: 'Wat al genoteerd is' })).toBeVisible();
  await expect(outbox(page)).toContainText('Alles is verstuurd');

  // Once the worker keeps the page, it opens without network.
  await page.waitForFunction(async () => (await caches.match('/index.html')) !== undefined && navigator.serviceWorker.controller);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/Geen netwerk\. Je ziet wat we wisten/)).toBeVisible();
  await page.getByText('Terugbrengen', { exact: true }).click();
  for (const box of await boxesOf(page).all()) await box.check();
  await page.getByText('Iets mis? Kijk de doos na').first().click();
  const missing = page.getByRole('group', { name: /: ontbreekt$/ }).first();
  await missing.getByRole('button', { name: 'Eén meer' }).click();
  await expect(missing.getByRole('status')).toHaveText('1');
  await signBoth(page, 'Wie brengt terug', 'Wie neemt aan');
  await page.getByRole('button', { name: 'Bewaar de overdracht' }).click();
  await expect(outbox(page)).toContainText('1 te versturen');
  await expect(page.getByText('Alles is terug.')).toBeVisible();
  await page.reload();
  await expect(outbox(page)).toContainText('1 te versturen');
  await expectClean(page);

  await context.setOffline(false);
  await expect(outbox(page)).toContainText('Alles is verstuurd', { timeout: 30_000 });
  const { handoverSheet } = await ask<{
    handoverSheet: { units: { state: string }[]; records: { boxes: { parts: { missing: number }[] }[] }[] };
  }>(page, 'query ($id: ID!) { handoverSheet(reservationId: $id) { units { state } records { boxes { parts { missing } } } } }', {
    id: mine.id,
  });
  expect(handoverSheet.units).toEqual([{ state: 'RELEASED' }]);
  expect(handoverSheet.records).toHaveLength(2);
  expect(handoverSheet.records[0]!.boxes[0]!.parts).toEqual([{ missing: 1 }]);
});

test('an ended session keeps what waits; what somebody else noted first is a choice, and nothing is lost', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const mine = await book(page, 38);
  await page.goto(`/overdracht/${mine.id}`);
  await boxesOf(page).first().check();
  await signBoth(page, 'Wie geeft mee', 'Wie haalt op');
  const session = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Bewaar de overdracht' }).click();
  await expect(outbox(page)).toContainText('1 te versturen');
  await expect(outbox(page)).toContainText('Je bent afgemeld');

  // A colleague notes the same box meanwhile.
  const second = await browser.newContext(baseURL ? { baseURL } : {});
  const colleague = await second.newPage();
  await signIn(colleague, COORDINATOR);
  const { handoverSheet } = await ask<{ handoverSheet: { units: { unitId: string }[] } }>(
    colleague,
    'query ($id: ID!) { handoverSheet(reservationId: $id) { units { unitId } } }',
    { id: mine.id },
  );
  await ask(colleague, 'mutation ($input: HandoverInput!) { recordHandover(input: $input) { __typename } }', {
    input: {
      idempotencyKey: `colleague-${Date.now()}`,
      reservationId: mine.id,
      moment: 'FETCH',
      happenedAt: new Date().toISOString(),
      boxes: [{ unitId: handoverSheet.units[0]!.unitId, box: 1, state: 'PRESENT' }],
      giver: { name: 'Jan' },
      receiver: { name: 'Lien' },
    },
  });
  await second.close();

  await context.addCookies(session);
  await page.getByRole('button', { name: 'Verstuur nu' }).click();
  const conflict = page.getByRole('article', { name: /kies wat er moet gebeuren/ });
  await expect(conflict).toContainText('is al genoteerd');
  await expectClean(page);
  await conflict.getByRole('button', { name: 'Bewaar ze ernaast' }).click();
  await expect(conflict).toBeHidden();
  await expect(page.getByText('Tweede vaststelling, naast de eerste bewaard.')).toBeVisible();
});

test('a planner changes what is in a box, and prints a label for the kit and each of its boxes', async ({ page }) => {
  await signIn(page, PLANNER);
  await page.goto('/toestel/COB-UR3-01/paklijst');
  const boxes = page.getByRole('group', { name: /^Doos \d+ van/ });
  await expect(boxes.first()).toBeVisible();
  const before = await boxes.count();
  await page.getByRole('button', { name: 'Voeg een doos toe' }).click();
  await boxes.last().getByLabel('Onderdeel').fill('reservebatterij');
  await boxes.last().getByLabel('Aantal').fill('2');
  await expectClean(page);
  await page.getByRole('button', { name: 'Bewaar de paklijst' }).click();
  await expect(page.getByText('2 × reservebatterij').first()).toBeVisible();

  await page.getByRole('link', { name: 'Druk labels' }).click();
  const labels = page.getByRole('region', { name: 'Voorbeeld van de labels' });
  await expect(labels.getByText(`Doos ${before + 1} van ${before + 1}`)).toBeVisible();
  await expect(labels.getByText('COB-UR3-01', { exact: true })).toHaveCount(before + 2);
  await expectClean(page);
});
