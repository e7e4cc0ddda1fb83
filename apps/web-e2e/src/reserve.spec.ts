import { expect, test } from '@playwright/test';
import { ask, COORDINATOR, freeUnit, plus, showMoreUntil, signIn, typed, usualSite } from './support.js';

const STATE = 'query ($id: ID!) { reservation(id: $id) { state firstDay lastDay stays { unit { code } } } }';
interface Shown {
  reservation: { state: string; firstDay: string; lastDay: string; stays: { unit: { code: string } }[] };
}

test('a centre reserves a kit in four clicks: kit, first day, last day, Reserveer', async ({ page }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { code, firstDay, lastDay } = await freeUnit(page, site.id, 8);
  await page.goto(`/?van=${firstDay}&tot=${firstDay}&locatie=${site.code}&vrij=1`);
  const card = page.getByRole('listitem').filter({ has: page.locator(`a[href^="/toestel/${code}?"]`) });
  await showMoreUntil(page, card);
  let clicks = 0;
  const click = async (target: { click: () => Promise<void> }) => {
    await target.click();
    clicks++;
  };
  await click(card.getByRole('link', { name: /Reserveer/ }));
  await click(page.locator(`[data-day="${firstDay}"]`));
  await click(page.locator(`[data-day="${lastDay}"]`));
  const reserve = page.getByRole('button', { name: 'Reserveer', exact: true });
  await expect(page.getByText('We houden je plaats vast')).toBeVisible();
  await click(reserve);
  await expect(page).toHaveURL(/\/reservaties\/[0-9a-f-]{36}/);
  expect(clicks).toBe(4);

  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { reservation } = await ask<Shown>(page, STATE, { id });
  expect(reservation).toEqual({ state: 'SUBMITTED', firstDay, lastDay, stays: [{ unit: { code } }] });
});

test('the same by keyboard alone', async ({ page }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { code, firstDay, lastDay } = await freeUnit(page, site.id, 14);
  await page.goto(`/toestel/${code}?van=${firstDay}&tot=${firstDay}&locatie=${site.code}`);
  const day = page.locator(`[data-day="${firstDay}"]`);
  await expect(day).toHaveAttribute('data-look', 'MINE');
  // The calendar is one stop of the Tab key: focus goes to the chosen day.
  for (let tabs = 0; tabs < 60 && !(await day.evaluate((each) => each === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await expect(day).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`[data-day="${lastDay}"]`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('We houden je plaats vast')).toBeVisible();
  const reserve = page.getByRole('button', { name: 'Reserveer', exact: true });
  for (let tabs = 0; tabs < 60 && !(await reserve.evaluate((each) => each === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await expect(reserve).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reservaties\/[0-9a-f-]{36}/);
});

test('a refusal names what is in the way, and its alternative works', async ({ page }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { code, id, firstDay, lastDay } = await freeUnit(page, site.id, 20);
  const first = await ask<{ reserveKit: { __typename: string } }>(
    page,
    'mutation ($input: ReserveInput!) { reserveKit(input: $input) { __typename } }',
    {
      input: {
        idempotencyKey: `refusal-${code}-${Date.now()}`,
        unitIds: [id],
        siteId: site.id,
        firstDay,
        lastDay,
        details: { purpose: 'Eerst' },
      },
    },
  );
  expect(first.reserveKit.__typename).toBe('Reservation');

  await page.goto(`/toestel/${code}?van=${firstDay}&tot=${lastDay}&locatie=${site.code}`);
  const refusal = page.getByRole('alert').filter({ hasText: code });
  await expect(refusal).toBeVisible();
  await refusal.getByRole('button').first().click();
  await expect(page).not.toHaveURL(new RegExp(`${code}\\?van=${firstDay}&tot=${lastDay}`));
  await expect(page.getByText('We houden je plaats vast')).toBeVisible();
  await page.getByRole('button', { name: 'Reserveer', exact: true }).click();
  await expect(page).toHaveURL(/\/reservaties\/[0-9a-f-]{36}/);
});

test('dates can be typed instead of picked', async ({ page }) => {
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const { code, firstDay } = await freeUnit(page, site.id, 5);
  await page.goto(`/toestel/${code}?locatie=${site.code}`);
  const panel = page.getByRole('region', { name: 'Jouw reservatie' });
  await panel.getByLabel('Van', { exact: true }).fill(typed(firstDay));
  await panel.getByLabel('Van', { exact: true }).press('Enter');
  await panel.getByLabel('Tot en met', { exact: true }).fill(typed(plus(firstDay, 1)));
  await panel.getByLabel('Tot en met', { exact: true }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`van=${firstDay}&tot=${plus(firstDay, 1)}`));
  await expect(panel.getByText('2 dagen')).toBeVisible();
});
