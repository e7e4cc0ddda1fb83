import { expect, test } from '@playwright/test';
import { COORDINATOR, signIn } from './support.js';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('on a phone the search folds, and list and map take turns', async ({ page }) => {
  await signIn(page, COORDINATOR);
  await page.goto('/?postcode=8800');
  await expect(page.getByRole('list', { name: 'Gevonden kits' })).toBeVisible();
  await page.getByRole('button', { name: /Wijzig je zoekopdracht/ }).click();
  await expect(page.getByLabel('Waar')).toBeVisible();
  await page.getByRole('button', { name: 'Kaart', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Gevonden kits' })).toBeHidden();
  await page.getByRole('navigation', { name: 'Tabbladen' }).getByRole('link', { name: 'Kits' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Alle kits en toestellen' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
