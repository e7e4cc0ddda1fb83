import { expect, test, type Page } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, PLANNER, signIn, usualSite } from './support.js';

interface Shown {
  reservation: {
    state: string;
    overrideReason: string | null;
    organisation: { name: string };
    stays: { unit: { code: string } }[];
  };
}
const RESERVATION =
  'query ($id: ID!) { reservation(id: $id) { state overrideReason organisation { name } stays { unit { code } } } }';

async function reservationOnScreen(page: Page): Promise<Shown['reservation']> {
  await expect(page).toHaveURL(/\/reservaties\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  return (await ask<Shown>(page, RESERVATION, { id })).reservation;
}

test('two kits in one reservation: found, added, held and asked together', async ({ page }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { code, firstDay, lastDay } = await freeUnit(page, site.id, 26);
  await page.goto(`/toestel/${code}?van=${firstDay}&tot=${lastDay}&locatie=${site.code}`);
  const panel = page.getByRole('region', { name: 'Jouw reservatie' });
  await expect(panel.getByText('We houden je plaats vast')).toBeVisible();
  await panel.getByRole('link', { name: 'Voeg nog een kit toe' }).click();

  await expect(page.getByText(`Je voegt een kit toe aan je reservatie van ${code}.`)).toBeVisible();
  const add = page.getByRole('list', { name: 'Gevonden kits' }).getByRole('link', { name: /^Voeg toe/ });
  await expect(add.first()).toBeVisible();
  await add.first().click();

  await expect(page).toHaveURL(new RegExp(`/toestel/${code}\\?.*ook=`));
  const together = panel.getByRole('list', { name: 'Samen in deze reservatie' });
  await expect(together.getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByText('We houden je plaats vast')).toBeVisible();
  const other = new URL(page.url()).searchParams.get('ook')!;
  await panel.getByRole('button', { name: 'Reserveer', exact: true }).click();
  const { state, stays } = await reservationOnScreen(page);
  expect(state).toBe('SUBMITTED');
  expect(stays.map(({ unit }) => unit.code).sort()).toEqual([code, other].sort());
});

test('a planner reserves in the name of a centre', async ({ page }) => {
  await signIn(page, PLANNER);
  const site = await usualSite(page);
  const { code, firstDay, lastDay } = await freeUnit(page, site.id, 30);
  await page.goto(`/toestel/${code}?van=${firstDay}&tot=${lastDay}&locatie=${site.code}`);
  const panel = page.getByRole('region', { name: 'Jouw reservatie' });
  await panel.getByLabel('In naam van').selectOption('CVO Creo');
  await expect(panel.getByLabel('In naam van')).toHaveValue(/.+/);
  await expect(panel.getByText('We houden je plaats vast')).toBeVisible();
  const held = page.waitForResponse(
    (response) => response.request().postData()?.includes('"Submit"') === true && response.status() === 200,
  );
  await panel.getByRole('button', { name: 'Reserveer', exact: true }).click();
  await held;
  expect((await reservationOnScreen(page)).organisation.name).toBe('CVO Creo');
});

test('days are blocked, freed, and the freeing undone', async ({ page }) => {
  await signIn(page, PLANNER);
  const { code, firstDay } = await freeUnit(page, (await usualSite(page)).id, 34);
  await page.goto(`/toestel/${code}`);
  const blocks = page.getByRole('region', { name: 'Onderhoud' });
  const typed = `${firstDay.slice(8)}/${firstDay.slice(5, 7)}/${firstDay.slice(0, 4)}`;
  await blocks.getByLabel('Van', { exact: true }).fill(typed);
  await blocks.getByLabel('Van', { exact: true }).press('Enter');
  await blocks.getByLabel('Waarom').fill('Nieuwe grijper');
  await blocks.getByRole('button', { name: 'Blokkeer deze dagen' }).click();
  const row = blocks.getByRole('listitem').filter({ hasText: 'Nieuwe grijper' });
  await expect(row).toBeVisible();
  await row.getByRole('button').click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(row).toBeVisible();
  await row.getByRole('button').click();
  await expect(row).toHaveCount(0);
});
