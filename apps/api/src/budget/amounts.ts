import { STAGES, throughStage, type Stage } from '@karavaan/domain';
import { ObjectType } from '@nestjs/graphql';
import { CentsField } from './money.js';

@ObjectType({ description: 'How far money has come. A stage includes the later ones; `left` is what nothing has taken yet.' })
export class BudgetAmounts {
  @CentsField({ description: 'All of it, with what was transferred.' })
  budget: bigint;

  @CentsField()
  left: bigint;

  @CentsField()
  committed: bigint;

  @CentsField()
  invoiced: bigint;

  @CentsField()
  paid: bigint;

  @CentsField()
  claimed: bigint;

  @CentsField()
  certified: bigint;

  @CentsField({ description: 'Declared and refused for good.' })
  deducted: bigint;
}

/** Where money stands, by account. */
export type Standing = Readonly<Record<Stage, bigint>>;
export const NOTHING = Object.fromEntries(STAGES.map((stage) => [stage, 0n])) as Record<Stage, bigint>;

export const STANDING_SQL = STAGES.map((stage) => `COALESCE(sum(b.${stage.toLowerCase()}), 0)::text AS "${stage}"`).join(', ');

/** A row of `STANDING_SQL`. */
export const standingOf = (row: Record<string, unknown>): Standing =>
  Object.fromEntries(STAGES.map((stage) => [stage, BigInt(String(row[stage]))])) as Record<Stage, bigint>;

export const plus = (a: Standing, b: Standing): Standing =>
  Object.fromEntries(STAGES.map((stage) => [stage, a[stage] + b[stage]])) as Record<Stage, bigint>;

export function amountsOf(standing: Standing): BudgetAmounts {
  const through = (stage: Stage) => throughStage((each) => standing[each], stage);
  return Object.assign(new BudgetAmounts(), {
    budget: through('AVAILABLE'),
    left: standing.AVAILABLE,
    committed: through('COMMITTED'),
    invoiced: through('INVOICED'),
    paid: through('PAID'),
    claimed: through('CLAIMED'),
    certified: standing.CERTIFIED,
    deducted: standing.DEDUCTED,
  });
}
