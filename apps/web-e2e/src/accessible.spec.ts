import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ADMINISTRATOR, ask, COORDINATOR, PLANNER, signIn } from './support.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const VISITOR = [
  '/',
  '/?postcode=8800',
  '/kits',
  '/kits/COB-UR5',
  '/toestel/COB-UR5-01',
  '/toestel/FLT-REAL-01',
  '/locaties',
  '/locaties/viv-tor',
  '/over',
  '/toegankelijkheid',
  '/privacy',
  '/contact',
  '/aanmelden',
  '/wachtwoord',
  '/word-gebruiker',
  '/nergens',
];
const SIGNED_IN: [email: string, paths: string[]][] = [
  [COORDINATOR, ['/?postcode=8800', '/toestel/COB-UR5-01', '/reservaties', '/mijn-mails', '/aanvragen', '/aanvragen/nieuw']],
  [
    PLANNER,
    [
      '/inbox',
      '/agenda?kit=COB-UR5-01',
      '/reservaties',
      '/kits/COB-UR5',
      '/beheer/cijfers',
      '/beheer/vraag',
      '/beheer/bereik',
      '/aanvragen',
      '/rondes',
      '/rondes/nieuw',
      '/vervoer',
      '/ritten',
    ],
  ],
  [
    ADMINISTRATOR,
    [
      '/beheer/locaties',
      '/beheer/mails',
      '/beheer/spoor',
      '/beheer/privacy',
      '/beheer/gegevens/toestellen',
      '/beheer/gegevens/bestelwagens',
      '/beheer/gegevens/locaties/nieuw',
      '/beheer/invoer?soort=UNIT',
      '/beheer/instellingen',
    ],
  ],
];

/** No violation on the page as it stands, and no sideways scrolling. */
async function expectClean(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => ({ path, id, nodes: nodes.map((node) => node.html.slice(0, 160)) }))).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  expect(await page.evaluate(outgrown), `${path}: what is wider than its box`).toEqual([]);
}

async function anyReservation(page: Page): Promise<string> {
  const { reservations } = await ask<{ reservations: { edges: { node: { id: string } }[] } }>(
    page,
    '{ reservations(first: 1, filter: { states: [SUBMITTED, CONFIRMED] }) { edges { node { id } } } }',
  );
  return reservations.edges[0]!.node.id;
}

/** Elements whose content sticks out of them sideways: words over a neighbour, a card under a panel. */
function outgrown(): string[] {
  const shown = (element: Element) => element.clientWidth > 1 && !element.closest('svg, .leaflet-container, .visually-hidden');
  return [...document.querySelectorAll('header *, main *')]
    .filter((element) => {
      const { display, overflowX } = getComputedStyle(element);
      if (display === 'inline' || display === 'contents' || overflowX !== 'visible') return false;
      return shown(element) && element.scrollWidth > element.clientWidth + 2;
    })
    .map((element) => `${element.tagName}.${element.className} ${element.clientWidth} < ${element.scrollWidth}`);
}

for (const scheme of ['light', 'dark'] as const) {
  for (const [device, viewport] of [
    ['a desk', { width: 1280, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const) {
    test.describe(`${scheme}, ${device}`, () => {
      test.use({ colorScheme: scheme, viewport });

      test('a visitor’s pages', async ({ page }) => {
        test.setTimeout(180_000);
        for (const path of VISITOR) await expectClean(page, path);
      });

      for (const [email, paths] of SIGNED_IN) {
        test(`the pages of ${email}`, async ({ page }) => {
          test.setTimeout(120_000);
          await signIn(page, email);
          for (const path of paths) await expectClean(page, path);
          if (paths.includes('/reservaties')) await expectClean(page, `/reservaties/${await anyReservation(page)}`);
        });
      }
    });
  }
}

test('the check sees words that outgrow their box', async ({ page }) => {
  await page.goto('/contact');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() =>
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<div style="width:40px;white-space:nowrap">Guldensporencollege</div>'),
  );
  expect(await page.evaluate(outgrown)).toHaveLength(1);
});

test('the check sees a violation: an image without a text', async ({ page }) => {
  await page.goto('/contact');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.querySelector('main')!.insertAdjacentHTML('beforeend', '<img src="/logo.svg">'));
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id }) => id)).toContain('image-alt');
});
