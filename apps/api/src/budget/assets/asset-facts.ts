import { bookValue, daysBetween, durableUntil, ofAmount, repaymentOn, type Regime } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { Asset } from './assets.entities.js';

interface PaidPart {
  readonly unitId: string;
  readonly invoiceLineId: string;
  readonly basisPoints: number;
  /** What of the unit's share is charged to this agreement. */
  readonly cents: bigint;
  readonly regime: Regime;
  readonly finalPaymentOn: string | null;
  readonly paidOn: string | null;
}

/** What is known of a unit as an asset: what it cost, by which invoice lines and agreements. */
export interface AssetFacts {
  readonly asset: Asset;
  readonly parts: readonly PaidPart[];
  readonly costCents: bigint;
}

/** A unit's part of a line, between two rounded boundaries: the units of a line together are the line, to the cent. */
const partOf = (cents: bigint, upTo: bigint, basisPoints: bigint) =>
  ofAmount(cents, upTo, 10_000n) - ofAmount(cents, upTo - basisPoints, 10_000n);

/** The asset of each unit with what paid for it, in two queries; null for a unit that is none. */
export async function assetFacts(manager: EntityManager, unitIds: readonly string[]): Promise<Map<string, AssetFacts>> {
  const assets = await manager.findBy(Asset, { unitId: In([...unitIds]) });
  const rows = await manager.query<Record<string, string | null>[]>(
    `SELECT s.unit_id AS "unitId", s.invoice_line_id AS "invoiceLineId", s.basis_points AS "basisPoints", s.up_to AS "upTo", x.cents::text AS cents,
            a.eligible_from::text AS "eligibleFrom", a.eligible_to::text AS "eligibleTo", a.durability_years AS "durabilityYears",
            a.retention_years AS "retentionYears", a.retention_from AS "retentionFrom",
            COALESCE(a.final_payment_on, (SELECT max(e.paid_on) FROM expenditure e JOIN budget_line bl ON bl.id = e.line_id
                                           WHERE bl.agreement_id = a.id))::text AS "finalPaymentOn",
            (SELECT max(e.paid_on) FROM expenditure e WHERE e.part_id = p.id)::text AS "paidOn"
       FROM (SELECT unit_id, invoice_line_id, basis_points, sum(basis_points) OVER (PARTITION BY invoice_line_id ORDER BY unit_id) AS up_to
               FROM asset_share WHERE invoice_line_id IN (SELECT invoice_line_id FROM asset_share WHERE unit_id = ANY($1::uuid[]))) s
       JOIN invoice_allocation x ON x.invoice_line_id = s.invoice_line_id
       JOIN invoice_part p ON p.id = x.part_id JOIN budget_line l ON l.id = p.line_id JOIN funding_agreement a ON a.id = l.agreement_id
      WHERE s.unit_id = ANY($1::uuid[]) ORDER BY s.unit_id, s.invoice_line_id, x.id`,
    [unitIds],
  );
  const parts = rows.map((row): PaidPart => ({
    unitId: row['unitId']!,
    invoiceLineId: row['invoiceLineId']!,
    basisPoints: Number(row['basisPoints']),
    cents: partOf(BigInt(row['cents']!), BigInt(row['upTo']!), BigInt(row['basisPoints']!)),
    regime: {
      eligibleFrom: row['eligibleFrom']!,
      eligibleTo: row['eligibleTo']!,
      durabilityYears: Number(row['durabilityYears']),
      retentionYears: Number(row['retentionYears']),
      retentionFrom: row['retentionFrom'] as Regime['retentionFrom'],
    },
    finalPaymentOn: row['finalPaymentOn'] ?? null,
    paidOn: row['paidOn'] ?? null,
  }));
  const partsOf = Map.groupBy(parts, ({ unitId }) => unitId);
  return new Map(
    assets.map((asset) => {
      const mine = partsOf.get(asset.unitId) ?? [];
      return [asset.unitId, { asset, parts: mine, costCents: mine.reduce((sum, { cents }) => sum + cents, 0n) }];
    }),
  );
}

/** The last day on which no agreement that paid for it lets it be sold or leave; null where none asks that. */
export function durableUntilOf({ parts }: AssetFacts): string | null {
  const days = parts.flatMap(({ regime, finalPaymentOn }) =>
    finalPaymentOn && regime.durabilityYears > 0 ? [durableUntil(regime, finalPaymentOn)] : [],
  );
  return days.toSorted().at(-1) ?? null;
}

/** What its funders would ask back when it left on a day: of each agreement the part of the time that is left. */
export function repaymentOf({ parts }: AssetFacts, day: string): bigint {
  return parts.reduce((sum, { cents, regime, finalPaymentOn }) => {
    if (!finalPaymentOn || regime.durabilityYears === 0) return sum;
    return sum + repaymentOn(cents, finalPaymentOn, durableUntil(regime, finalPaymentOn), day);
  }, 0n);
}

/** What it is still worth in the books on a day: written off by equal parts per day since it was paid. */
export function bookValueOf({ asset, parts, costCents }: AssetFacts, day: string): bigint {
  const from =
    asset.depreciatesFrom ??
    parts
      .flatMap(({ paidOn }) => paidOn ?? [])
      .toSorted()
      .at(-1);
  if (!from || daysBetween(from, day) < 0) return costCents;
  return bookValue(costCents, from, asset.depreciationYears, day);
}
