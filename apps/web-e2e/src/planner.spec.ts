import { expect, test } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, PASSWORD, PLANNER, showMoreUntil, signIn, usualSite } from './support.js';

test('a person signs in by the form, and out again', async ({ page }) => {
  await page.goto('/aanmelden');
  await page.getByLabel('E-mailadres').fill(COORDINATOR);
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill('verkeerd wachtwoord');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Meld je aan|Meld aan|Aanmelden)$/ })
    .click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill(PASSWORD);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Meld je aan|Meld aan|Aanmelden)$/ })
    .click();
  await expect(page.getByRole('banner').getByText('Lien Vandamme')).toBeVisible();
});

test('a planner confirms what a centre submitted, and the centre reads so', async ({ browser }) => {
  const centre = await (await browser.newContext()).newPage();
  await signIn(centre, COORDINATOR);
  const site = await usualSite(centre);
  const { id, firstDay, lastDay } = await freeUnit(centre, site.id, 11);
  const { reserveKit } = await ask<{ reserveKit: { id: string; number: string } }>(
    centre,
    'mutation ($input: ReserveInput!) { reserveKit(input: $input) { ... on Reservation { id number } } }',
    {
      input: {
        idempotencyKey: `planner-${id}-${Date.now()}`,
        unitIds: [id],
        siteId: site.id,
        firstDay,
        lastDay,
        details: { purpose: 'Verhaal van de planner' },
      },
    },
  );
  expect(reserveKit.number).toMatch(/^R-\d{5}$/);

  const planner = await (await browser.newContext()).newPage();
  await signIn(planner, PLANNER);
  await planner.goto('/inbox');
  const card = planner.getByRole('listitem').filter({ hasText: reserveKit.number });
  await showMoreUntil(planner, card);
  await card.getByRole('button', { name: /Bevestig/ }).click();
  await expect(
    planner
      .getByRole('listitem')
      .filter({ hasText: reserveKit.number })
      .getByRole('button', { name: /^Bevestig/ }),
  ).toHaveCount(0);

  await centre.goto(`/reservaties/${reserveKit.id}`);
  await expect(centre.getByText('bevestigd', { exact: false }).first()).toBeVisible();
  const { reservation } = await ask<{ reservation: { state: string } }>(
    centre,
    'query ($id: ID!) { reservation(id: $id) { state } }',
    {
      id: reserveKit.id,
    },
  );
  expect(reservation.state).toBe('CONFIRMED');
});
