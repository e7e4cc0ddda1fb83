import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PostingKind as Kind, Account as AccountName } from '@karavaan/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Account, PostingKind } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { Cents, CentsColumn } from '../money.js';

/** A journal posting. The application may add rows and read them, nothing else. */
@Entity()
@ObjectType({ description: 'One move of money between two accounts of a line. It is never changed; a reversal takes it back.' })
@Unique('posting_act_once', ['actKey', 'position'])
@Unique('posting_reversed_once', ['reverses'])
@Index('posting_line_id', ['lineId', 'id'])
@Index('posting_booked_on', ['bookedOn', 'id'])
@Index('posting_from_paper', ['fromPaper'], { where: 'from_paper IS NOT NULL' })
@Index('posting_to_paper', ['toPaper'], { where: 'to_paper IS NOT NULL' })
@Check('posting_positive', `cents > 0`)
@Check('posting_route', `from_account <> to_account`)
@Check('posting_papers', `(from_paper IS NULL) = (from_account IN ('OUTSIDE', 'AVAILABLE'))`)
export class Posting {
  @Field(() => ID)
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Field({ description: 'The verb that made it, such as `commitment.add`.' })
  @Column('text')
  act: string;

  /** With `position` unique: the same act posts once, however often it is tried. */
  @Column('text')
  actKey: string;

  @Column('integer')
  position: number;

  @Field(() => PostingKind)
  @Column('text')
  kind: Kind;

  @ForeignKey(() => BudgetLine, { name: 'posting_line' })
  @Column('uuid')
  lineId: string;

  @Field(() => Account)
  @Column('text')
  fromAccount: AccountName;

  @Field(() => Account)
  @Column('text')
  toAccount: AccountName;

  @Cents()
  cents: bigint;

  @Field(() => ID, { nullable: true, description: 'The paper that the money stood on: a commitment, a part of an invoice, …' })
  @Column('uuid', { nullable: true })
  fromPaper: string | null;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  toPaper: string | null;

  @Field(() => ID, { nullable: true, description: 'The posting that it takes back.' })
  @ForeignKey(() => Posting, { name: 'posting_reverses' })
  @Column('bigint', { nullable: true })
  reverses: string | null;

  @Field(() => DayScalar, { description: 'Its day, or the first day of the open month when its own month was closed.' })
  @Day()
  bookedOn: string;

  @ForeignKey('Person', { name: 'posting_created_by' })
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

/** Where the money of a line stands; written by the trigger on postings alone. */
@Entity()
@Check('line_balance_available_not_negative', `available >= 0`)
@Check('line_balance_committed_not_negative', `committed >= 0`)
@Check('line_balance_invoiced_not_negative', `invoiced >= 0`)
@Check('line_balance_paid_not_negative', `paid >= 0`)
@Check('line_balance_claimed_not_negative', `claimed >= 0`)
@Check('line_balance_certified_not_negative', `certified >= 0`)
@Check('line_balance_deducted_not_negative', `deducted >= 0`)
export class LineBalance {
  @ForeignKey(() => BudgetLine, { name: 'line_balance_line' })
  @PrimaryColumn('uuid')
  lineId: string;

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

/** Where the money of one paper stands; written by the trigger on postings alone. */
@Entity()
@Index('paper_balance_paid', ['lineId'], { where: 'paid > 0' })
@Check('paper_balance_committed_not_negative', `committed >= 0`)
@Check('paper_balance_invoiced_not_negative', `invoiced >= 0`)
@Check('paper_balance_paid_not_negative', `paid >= 0`)
@Check('paper_balance_claimed_not_negative', `claimed >= 0`)
@Check('paper_balance_certified_not_negative', `certified >= 0`)
@Check('paper_balance_deducted_not_negative', `deducted >= 0`)
export class PaperBalance {
  @PrimaryColumn('uuid')
  paperId: string;

  @ForeignKey(() => BudgetLine, { name: 'paper_balance_line' })
  @Column('uuid')
  lineId: string;

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

export interface Difference {
  readonly what: 'LINE' | 'MONTH' | 'PAPER' | 'AGREEMENT' | 'INVOICE';
  readonly id: string;
  readonly account: string;
  readonly kept: string;
  readonly rebuilt: string;
}

@Entity()
@ObjectType({ description: 'All balances made afresh from the postings, and compared.' })
@Index('ledger_check_at', ['at'])
export class LedgerCheck {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Instant({ default: () => 'now()' })
  at: Date;

  /** Null for the nightly one. */
  @ForeignKey('Person', { name: 'ledger_check_checked_by' })
  @Column('uuid', { nullable: true })
  checkedBy: string | null;

  @Cents({}, { description: 'How many postings there were.' })
  postings: bigint;

  @Field()
  @Column('boolean')
  clean: boolean;

  @Column('jsonb', { default: [] })
  differences: Difference[];
}
