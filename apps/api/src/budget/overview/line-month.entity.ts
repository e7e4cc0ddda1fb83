import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BudgetLine } from '../funding/funding.entities.js';
import { CentsColumn } from '../money.js';

/** What came into each account of a line in a month less what left it; written by the trigger on postings alone. */
@Entity()
@Check('line_month_first_day', `extract(day FROM month) = 1`)
export class LineMonth {
  @ForeignKey(() => BudgetLine, { name: 'line_month_line' })
  @PrimaryColumn('uuid')
  lineId: string;

  @PrimaryColumn('date')
  month: string;

  @CentsColumn({ default: 0 })
  available: bigint;

  @CentsColumn({ default: 0 })
  committed: bigint;

  @CentsColumn({ default: 0 })
  invoiced: bigint;

  @CentsColumn({ default: 0 })
  paid: bigint;

  @CentsColumn({ default: 0 })
  claimed: bigint;

  @CentsColumn({ default: 0 })
  certified: bigint;

  @CentsColumn({ default: 0 })
  deducted: bigint;
}
