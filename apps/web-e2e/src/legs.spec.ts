import { expect, test } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, PLANNER, signIn, usualSite } from './support.js';

const RESERVE =
  'mutation ($input: ReserveInput!) { reserveKit(input: $input) { ... on Reservation { id number version } ... on Refusal { reasons { code } } } }';
const CANCEL =
  'mutation ($id: ID!, $version: Int!) { cancelReservation(id: $id, version: $version) { ... on Reservation { state } } }';

test('what a centre reserves elsewhere is to be moved; a planner says who brings it, and it goes when the booking goes', async ({
  browser,
}) => {
  const centre = await (await browser.newContext()).newPage();
  const planner = await (await browser.newContext()).newPage();
  await signIn(centre, COORDINATOR);
  await signIn(planner, PLANNER);
  const site = await usualSite(centre);
  const { id: unitId, firstDay, lastDay } = await freeUnit(centre, site.id, 60);
  const { reserveKit } = await ask<{ reserveKit: { id: string; number: string; version: number } }>(centre, RESERVE, {
    input: {
      idempotencyKey: `legs-${unitId}-${Date.now()}`,
      unitIds: [unitId],
      siteId: site.id,
      firstDay,
      lastDay,
      details: { purpose: 'Verhaal van het vervoer' },
    },
  });
  expect(reserveKit.number).toBeTruthy();

  await planner.goto(`/vervoer?week=${firstDay}`);
  const row = planner.getByRole('row').filter({ hasText: reserveKit.number });
  await expect(row.getByText('nog niet bevestigd')).toBeVisible();
  await row.getByRole('combobox').selectOption('FETCHED');
  await expect(row.getByRole('combobox')).toBeEnabled();
  await planner.reload();
  await expect(row.getByRole('combobox')).toHaveValue('FETCHED');

  await planner.getByRole('combobox', { name: 'Wie brengt', exact: true }).selectOption('VAN');
  await expect(row).toHaveCount(0);
  await planner.getByRole('combobox', { name: 'Wie brengt', exact: true }).selectOption('');
  await expect(row).toBeVisible();
  await ask(centre, CANCEL, { id: reserveKit.id, version: reserveKit.version });
  await expect(row).toHaveCount(0);
});
