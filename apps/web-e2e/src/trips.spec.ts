import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, PLANNER, signIn, usualSite } from './support.js';

const DRIVER = 'jan.maes@pom.example';
const RESERVE =
  'mutation ($input: ReserveInput!) { reserveKit(input: $input) { ... on Reservation { id number version } ... on Refusal { reasons { code } } } }';
const CONFIRM =
  'mutation ($id: ID!, $version: Int!) { confirmReservation(id: $id, version: $version) { ... on Reservation { id version state } } }';
const CANCEL =
  'mutation ($id: ID!, $version: Int!) { cancelReservation(id: $id, version: $version) { ... on Reservation { state } } }';

interface Booked {
  id: string;
  version: number;
  code: string;
  firstDay: string;
}

/** A confirmed booking to which a kit must be brought. */
async function book(centre: Page, planner: Page, week: number): Promise<Booked> {
  const site = await usualSite(centre);
  const { id: unitId, code, firstDay, lastDay } = await freeUnit(centre, site.id, week, true);
  const input = {
    idempotencyKey: `trips-${unitId}-${Date.now()}`,
    unitIds: [unitId],
    siteId: site.id,
    firstDay,
    lastDay,
    details: { purpose: 'Verhaal van de rit' },
  };
  const { reserveKit } = await ask<{ reserveKit: { id: string; version: number } }>(centre, RESERVE, { input });
  const { confirmReservation } = await ask<{ confirmReservation: Booked }>(planner, CONFIRM, {
    id: reserveKit.id,
    version: reserveKit.version,
  });
  return { ...confirmReservation, code, firstDay };
}

/** The day before, or the Friday before a Monday. */
function dayBefore(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  do date.setUTCDate(date.getUTCDate() - 1);
  while (date.getUTCDay() % 6 === 0);
  return date.toISOString().slice(0, 10);
}

/** A try before this one may have left trips. */
async function clearDay(planner: Page, day: string): Promise<void> {
  const { trips } = await ask<{ trips: { id: string; version: number }[] }>(
    planner,
    'query ($day: Date!) { trips(from: $day, to: $day) { id version } }',
    { day },
  );
  for (const trip of trips)
    await ask(planner, 'mutation ($trip: SeenTrip!) { turnTrip(trip: $trip, state: CANCELLED) { __typename } }', { trip });
}

const person = async (browser: Browser, email: string, viewport = { width: 1280, height: 900 }) => {
  const page = await (await browser.newContext({ viewport })).newPage();
  await signIn(page, email);
  return page;
};

async function expectClean(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }))).toEqual([]);
}

async function makeTrip(planner: Page, code: string, van: RegExp, driver: string): Promise<void> {
  const form = planner.getByRole('form', { name: 'Nieuwe rit' });
  const vans = form.getByRole('combobox', { name: 'Bestelwagen' });
  const option = await vans.locator('option').filter({ hasText: van }).getAttribute('value');
  await vans.selectOption(option);
  const drivers = form.getByRole('combobox', { name: 'Chauffeur' });
  await drivers.selectOption(await drivers.locator('option').filter({ hasText: driver }).getAttribute('value'));
  await form.getByRole('checkbox', { name: new RegExp(code) }).check();
  await form.getByRole('button', { name: 'Maak rit' }).click();
}

test('a trip in four clicks, on the driver’s phone with and without network, what goes wrong back at the planner’s desk', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const centre = await person(browser, COORDINATOR);
  const planner = await person(browser, PLANNER);
  const booked = await book(centre, planner, 44);
  const day = dayBefore(booked.firstDay);

  await clearDay(planner, day);
  await planner.goto(`/ritten?dag=${day}`);
  await expect(planner.getByText('Op deze dag is er nog geen rit.')).toBeVisible();
  // A second person may be needed for what is heavy.
  const helper = planner.getByRole('combobox', { name: 'Tweede persoon' });
  await expect(helper).toBeVisible();
  const drivers = planner.getByRole('form', { name: 'Nieuwe rit' }).getByRole('combobox', { name: 'Chauffeur' });
  await drivers.selectOption({ label: 'Jan Maes' });
  await helper.selectOption({ label: 'Wim Desmet' });
  await makeTrip(planner, booked.code, /Bestelwagen 3/, 'Jan Maes');
  const card = planner.getByRole('article').filter({ hasText: booked.code });
  await expect(card).toContainText('Bestelwagen 3, Jan Maes met Wim Desmet');
  await expect(card).toContainText('ontwerp');
  await planner.getByRole('button', { name: 'Publiceer 1 rit' }).click();
  await expect(card).toContainText('gepubliceerd, nog niet gezien');
  await expectClean(planner);

  const driver = await person(browser, DRIVER, { width: 390, height: 844 });
  await driver.clock.setFixedTime(`${day}T06:30:00Z`);
  await driver.goto('/mijn-rit');
  await expect(driver.getByText(booked.code).first()).toBeVisible();
  await expect(driver.getByText(/Stop 1 van 2/)).toBeVisible();
  await expect(driver.getByRole('link', { name: new RegExp(`Haal ${booked.code} op`) })).toHaveAttribute(
    'href',
    `/overdracht/${booked.id}`,
  );
  await expect(driver.getByRole('link', { name: 'Navigeer' })).toHaveAttribute('href', /destination=5\d\.\d+,\d\.\d+/);
  await expectClean(driver);
  await expect(card).toContainText(/gezien om \d\d:\d\d/);

  await driver.waitForFunction(
    async () => (await caches.match('/index.html')) !== undefined && navigator.serviceWorker.controller,
  );
  await driver.context().setOffline(true);
  await driver.reload();
  await expect(driver.getByText(/Geen netwerk\. Dit is bewaard op/)).toBeVisible();
  await driver.getByRole('button', { name: 'Er is iets mis' }).click();
  await driver.getByRole('textbox', { name: /Waarom/ }).fill('File op de E403');
  await driver.getByRole('button', { name: 'Meld' }).click();
  await expect(driver.getByText('1 melding wacht op netwerk')).toBeVisible();
  await driver.reload();
  await expect(driver.getByText('1 melding wacht op netwerk')).toBeVisible();
  await expectClean(driver);
  await driver.context().setOffline(false);
  await expect(driver.getByText('1 melding wacht op netwerk')).toHaveCount(0, { timeout: 20_000 });

  const told = planner.getByRole('listitem').filter({ hasText: 'File op de E403' });
  await expect(told).toContainText('De chauffeur is 30 minuten te laat');
  await told.getByRole('button', { name: 'Opgelost' }).click();
  await expect(told).toHaveCount(0);

  // What is not needed any more goes out of the trip by itself, and both are told.
  await ask(planner, CANCEL, { id: booked.id, version: booked.version });
  await expect(planner.getByText(`${booked.code}: de verplaatsing is niet meer nodig`)).toBeVisible();
  await expect(planner.getByRole('article').filter({ hasText: 'Nog niets in deze rit.' })).toBeVisible();
});

