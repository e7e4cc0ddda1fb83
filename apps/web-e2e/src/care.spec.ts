import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ask, COORDINATOR, PLANNER, plus, signIn, tuesday, usualSite } from './support.js';

const TECHNICIAN = 'jan.maes@pom.example';
/** Three units of one model, so that there is an equal one. */
const MODEL = 'VRW';
/** One grey pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsr6//DwAFhAKA9mG0zQAAAABJRU5ErkJggg==',
  'base64',
);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function bookedKit(centre: Page) {
  const site = await usualSite(centre);
  for (let week = 13; week < 40; week++) {
    const firstDay = tuesday(week);
    const lastDay = plus(firstDay, 1);
    const { availability } = await ask<{ availability: { edges: { node: { unit: { id: string; code: string } } }[] } }>(
      centre,
      'query ($input: AvailabilityInput!) { availability(input: $input, first: 5) { edges { node { unit { id code } } } } }',
      { input: { firstDay, lastDay, siteId: site.id, modelCode: MODEL, onlyFree: true } },
    );
    const [node] = availability.edges.map((edge) => edge.node);
    // Two free ones: one that breaks, one that takes its place.
    if (!node || availability.edges.length < 2) continue;
    const { reserveKit } = await ask<{ reserveKit: { id: string; number: string } }>(
      centre,
      'mutation ($input: ReserveInput!) { reserveKit(input: $input) { ... on Reservation { id number } } }',
      {
        input: {
          idempotencyKey: `care-${node.unit.id}-${Date.now()}`,
          unitIds: [node.unit.id],
          siteId: site.id,
          firstDay,
          lastDay,
          details: { purpose: 'Verhaal van het defect' },
        },
      },
    );
    return { unit: node.unit, firstDay, ...reserveKit };
  }
  throw new Error(`no ${MODEL} is free in half a year`);
}

/** Whatever became of the story, the unit can be booked again. */
async function solveDefects(planner: Page, code: string): Promise<void> {
  const { equipmentUnit } = await ask<{
    equipmentUnit: { defects: { id: string; version: number; status: string; severity: string }[] };
  }>(planner, 'query ($code: String!) { equipmentUnit(code: $code) { defects { id version status severity } } }', { code });
  for (const { id, version, severity, status } of equipmentUnit.defects)
    if (status !== 'SOLVED')
      await ask(planner, 'mutation ($input: HandleDefectInput!) { handleDefect(input: $input) { __typename } }', {
        input: { id, version, severity, status: 'SOLVED' },
      });
}

test('a technician reports a defect from the phone, the planner re-plans what it stands in the way of, the centre hears of it', async ({
  browser,
}) => {
  const centre = await (await browser.newContext()).newPage();
  await signIn(centre, COORDINATOR);
  const { id, number, unit, firstDay } = await bookedKit(centre);
  const planner = await (await browser.newContext()).newPage();
  await signIn(planner, PLANNER);
  try {
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await signIn(phone, TECHNICIAN);
    await phone.goto(`/toestel/${unit.code}`);
    await phone.getByRole('button', { name: 'Meld een defect' }).click();
    const form = phone.getByRole('dialog', { name: /Defect melden/ });
    await form.getByLabel('Wat is er stuk of ontbreekt er?').fill('De toorts slaat geen vonk meer');
    await form.getByRole('radio', { name: /Onbruikbaar/ }).check();
    await form.locator('input[type=file]').setInputFiles({ name: 'toorts.png', mimeType: 'image/png', buffer: PHOTO });
    await expect(form.getByText('toorts.png')).toBeVisible();
    await form.getByRole('button', { name: 'Meld het defect' }).click();
    await expect(phone.getByText('Dit toestel is defect en wordt nu niet uitgeleend.')).toBeVisible();
    await expect(phone.getByRole('img', { name: 'Foto 1 van het defect' })).toBeVisible();

    // The centre reads it on its reservation.
    await centre.goto(`/reservaties/${id}`);
    await expect(centre.getByRole('heading', { name: 'Let op: het toestel' })).toBeVisible();

    await planner.goto('/onderhoud?deel=defecten');
    const defect = planner.getByRole('listitem').filter({ hasText: unit.code }).filter({ hasText: 'geen vonk' });
    await defect.getByRole('link', { name: /^Herplan/ }).click();
    const proposal = planner.getByRole('listitem', { name: number });
    await expect(proposal.getByRole('radio', { name: /Gelijk toestel/ }).first()).toBeChecked();
    await proposal.getByRole('button', { name: /^Pas toe/ }).click();
    await expect(planner.getByText('1 reservatie herpland; de mail is verstuurd.')).toBeVisible();
    await expect(proposal).toHaveCount(0);

    const { reservation } = await ask<{ reservation: { firstDay: string; stays: { unit: { code: string } }[] } }>(
      centre,
      'query ($id: ID!) { reservation(id: $id) { firstDay stays { unit { code } } } }',
      { id },
    );
    expect(reservation.firstDay).toBe(firstDay);
    expect(reservation.stays.map((stay) => stay.unit.code)).not.toContain(unit.code);
    await centre.reload();
    await expect(centre.getByRole('heading', { level: 1 })).toContainText(number);
    await expect(centre.getByRole('heading', { name: 'Let op: het toestel' })).toHaveCount(0);

    // It is repaired: the planner says so, and it is on loan again.
    await planner.goto(`/toestel/${unit.code}`);
    const card = planner.getByRole('listitem').filter({ hasText: 'geen vonk' });
    await card.getByRole('button', { name: /Behandel/ }).click();
    const handling = planner.getByRole('dialog', { name: /Defect behandelen/ });
    await handling.getByLabel('Hoe ver staat het?').selectOption('SOLVED');
    await handling.getByRole('button', { name: 'Bewaar' }).click();
    await expect(planner.getByText('Geen open defecten.')).toBeVisible();
  } finally {
    await solveDefects(planner, unit.code);
  }
});

test('the pages of upkeep are clean for who reads them otherwise, in light and in dark', async ({ page }) => {
  await signIn(page, PLANNER);
  const paths = [
    '/onderhoud',
    '/onderhoud?deel=defecten',
    '/onderhoud?deel=voorraad',
    '/onderhoud?deel=modellen&model=VR-SET',
    '/onderhoud/herplannen/VR-SET-03',
  ];
  const looks = [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const;
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect({ path, colorScheme, found, wider }).toEqual({ path, colorScheme, found: [], wider: 0 });
    }
  }
});
