import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Day } from '../../database/columns.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { ClaimState } from '../enums.js';
import { BudgetLine, Funder, FundingAgreement } from '../funding/funding.entities.js';
import { Cents, CentsColumn } from '../money.js';
import { Invoice, InvoicePart } from '../papers/papers.entities.js';
import { CostProposal } from '../running/running.entities.js';

@Entity()
@ObjectType({ description: 'What the bank paid of an invoice; below zero: what came back.' })
@Index('payment_invoice_id', ['invoiceId'])
@Index('payment_paid_on', ['paidOn'])
@Unique('payment_taken_back_once', ['takesBack'])
@Check('payment_not_nothing', `cents <> 0`)
export class Payment {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Invoice, { name: 'payment_invoice' })
  @Column('uuid')
  invoiceId: string;

  @Field(() => DayScalar)
  @Day()
  paidOn: string;

  @Cents()
  cents: bigint;

  @Field(() => ID, { nullable: true, description: 'The payment that was entered wrongly and that this one takes back.' })
  @ForeignKey(() => Payment, { name: 'payment_takes_back' })
  @Column('uuid', { nullable: true })
  takesBack: string | null;

  @Field({ description: 'As the bank knows it.' })
  @Column('text', { default: '' })
  reference: string;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

/** Spent money of one line, by one payment of a part of an invoice or by an accepted running cost: what can be claimed. */
@Entity()
@ObjectType({ description: 'Spent money of one line, on one day: what can be claimed.' })
@Index('expenditure_line_id', ['lineId', 'paidOn'])
@Index('expenditure_paid_on', ['paidOn'])
@Index('expenditure_payment_id', ['paymentId'])
@Index('expenditure_part_id', ['partId'])
@Check('expenditure_positive', `cents > 0`)
@Check('expenditure_eligible_range', `eligible_cents BETWEEN 0 AND cents`)
@Check(
  'expenditure_of_payment_or_cost',
  `(cost_id IS NULL) = (payment_id IS NOT NULL) AND (payment_id IS NULL) = (part_id IS NULL)`,
)
export class Expenditure {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => BudgetLine, { name: 'expenditure_line' })
  @Column('uuid')
  lineId: string;

  @ForeignKey(() => Payment, { name: 'expenditure_payment' })
  @Column('uuid', { nullable: true })
  paymentId: string | null;

  @ForeignKey(() => InvoicePart, { name: 'expenditure_part' })
  @Column('uuid', { nullable: true })
  partId: string | null;

  @ForeignKey(() => CostProposal, { name: 'expenditure_cost' })
  @Column('uuid', { nullable: true })
  costId: string | null;

  @Field(() => DayScalar)
  @Day()
  paidOn: string;

  @Cents()
  cents: bigint;

  @Cents({}, { description: 'What of it the VAT rule of the agreement lets count.' })
  eligibleCents: bigint;
}

@Entity()
@ObjectType({ description: 'What is declared to the funders. Submitting freezes its items, amounts and shares.' })
@Unique('claim_number_unique', ['agreementId', 'number'])
@Check('claim_state_known', `state IN ('DRAFT', 'SUBMITTED', 'IN_CONTROL', 'CERTIFIED')`)
@Check('claim_declared_not_negative', `declared_cents >= 0`)
@Check('claim_certified_not_negative', `certified_cents >= 0`)
export class Claim {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => FundingAgreement, { name: 'claim_agreement' })
  @Column('uuid')
  agreementId: string;

  @Field(() => Int)
  @Column('integer')
  number: number;

  @Field(() => ClaimState)
  @Column('text', { default: 'DRAFT' })
  state: ClaimState;

  @Field()
  @Column('text', { default: '' })
  title: string;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  submittedOn: string | null;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  certifiedOn: string | null;

  @Cents({ default: 0 }, { description: 'Frozen when it is submitted.' })
  declaredCents: bigint;

  @Cents({ default: 0 })
  certifiedCents: bigint;

  @Field()
  @Column('boolean', { default: false })
  demo: boolean;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'Declared = certified + deducted + parked; what is parked may be declared again.' })
@Unique('claim_item_once', ['claimId', 'expenditureId'])
@Index('claim_item_expenditure_id', ['expenditureId'])
@Check('claim_item_declared_positive', `declared_cents > 0`)
@Check(
  'claim_item_parts_add_up',
  `certified_cents >= 0 AND deducted_cents >= 0 AND parked_cents >= 0
    AND certified_cents + deducted_cents + parked_cents = declared_cents`,
)
export class ClaimItem {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Claim, { name: 'claim_item_claim' })
  @Column('uuid')
  claimId: string;

  @ForeignKey(() => BudgetLine, { name: 'claim_item_line' })
  @Column('uuid')
  lineId: string;

  /** Null for a flat rate, which rests on no cost. */
  @ForeignKey(() => Expenditure, { name: 'claim_item_expenditure' })
  @Column('uuid', { nullable: true })
  expenditureId: string | null;

  @Cents()
  declaredCents: bigint;

  @Cents({ nullable: true })
  certifiedCents: bigint | null;

  @Cents({ nullable: true })
  deductedCents: bigint | null;

  @Cents({ nullable: true })
  parkedCents: bigint | null;

  @Field({ description: 'What the controller said of it.' })
  @Column('text', { default: '' })
  verdict: string;
}

@Entity()
export class ClaimShare {
  @ForeignKey(() => Claim, { name: 'claim_share_claim' })
  @PrimaryColumn('uuid')
  claimId: string;

  @ForeignKey(() => Funder, { name: 'claim_share_funder' })
  @PrimaryColumn('uuid')
  funderId: string;

  @Column('integer')
  position: number;

  @Column('integer')
  basisPoints: number;

  @CentsColumn()
  declaredCents: bigint;

  @CentsColumn({ nullable: true })
  certifiedCents: bigint | null;
}
