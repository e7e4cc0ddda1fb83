import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COORDINATOR, PLANNER, signIn, typed } from './support.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations).toEqual([]);
  }
}

test('a planner plans a session, a coordinator takes a place on a phone, and who came is authorised', async ({ browser }) => {
  const planner = await (await browser.newContext({ locale: 'nl-BE', reducedMotion: 'reduce' })).newPage();
  await signIn(planner, PLANNER);
  await planner.goto('/machtigingen');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(Date.now());
  const trainer = `Lesgever ${Date.now()}`;
  const form = planner.getByRole('form', { name: 'Plan een sessie' });
  await form.getByRole('textbox', { name: 'Dag' }).fill(typed(today));
  await form.getByLabel('Lesgever').fill(trainer);
  await form.getByRole('button', { name: 'Plan een sessie' }).click();
  const planned = planner.getByRole('listitem').filter({ hasText: trainer });
  await expect(planned).toContainText('12 plaatsen vrij');

  const context = { viewport: { width: 390, height: 844 }, locale: 'nl-BE', reducedMotion: 'reduce' } as const;
  const phone = await (await browser.newContext(context)).newPage();
  await signIn(phone, COORDINATOR);
  await phone.goto('/machtigingen');
  const mine = phone.getByRole('listitem').filter({ hasText: trainer });
  await mine.getByRole('button', { name: 'Schrijf je in' }).click();
  await expect(mine).toContainText('11 plaatsen vrij');
  await expect(mine.getByRole('button', { name: 'Schrijf je uit' })).toBeVisible();
  await expectAccessible(phone);

  await planner.reload();
  const came = planned.getByRole('button', { name: 'Was er Lien Vandamme', exact: true });
  await came.click();
  await expect(came).toHaveAttribute('aria-pressed', 'true');
  await planner.getByLabel('Zoek op naam, organisatie of model').fill('Lien Vandamme');
  const held = planner
    .getByRole('region', { name: 'Wie wat mag boeken' })
    .getByRole('listitem')
    .filter({ hasText: 'Lien Vandamme' });
  const since = new RegExp(`sinds \\w+ ${Number(today.slice(8))} \\w+ ${today.slice(0, 4)}`);
  await expect(held.filter({ hasText: since }).first()).toBeVisible();
  await expectAccessible(planner);
});
