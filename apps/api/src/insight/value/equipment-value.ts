import { addDays, dayOf, divideByHours, isIdle, perHour, type CentiHours, type Cents } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { type AssetFacts, assetFacts, bookValueOf } from '../../budget/assets/asset-facts.js';
import type { TargetGroup } from '../../reservations/usage/usage-group.entity.js';
import { UNITS_SQL } from '../figures/indicators.js';
import { usesByGroup, usesBySite, type Use } from './usage.js';
import type { EquipmentValue, GroupValue, SiteValue, UnitValue, ValueFigures } from './value.types.js';

interface Running {
  readonly transport: Cents;
  readonly maintenance: Cents;
}
interface Spent {
  readonly paid: Cents;
  readonly claimed: Cents;
}
export interface ValuePeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** What trips and maintenance of each unit cost; what was dismissed does not count. */
async function runningCosts(manager: EntityManager, { from, to }: ValuePeriod): Promise<Map<string, Running>> {
  const rows = await manager.query<{ unitId: string; transport: string; maintenance: string }[]>(
    `SELECT unit_id AS "unitId", COALESCE(sum(cents) FILTER (WHERE kind = 'TRIP'), 0)::text AS transport,
            COALESCE(sum(cents) FILTER (WHERE kind = 'MAINTENANCE'), 0)::text AS maintenance
       FROM cost_proposal WHERE state <> 'DISMISSED' AND ($1::date IS NULL OR on_day >= $1::date) AND ($2::date IS NULL OR on_day <= $2::date)
      GROUP BY 1`,
    [from, to],
  );
  return new Map(
    rows.map(({ unitId, transport, maintenance }) => [
      unitId,
      { transport: BigInt(transport), maintenance: BigInt(maintenance) },
    ]),
  );
}

/** What of the invoices of each unit is paid and declared, by its shares of their lines; decimals of the database, never floats. */
async function spentOn(manager: EntityManager): Promise<Map<string, Spent>> {
  const rows = await manager.query<{ unitId: string; paid: string; claimed: string }[]>(
    `WITH of_part AS (
       SELECT e.part_id, sum(e.cents) AS paid,
              COALESCE(sum((SELECT sum(i.declared_cents - COALESCE(i.parked_cents, 0)) FROM claim_item i JOIN claim c ON c.id = i.claim_id
                             WHERE i.expenditure_id = e.id AND c.state <> 'DRAFT')), 0) AS claimed
         FROM expenditure e WHERE e.part_id IN (SELECT x.part_id FROM asset_share s JOIN invoice_allocation x ON x.invoice_line_id = s.invoice_line_id)
        GROUP BY 1)
     SELECT s.unit_id AS "unitId", round(sum(x.cents::numeric * s.basis_points * o.paid / (10000 * p.cents)))::text AS paid,
            round(sum(x.cents::numeric * s.basis_points * o.claimed / (10000 * p.cents)))::text AS claimed
       FROM asset_share s JOIN invoice_allocation x ON x.invoice_line_id = s.invoice_line_id
       JOIN invoice_part p ON p.id = x.part_id JOIN of_part o ON o.part_id = p.id WHERE p.cents > 0 GROUP BY 1`,
  );
  return new Map(rows.map(({ unitId, paid, claimed }) => [unitId, { paid: BigInt(paid), claimed: BigInt(claimed) }]));
}

