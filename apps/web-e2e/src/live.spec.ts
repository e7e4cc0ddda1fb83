import { expect, test, type Browser, type Page, type WebSocketRoute } from '@playwright/test';
import {
  ADMINISTRATOR,
  ask,
  COORDINATOR,
  freeUnit,
  PLANNER,
  showMoreUntil,
  signIn,
  usualSite,
  type FreeUnit,
} from './support.js';

const RESERVE =
  'mutation ($input: ReserveInput!) { reserveKit(input: $input) { ... on Reservation { id number version } ... on Refusal { reasons { code } } } }';
const CONFIRM =
  'mutation ($id: ID!, $version: Int!) { confirmReservation(id: $id, version: $version) { ... on Reservation { state } } }';
const CANCEL =
  'mutation ($id: ID!, $version: Int!) { cancelReservation(id: $id, version: $version) { ... on Reservation { state } } }';

async function pageOf(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email);
  return page;
}

/** The page hears what others do from now on. */
const listening = (page: Page) => page.locator('html[data-live="on"]').waitFor({ state: 'attached' });

/** The live connection of a page, to be cut and mended; meanwhile its attempts to come back fail. */
async function lineOf(page: Page) {
  let whole = true;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (!whole) {
      void socket.close({ code: 1013 });
      return;
    }
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut() {
      whole = false;
      for (const socket of open) void socket.close({ code: 1012 });
      open.clear();
    },
    mend() {
      whole = true;
    },
  };
}

async function reserve(page: Page, siteId: string, { id: unitId, firstDay, lastDay }: FreeUnit) {
  const { reserveKit } = await ask<{ reserveKit: { id: string; number: string; version: number } }>(page, RESERVE, {
    input: {
      idempotencyKey: `live-${unitId}-${firstDay}-${Date.now()}`,
      unitIds: [unitId],
      siteId,
      firstDay,
      lastDay,
      details: { purpose: 'Verhaal van twee schermen' },
    },
  });
  expect(reserveKit.number).toBeTruthy();
  return reserveKit;
}

test('what another decides shows on the open pages of others, without loading them anew', async ({ browser }) => {
  const [centre, planner] = [await pageOf(browser, COORDINATOR), await pageOf(browser, PLANNER)];
  const site = await usualSite(centre);
  const unit = await freeUnit(centre, site.id, 17);

  // The planner looks at the kit's days while a centre books them.
  await planner.goto(`/toestel/${unit.code}?locatie=${site.code}`);
  await listening(planner);
  const day = planner.locator(`[data-day="${unit.firstDay}"]`);
  await expect(planner.locator('[data-day]').first()).toBeVisible();
  while ((await day.count()) === 0) await planner.getByRole('button', { name: 'Volgende maand' }).click();
  await expect(day).not.toHaveAccessibleName(/bezet/);
  const { id, number, version } = await reserve(centre, site.id, unit);
  await expect(day).toHaveAccessibleName(/bezet/);

  await centre.goto(`/reservaties/${id}`);
  await expect(centre.getByRole('heading', { level: 1 })).toContainText(number);
  await listening(centre);
  await centre.evaluate(() => ((window as { sameDocument?: boolean }).sameDocument = true));
  await planner.goto(`/reservaties?zoek=${number}&wie=alle`);
  const row = planner.getByRole('listitem').filter({ hasText: number });
  await expect(row.getByText('aangevraagd')).toBeVisible();
  await listening(planner);

  await ask(planner, CONFIRM, { id, version });
  await expect(centre.getByRole('main').getByText('bevestigd').first()).toBeVisible();
  await expect(row.getByText('bevestigd')).toBeVisible();
  await ask(centre, CANCEL, { id, version: version + 1 });
  await expect(row).toHaveCount(0);
  expect(await centre.evaluate(() => (window as { sameDocument?: boolean }).sameDocument)).toBe(true);
});

test('an inbox keeps what another decided in its place, and a person chooses their mails', async ({ browser }) => {
  const [centre, planner, administrator] = [
    await pageOf(browser, COORDINATOR),
    await pageOf(browser, PLANNER),
    await pageOf(browser, ADMINISTRATOR),
  ];
  const site = await usualSite(centre);
  const { id, number, version } = await reserve(centre, site.id, await freeUnit(centre, site.id, 48));
  const line = await lineOf(planner);
  await planner.goto('/inbox');
  const card = planner.getByRole('listitem').filter({ hasText: number });
  await showMoreUntil(planner, card);
  await listening(planner);
  await expect(card.getByRole('button', { name: /^Bevestig/ })).toBeVisible();
  // Decided while the planner hears nothing: what went by is asked when the connection is back.
  line.cut();
  await ask(administrator, CONFIRM, { id, version });
  await expect(card.getByRole('button', { name: /^Bevestig/ })).toBeVisible();
  line.mend();
  await expect(card.getByText('bevestigd')).toBeVisible();
  await expect(card.getByRole('button', { name: /^Bevestig/ })).toHaveCount(0);

  await centre.goto('/mijn-mails');
  const received = centre.getByRole('switch', { name: 'Ontvangst' });
  await expect(received).toBeChecked();
  await received.click({ force: true });
  await expect(centre.getByText('Je krijgt geen mails meer: Ontvangst.')).toBeVisible();
  await centre.reload();
  await expect(received).not.toBeChecked();
  await received.click({ force: true });
  await expect(received).toBeChecked();

  await administrator.goto('/beheer/mails');
  await administrator.getByRole('button', { name: `Je reservatie ${number} is bevestigd` }).click();
  const preview = administrator.frameLocator('iframe[title="Zo ziet de mail eruit"]');
  await expect(preview.getByText('Goed nieuws: je reservatie is bevestigd.')).toBeVisible();
  await ask(centre, CANCEL, { id, version: version + 1 });
});
