import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ask, COORDINATOR, PLANNER, plus, signIn, tuesday, typed, usualSite } from './support.js';

interface Models {
  catalogue: { edges: { node: { code: string; name: { nl: string } } }[] };
}

/** The model that rounds here share out, far ahead, where no other story books. */
async function modelOfRound(page: Page): Promise<{ code: string; name: { nl: string } }> {
  const { catalogue } = await ask<Models>(
    page,
    '{ catalogue(first: 100, filter: { mobility: MOBILE }) { edges { node { code name { nl } } } } }',
  );
  return catalogue.edges.find(({ node }) => node.code === 'COB-UR5')?.node ?? catalogue.edges[0]!.node;
}

interface Found {
  availability: { edges: { node: { verdict: string; reasons: { code: string }[] } }[] };
}

async function search(page: Page, modelCode: string, siteId: string, firstDay: string): Promise<Found['availability']['edges']> {
  const { availability } = await ask<Found>(
    page,
    'query ($input: AvailabilityInput!) { availability(input: $input, first: 10) { edges { node { verdict reasons { code } } } } }',
    { input: { firstDay, lastDay: plus(firstDay, 1), siteId, modelCode, groupSize: 5 } },
  );
  return availability.edges;
}

/** Two days far ahead on which the site is open and some kit of the model free; a second try takes other ones. */
async function daysOfRound(page: Page, modelCode: string, siteId: string): Promise<string> {
  for (let week = 30 + 20 * test.info().retry; week < 75; week++) {
    const found = await search(page, modelCode, siteId, tuesday(week));
    if (found.some(({ node }) => node.verdict === 'REACHABLE' || node.verdict === 'FREE_HERE')) return tuesday(week);
  }
  throw new Error('no kit is free far ahead');
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }))).toEqual([]);
}

test('a centre asks without fixed days, and a planner gives it a kit by hand', async ({ page, browser }) => {
  await signIn(page, COORDINATOR);
  const model = await modelOfRound(page);
  await page.goto('/aanvragen/nieuw');
  const course = `Cobots voor beginners ${Date.now()}`;
  await page.getByLabel('Wat heb je nodig?').selectOption({ label: model.name.nl });
  await page.getByRole('textbox', { name: 'Ten vroegste op' }).fill(typed(tuesday(12)));
  await page.getByRole('textbox', { name: 'Ten laatste tot en met' }).fill(typed(plus(tuesday(12), 120)));
  await page.getByLabel('Aantal dagen na elkaar').fill('2');
  await page.getByLabel('Opleiding').fill(course);
  await page.getByLabel('Aantal deelnemers').fill('4');
  await page.getByRole('button', { name: 'Dien in' }).click();
  await expect(page).toHaveURL(/\/aanvragen$/);
  await expect(page.getByRole('listitem').filter({ hasText: course }).getByText('open', { exact: true })).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, PLANNER);
  await desk.goto(`/aanvragen?zoek=${encodeURIComponent(course)}`);
  const card = desk.getByRole('listitem').filter({ hasText: course });
  await card.getByRole('button', { name: /^Ken toe/ }).click();
  const dialog = desk.getByRole('dialog');
  const first = dialog.getByRole('button', { name: /^Ken toe/ }).first();
  await expect(first).toBeVisible();
  await expectNoViolation(desk);
  await first.click();
  await expect(desk.getByText(/is toegekend en bevestigd/)).toBeVisible();
  await desk.context().close();

  await page.reload();
  const mine = page.getByRole('listitem').filter({ hasText: course });
  await expect(mine.getByText('toegekend', { exact: true })).toBeVisible();
  await mine.getByRole('link', { name: /^R-/ }).click();
  await expect(page).toHaveURL(/\/reservaties\//);
});

test('a round keeps its days, is shared out with reasons, adjusted and published', async ({ page, browser }) => {
  await signIn(page, COORDINATOR);
  const model = await modelOfRound(page);
  const site = await usualSite(page);
  const from = await daysOfRound(page, model.code, site.id);
  const name = `Ronde ${Date.now()}`;
  const wish = {
    modelCode: model.code,
    siteId: site.id,
    earliestDay: from,
    latestDay: plus(from, 1),
    days: 2,
    targetGroup: 'JOB_SEEKERS',
  };
  const submit = (nth: number) =>
    ask(page, 'mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { __typename } }', {
      input: { ...wish, groupSize: nth === 1 ? 5 : 2, course: `${name} groep ${nth}`, idempotencyKey: `${name} ${nth}` },
    });
  for (const nth of [1, 2]) await submit(nth);

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, PLANNER);
  await desk.goto('/rondes/nieuw');
  await desk.getByLabel('Naam van de ronde').fill(name);
  await desk.getByLabel(model.name.nl, { exact: true }).check();
  await desk.getByRole('textbox', { name: 'Verdeelt van' }).fill(typed(from));
  await desk.getByRole('textbox', { name: 'Verdeelt tot en met' }).fill(typed(plus(from, 3)));
  await desk.getByLabel('Meeste toekenningen').fill('1');
  await desk.getByRole('button', { name: 'Maak de ronde' }).click();
  await expect(desk.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(desk.getByText('neemt aanvragen aan')).toBeVisible();

  // While it runs, its days cannot be reserved directly.
  const kept = await search(page, model.code, site.id, from);
  expect(kept.length).toBeGreaterThan(0);
  for (const { node } of kept) expect(node.reasons.map(({ code }) => code)).toContain('IN_ROUND');

  await desk.getByRole('button', { name: 'Sluit de inschrijving' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Sluit de inschrijving' }).click();
  await desk.getByRole('button', { name: 'Verdeel', exact: true }).click();
  const one = desk.getByRole('listitem').filter({ hasText: `${name} groep 1` });
  const two = desk.getByRole('listitem').filter({ hasText: `${name} groep 2` });
  await expect(one.getByText('toegekend', { exact: true })).toBeVisible();
  await expect(two.getByText('plafond bereikt', { exact: true })).toBeVisible();
  await one.getByRole('button', { name: /^Laat weg/ }).click();
  await expect(one.getByText('weggelaten', { exact: true })).toBeVisible();
  await expect(two.getByText('toegekend', { exact: true })).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'Hoe eerlijk is het?' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme });
    await expectNoViolation(desk);
  }
  await desk.getByRole('button', { name: 'Publiceer' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Publiceer' }).click();
  await expect(desk.getByText('gepubliceerd', { exact: true })).toBeVisible();
  await expect(two.getByRole('link', { name: /^R-/ })).toBeVisible();
  await desk.context().close();

  await page.goto('/aanvragen');
  const cards = page.getByRole('listitem');
  await expect(cards.filter({ hasText: `${name} groep 2` }).getByText('toegekend', { exact: true })).toBeVisible();
  await expect(cards.filter({ hasText: `${name} groep 1` }).getByText('open', { exact: true })).toBeVisible();
});