test('a leg goes from trip to trip by dragging and by the menu; the order changes by keyboard, and the sheet prints', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const centre = await person(browser, COORDINATOR);
  const planner = await person(browser, PLANNER);
  const first = await book(centre, planner, 70);
  const second = await book(centre, planner, 70);
  expect(second.firstDay).toBe(first.firstDay);
  const day = dayBefore(first.firstDay);
  await clearDay(planner, day);
  await planner.goto(`/ritten?dag=${day}`);
  await makeTrip(planner, first.code, /Bestelwagen 3/, 'Jan Maes');
  const one = planner.getByRole('article').filter({ hasText: 'Jan Maes' });
  await expect(one).toContainText(first.code);
  await makeTrip(planner, second.code, /Bestelwagen 1/, 'Wim Desmet');
  const other = planner.getByRole('article').filter({ hasText: 'Wim Desmet' });
  await expect(other).toContainText(second.code);

  const leg = other.getByText(second.code).first();
  await leg.dragTo(one.getByRole('heading'));
  await expect(one).toContainText(second.code);
  await expect(other).toContainText('Nog niets in deze rit.');
  const back = one.getByRole('combobox', { name: `Verplaats ${second.code} naar een andere rit` });
  await back.selectOption({ label: (await back.locator('option').filter({ hasText: 'Bestelwagen 1' }).textContent())! });
  await expect(other).toContainText(second.code);
  await one.getByRole('combobox', { name: `Verplaats ${first.code} naar een andere rit` }).selectOption('none');
  await expect(one).toContainText('Nog niets in deze rit.');

  await other.getByRole('link', { name: /Rit \d+/ }).click();
  await expect(planner.getByRole('heading', { level: 1, name: /Rit \d+/ })).toBeVisible();
  await expectClean(planner);
  await expect(planner.getByRole('button', { name: /eerder$/ }).first()).toBeDisabled();
  const note = planner.getByRole('textbox', { name: 'Bericht aan de chauffeur' });
  await note.fill('Poort achteraan.');
  await planner.getByRole('button', { name: 'Bewaar bericht' }).press('Enter');
  await expect(planner.getByRole('button', { name: 'Bewaar bericht' })).toBeDisabled();
  const file = planner.waitForEvent('download');
  await planner.getByRole('button', { name: 'GPX' }).click();
  expect((await file).suggestedFilename()).toMatch(/^rit-\d+\.gpx$/);
  await planner.emulateMedia({ media: 'print' });
  await expect(planner.getByText('Naam en handtekening').first()).toBeVisible();
  await expect(planner.getByRole('navigation').first()).toBeHidden();
  await planner.emulateMedia({ media: 'screen' });
  await planner.getByRole('button', { name: 'Annuleer rit' }).click();
  await planner.getByRole('dialog').getByRole('button', { name: 'Annuleer rit' }).click();
  await expect(planner.getByText('geannuleerd')).toBeVisible();
});

test('a planner has trips proposed for some days, takes them, and finds them as drafts on the board', async ({ browser }) => {
  test.setTimeout(120_000);
  const centre = await person(browser, COORDINATOR);
  const planner = await person(browser, PLANNER);
  const booked = await book(centre, planner, 56);
  const day = dayBefore(booked.firstDay);
  await clearDay(planner, day);
  await planner.goto(`/ritten?dag=${day}`);
  await planner.getByRole('link', { name: 'Laat ritten voorstellen' }).click();
  await expect(planner.getByRole('radio', { name: /Ritten/ })).toBeChecked();
  await planner.getByLabel('Hoe lang zoeken?').selectOption('10');
  await planner.getByRole('button', { name: 'Werk het plan uit' }).click();
  await expect(planner.getByRole('heading', { name: /wijziging/ })).toBeVisible({ timeout: 40_000 });
  const part = planner
    .getByRole('listitem')
    .filter({ has: planner.getByRole('checkbox') })
    .filter({ hasText: booked.code });
  await expect(part).toContainText(/Bestelwagen \d/);
  await expectClean(planner);
  await planner.getByRole('button', { name: /^Neem alles aan$/ }).click();
  const taken = planner.getByRole('listitem').filter({ hasText: 'aangenomen' }).filter({ hasText: booked.code });
  await taken.getByRole('link', { name: 'Naar de ritten' }).click();
  await expect(planner.getByRole('article').filter({ hasText: booked.code })).toContainText('ontwerp');
});
