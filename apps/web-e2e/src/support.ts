import { expect, type Locator, type Page } from '@playwright/test';

export const PASSWORD = 'karavaan-demo-2026';
export const COORDINATOR = 'lien.vandamme@cvo-creo.example';
export const PLANNER = 'karel.dewulf@vdab.example';
export const ADMINISTRATOR = 'tom.lambrecht@pom.example';

const HEADERS = { 'content-type': 'application/json', 'apollo-require-preflight': 'true' };

/** Asks the API as whoever this page is signed in as. */
export async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  const answer = await page.request.post('/graphql', { headers: HEADERS, data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Signs in without the form, for stories about something else. */
export async function signIn(page: Page, email: string): Promise<void> {
  const { signIn: result } = await ask<{ signIn: { __typename: string } }>(
    page,
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }',
    { email, password: PASSWORD },
  );
  if (result.__typename !== 'Viewer') throw new Error(`${email} could not sign in`);
}

export interface FreeUnit {
  readonly code: string;
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

interface Search {
  availability: {
    edges: { node: { verdict: string; unit: { id: string; code: string; model: { needsTwoPersons: boolean } } } }[];
  };
}

/**
 * A kit that can travel to the site for three days, some weeks ahead; each call of a run takes other weeks.
 * @param light one person can lift it
 */
export async function freeUnit(page: Page, siteId: string, week: number, light = false): Promise<FreeUnit> {
  for (let ahead = week; ahead < week + 20; ahead++) {
    const firstDay = tuesday(ahead);
    const lastDay = plus(firstDay, 2);
    const { availability } = await ask<Search>(
      page,
      'query ($input: AvailabilityInput!) { availability(input: $input, first: 30) { edges { node { verdict unit { id code model { needsTwoPersons } } } } } }',
      { input: { firstDay, lastDay, siteId, mobility: 'MOBILE', onlyFree: true } },
    );
    const found = availability.edges.find(
      ({ node }) => node.verdict === 'REACHABLE' && !(light && node.unit.model.needsTwoPersons),
    );
    if (found) return { ...found.node.unit, firstDay, lastDay };
  }
  throw new Error('no kit is free in twenty weeks');
}

/** The viewer's usual site. */
export async function usualSite(page: Page): Promise<{ id: string; code: string }> {
  const { viewer } = await ask<{ viewer: { bookingDefaults: { site: { id: string; code: string } } } }>(
    page,
    '{ viewer { bookingDefaults { site { id code } } } }',
  );
  return viewer.bookingDefaults.site;
}

export function plus(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The Tuesday of a week that lies so many weeks ahead. */
export function tuesday(weeksAhead: number): string {
  const now = new Date();
  return plus(now.toISOString().slice(0, 10), weeksAhead * 7 - ((now.getUTCDay() + 6) % 7) + 1);
}

/** A day as people type it. */
export function typed(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Asks a paged list for more until it shows the card; a list that is still loading is waited for. */
export async function showMoreUntil(page: Page, card: Locator): Promise<void> {
  const more = page.getByRole('button', { name: 'Toon meer' });
  await expect(card.or(more).first()).toBeVisible();
  await expect(async () => {
    if ((await card.count()) === 0) await more.click({ timeout: 2_000 });
    await expect(card).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
}
