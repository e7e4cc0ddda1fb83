import type { ModelValue } from './by-model.js';
import type { Unmet } from './need.graphql.js';

type Wanted = { searches: number; refusals: number; open: number; wanted: number };
export type ModelNeed = Wanted & { code: string; name: ModelValue['name']; bought: ModelValue | null };
export type TownNeed = Wanted & { nis: string; name: string; share: number | null; cents: bigint; hours: number };

type Site = { cents: string; hours: number; site: { nis: string | null } };

const add = (rows: readonly Unmet[]): Wanted => {
  const sum = (of: 'searches' | 'refusals' | 'open') => rows.reduce((all, row) => all + row[of], 0);
  const [searches, refusals, open] = [sum('searches'), sum('refusals'), sum('open')];
  return { searches, refusals, open, wanted: searches + refusals + open };
};

/** What was wanted of each model and not given, beside what the money bought of it; the most wanted first. */
export function needByModel(unmet: readonly Unmet[], bought: readonly ModelValue[]): ModelNeed[] {
  const wanted = Map.groupBy(
    unmet.filter(({ model }) => model !== null),
    ({ modelCode }) => modelCode,
  );
  const rows = [...wanted].map(([code, each]): ModelNeed => ({
    code,
    name: each[0]!.model!.name,
    ...add(each),
    bought: bought.find((model) => model.code === code) ?? null,
  }));
  return rows.toSorted((a, b) => b.wanted - a.wanted || (a.code < b.code ? -1 : 1));
}

/** The same of each municipality, beside what was used there; places that nobody named are left out. */
export function needByTown(
  unmet: readonly Unmet[],
  covered: readonly { nis: string; name: string; share: number }[],
  sites: readonly Site[],
): TownNeed[] {
  const wanted = Map.groupBy(unmet, ({ nis }) => nis ?? '');
  const used = Map.groupBy(sites, ({ site }) => site.nis ?? '');
  return covered
    .map(({ nis, name, share }): TownNeed => ({
      nis,
      name,
      share,
      ...add(wanted.get(nis) ?? []),
      cents: (used.get(nis) ?? []).reduce((sum, { cents }) => sum + BigInt(cents), 0n),
      hours: (used.get(nis) ?? []).reduce((sum, { hours }) => sum + hours, 0),
    }))
    .toSorted((a, b) => b.wanted - a.wanted || (a.share ?? 0) - (b.share ?? 0) || (a.name < b.name ? -1 : 1));
}