/** Euro per hour of each unit, site and target group: a fixed number of queries. */
export async function equipmentValue(manager: EntityManager, period: ValuePeriod): Promise<EquipmentValue> {
  const today = dayOf(Date.now());
  const last = period.to && period.to < today ? period.to : today;
  const used = await manager.query<{ unitId: string; usedDays: number; workingDays: number }[]>(UNITS_SQL, [
    period.from ?? addDays(last, -364),
    last,
  ]);
  const inService = new Map(used.map((row) => [row.unitId, row]));
  const [bySite, byGroup] = [await usesBySite(manager, period), await usesByGroup(manager, period)];
  const running = await runningCosts(manager, period);
  const spent = await spentOn(manager);
  const ids = [...new Set([...inService.keys(), ...running.keys(), ...bySite.map(({ unitId }) => unitId)])];
  const facts = await assetFacts(manager, ids);
  const usesOf = Map.groupBy(bySite, ({ unitId }) => unitId);

  const units = ids
    .map((unitId): UnitValue => {
      const own = facts.get(unitId);
      const { transport, maintenance } = running.get(unitId) ?? { transport: 0n, maintenance: 0n };
      const uses = usesOf.get(unitId) ?? [];
      const { usedDays, workingDays } = inService.get(unitId) ?? { usedDays: 0, workingDays: 0 };
      const figures = figuresOf({ acquisition: own ? acquisitionOf(own, period, today) : 0n, transport, maintenance }, uses);
      const { paid, claimed } = spent.get(unitId) ?? { paid: 0n, claimed: 0n };
      const costCents = own?.costCents ?? 0n;
      const idle = inService.has(unitId) && isIdle({ costCents, usedDays, workingDays });
      return { ...figures, unitId, usedDays, workingDays, paidCents: paid, claimedCents: claimed, idle };
    })
    .filter(({ cents, hours }) => cents > 0n || hours > 0)
    .toSorted(
      (a, b) => compare(b.perHour ?? -1n, a.perHour ?? -1n) || compare(b.cents, a.cents) || (a.unitId < b.unitId ? -1 : 1),
    );

  const costOf = new Map(units.map(({ unitId, cents }) => [unitId, cents]));
  const sites = shared(bySite, costOf).map(({ key, ...figures }): SiteValue => ({ ...figures, siteId: key! }));
  const groups = shared(byGroup, costOf).map(({ key, ...figures }): GroupValue => ({
    ...figures,
    targetGroup: key as TargetGroup | null,
  }));
  const sum = (of: 'acquisition' | 'transport' | 'maintenance') => units.reduce((all, unit) => all + unit[of], 0n);
  return {
    ...period,
    total: figuresOf({ acquisition: sum('acquisition'), transport: sum('transport'), maintenance: sum('maintenance') }, bySite),
    unusedCents: units.filter(({ hours }) => hours === 0).reduce((all, { cents }) => all + cents, 0n),
    units,
    sites,
    groups,
  };
}

/** All that it cost; of a period what it lost of its value in the books. */
function acquisitionOf(facts: AssetFacts, { from, to }: ValuePeriod, today: string): Cents {
  if (!from && !to) return facts.costCents;
  const end = bookValueOf(facts, to && to < today ? to : today);
  return (from ? bookValueOf(facts, addDays(from, -1)) : facts.costCents) - end;
}

function figuresOf(costs: Pick<ValueFigures, 'acquisition' | 'transport' | 'maintenance'>, uses: readonly Use[]): ValueFigures {
  const cents = costs.acquisition + costs.transport + costs.maintenance;
  return { ...costs, cents, ...usedFor(cents, uses) };
}

function usedFor(cents: Cents, uses: readonly Use[]) {
  const hours = sumOf(uses, 'hours');
  const trainingHours = sumOf(uses, 'trainingHours');
  return {
    hours: Number(hours) / 100,
    trainingHours: Number(trainingHours) / 100,
    reservations: new Set(uses.flatMap(({ reservationIds }) => reservationIds)).size,
    perHour: perHour(cents, hours),
    perTrainingHour: perHour(cents, trainingHours),
  };
}

/** The cost of each unit divided over where, or by whom, it was used; by the hours, to the cent. */
function shared(uses: readonly Use[], costOf: ReadonlyMap<string, Cents>) {
  const parts = new Map<string | null, Cents>();
  for (const [unitId, mine] of Map.groupBy(uses, (use) => use.unitId)) {
    const divided = divideByHours(
      costOf.get(unitId) ?? 0n,
      mine.map(({ hours }) => hours),
    );
    for (const [at, { key }] of mine.entries()) parts.set(key, (parts.get(key) ?? 0n) + divided[at]!);
  }
  return [...Map.groupBy(uses, ({ key }) => key)]
    .map(([key, mine]) => ({ key, cents: parts.get(key) ?? 0n, ...usedFor(parts.get(key) ?? 0n, mine) }))
    .toSorted((a, b) => compare(b.cents, a.cents) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

const sumOf = (uses: readonly Use[], of: 'hours' | 'trainingHours'): CentiHours => uses.reduce((sum, use) => sum + use[of], 0n);
const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
