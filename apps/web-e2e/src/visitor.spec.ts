import { expect, test } from '@playwright/test';
import { tuesday, plus, typed } from './support.js';

test('a visitor finds what comes near by postcode, and when', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welke kit komt bij jou in de buurt?');
  await page.getByLabel('Waar').fill('8900');
  await page.getByLabel('Van', { exact: true }).fill(typed(tuesday(10)));
  await page.getByLabel('Tot en met', { exact: true }).fill(typed(plus(tuesday(10), 2)));
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();

  await expect(page.getByRole('status').filter({ hasText: 'vrij voor Ieper' })).toBeVisible();
  await expect(page).toHaveURL(/postcode=8900/);
  const results = page
    .getByRole('list', { name: 'Gevonden kits' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) });
  await expect(results).toHaveCount(10);
  await expect(results.first()).toContainText('voor jou');
  await expect(results.first()).toContainText('km');

  await results
    .first()
    .getByRole('link', { name: /Reserveer/ })
    .click();
  await expect(page).toHaveURL(/\/toestel\//);
  await expect(page.getByRole('heading', { level: 2, name: 'Wanneer is het vrij?' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Meld je aan om te reserveren' })).toBeVisible();
});

test('the catalogue narrows by field, and a model leads to its units', async ({ page }) => {
  await page.goto('/kits');
  await expect(page.getByText('41 modellen')).toBeVisible();
  await page.getByLabel('Domein').selectOption('care');
  await expect(page.getByText('3 modellen')).toBeVisible();
  await expect(page).toHaveURL(/domein=care/);
  await page.getByRole('link', { name: 'Zorgpoppen en tillift' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zorgpoppen en tillift' })).toBeVisible();
  await expect(page.getByText('Doos 1 van')).toBeVisible();
});

test('the site is whole in French and in English', async ({ page }) => {
  await page.goto('/?lang=fr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quel kit passe près de chez vous ?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.goto('/locaties?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sites');
});

test('an address that does not exist says so and leads back', async ({ page }) => {
  await page.goto('/nergens');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet');
  await page.getByRole('main').getByRole('link', { name: 'Naar de startpagina' }).click();
  await expect(page).toHaveURL(/\/$/);
});
