import type { Random } from './random.ts';
import type { DemoSite, DemoUnit } from './demo-world.ts';

/** How likely a kind of site is to book; other kinds count as 0.3. */
const EVERYWHERE: Record<string, number> = {
  'technical-school': 1.3,
  vdab: 1.2,
  'training-lab': 1,
  syntra: 1,
  'adult-education': 0.8,
  'university-college': 0.8,
  'sector-centre': 0.6,
  'care-training': 0.05,
  office: 0.03,
};
const BY_DOMAIN: Record<string, Record<string, number>> = {
  care: {
    'care-training': 5,
    'adult-education': 2,
    'university-college': 1.5,
    'technical-school': 0.1,
    'training-lab': 0,
    vdab: 0.4,
  },
  food: { 'provincial-site': 1.5, 'knowledge-centre': 0.8 },
  xr: { office: 0.1 },
};
/** Schools that teach mostly one domain, which their kind does not tell. */
const SPECIALISTS: Record<string, string> = { rhizo: 'care', tgp: 'food', vabi: 'food', inagro: 'food', 'pom-food': 'food' };
const SHORT_DRIVE_KM = 14;

/** The next site that asks for this kit: one that teaches its domain, and more likely one near by. */
export function chooseSite(
  unit: DemoUnit,
  from: DemoSite,
  sites: readonly DemoSite[],
  kmBetween: (a: DemoSite, b: DemoSite) => number,
  random: Random,
): DemoSite {
  const weights = sites.map(
    (site) => appetite(unit, site) * (site === from ? 0.25 : Math.exp(-kmBetween(from, site) / SHORT_DRIVE_KM)),
  );
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return sites[index] as DemoSite;
  }
  return from;
}

function appetite(unit: DemoUnit, site: DemoSite): number {
  const speciality = SPECIALISTS[site.code];
  if (speciality) return speciality === unit.domain ? 4 : 0.2;
  return BY_DOMAIN[unit.domain]?.[site.kind] ?? EVERYWHERE[site.kind] ?? 0.3;
}
