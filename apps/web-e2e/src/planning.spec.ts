import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ask, COORDINATOR, PLANNER, plus, signIn, tuesday, typed, usualSite } from './support.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MODELS = '{ requests(first: 1, filter: { states: [OPEN] }) { edges { node { model { code } } } } }';
const SUBMIT = `mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { __typename ... on Request { id number } } }`;
const STATE = `query ($id: ID!) { request(id: $id) { state } }`;

test('a planner has tours worked out, accepts one part of the proposal, and the rest changes nothing', async ({ page }) => {
  await signIn(page, PLANNER);
  const { requests } = await ask<{ requests: { edges: { node: { model: { code: string } } }[] } }>(
    page,
    MODELS.replace('filter: {', 'filter: { everybody: true,'),
  );
  const modelCode = requests.edges[0]!.node.model.code;
  await signIn(page, COORDINATOR);
  const site = await usualSite(page);
  const firstDay = tuesday(30);
  const { submitRequest } = await ask<{ submitRequest: { id: string; number: string } }>(page, SUBMIT, {
    input: {
      idempotencyKey: crypto.randomUUID(),
      modelCode,
      siteId: site.id,
      earliestDay: firstDay,
      latestDay: plus(firstDay, 40),
      days: 2,
      groupSize: 6,
      targetGroup: 'EMPLOYEES',
      course: 'Proef van een plan',
    },
  });

  await signIn(page, PLANNER);
  await page.goto('/aanvragen');
  await page.getByRole('link', { name: 'Plannen' }).click();
  await page.getByRole('link', { name: 'Vraag een plan' }).first().click();
  await expect(page.getByRole('radio', { name: /Rondreizen/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Tot en met' }).fill(typed(plus(firstDay, 42)));
  await page.getByLabel('Weinig rijden').selectOption('MUCH');
  await page.getByLabel('Hoe lang zoeken?').selectOption('20');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Werk het plan uit' }).click();
  await page.getByRole('button', { name: 'Stop met het beste tot nu' }).click();

  await expect(page.getByRole('heading', { name: /wijziging/ })).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Alles').uncheck();
  const own = page.getByRole('listitem').filter({ hasText: submitRequest.number });
  await own.getByRole('checkbox').check();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations).toEqual([]);
  }
  await page.getByRole('button', { name: /^Neem 1 deel aan$/ }).click();
  await expect(own.getByText('aangenomen')).toBeVisible();
  await own.getByRole('link', { name: /^R-/ }).click();
  await expect(page).toHaveURL(/\/reservaties\//);
  await expect(page.getByText('Proef van een plan').first()).toBeVisible();
  const { request } = await ask<{ request: { state: string } }>(page, STATE, { id: submitRequest.id });
  expect(request.state).toBe('PLACED');
});
