import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { BudgetVersionState, EnvelopeKind, RetentionFrom, Rubric, VatRule } from '../enums.js';
import { Cents } from '../money.js';

@Entity()
@ObjectType({ description: 'An amount of money with one aim: equipment, or the running costs beside it.' })
@Unique('envelope_code_unique', ['code'])
@Check('envelope_kind_known', `kind IN ('EQUIPMENT', 'RUNNING')`)
@Check('envelope_amount_positive', `amount_cents > 0`)
export class Envelope {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => EnvelopeKind)
  @Column('text')
  kind: EnvelopeKind;

  @Cents()
  amountCents: bigint;

  @Field()
  @Column('boolean', { default: false })
  demo: boolean;

  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType()
@Unique('funder_code_unique', ['code'])
export class Funder {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  name: string;

  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'What funders promised, and the rules that come with it; all of it data.' })
@Unique('funding_agreement_code_unique', ['code'])
@Index('funding_agreement_envelope_id', ['envelopeId'])
@Check('funding_agreement_amount_positive', `amount_cents > 0`)
@Check('funding_agreement_allotted_not_negative', `allotted_cents >= 0`)
@Check('funding_agreement_not_over_allotted', `allotted_cents <= amount_cents`)
@Check('funding_agreement_window_ordered', `eligible_from <= eligible_to`)
@Check('funding_agreement_vat_rule_known', `vat_rule IN ('NOT_RECOVERABLE', 'NEVER')`)
@Check('funding_agreement_durability_range', `durability_years BETWEEN 0 AND 30`)
@Check('funding_agreement_retention_range', `retention_years BETWEEN 0 AND 30`)
@Check('funding_agreement_retention_from_known', `retention_from IN ('LAST_PAYMENT', 'END_OF_YEAR_OF_LAST_PAYMENT')`)
export class FundingAgreement {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => ID)
  @ForeignKey(() => Envelope, { name: 'funding_agreement_envelope' })
  @Column('uuid')
  envelopeId: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  name: string;

  @Field({ description: 'The programme whose rules hold, such as 2014-2020.' })
  @Column('text')
  regime: string;

  @Cents()
  amountCents: bigint;

  /** Kept by the trigger on postings alone. */
  @Cents({ default: 0 }, { description: 'Divided over its lines.' })
  allottedCents: bigint;

  @Field(() => DayScalar, { description: 'First day on which a payment counts.' })
  @Day()
  eligibleFrom: string;

  @Field(() => DayScalar, { description: 'Last day on which a payment counts.' })
  @Day()
  eligibleTo: string;

  @Field(() => VatRule)
  @Column('text')
  vatRule: VatRule;

  @Field(() => Int, { description: 'So long after the final payment what it bought stays.' })
  @Column('integer')
  durabilityYears: number;

  @Field(() => Int)
  @Column('integer')
  retentionYears: number;

  @Field(() => RetentionFrom)
  @Column('text')
  retentionFrom: RetentionFrom;

  @Field(() => DayScalar, { nullable: true, description: 'Of the funders; durability counts from it.' })
  @Day({ nullable: true })
  finalPaymentOn: string | null;

  @Field({ description: 'The shares are an illustration, not the real ones.' })
  @Column('boolean', { default: false })
  illustrative: boolean;

  @Field()
  @Column('boolean', { default: false })
  demo: boolean;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}

@Entity()
@Check('agreement_share_range', `basis_points BETWEEN 0 AND 10000`)
export class AgreementShare {
  @ForeignKey(() => FundingAgreement, { name: 'agreement_share_agreement' })
  @PrimaryColumn('uuid')
  agreementId: string;

  @ForeignKey(() => Funder, { name: 'agreement_share_funder' })
  @PrimaryColumn('uuid')
  funderId: string;

  @Column('integer')
  position: number;

  @Column('integer')
  basisPoints: number;
}

@Entity()
@ObjectType({ description: 'A part of an agreement with one use.' })
@Unique('budget_line_code_unique', ['agreementId', 'code'])
@Check('budget_line_rubric_known', `rubric IN ('INVESTMENT', 'PERSONNEL', 'OPERATIONS', 'OVERHEAD', 'EXTERNAL', 'PROMOTION')`)
@Check('budget_line_flat_rate_of_known', `flat_rate_of IN ('INVESTMENT', 'PERSONNEL', 'OPERATIONS', 'EXTERNAL', 'PROMOTION')`)
@Check('budget_line_flat_rate_range', `flat_rate_basis_points BETWEEN 1 AND 10000`)
export class BudgetLine {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => ID)
  @ForeignKey(() => FundingAgreement, { name: 'budget_line_agreement' })
  @Column('uuid')
  agreementId: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => Rubric)
  @Column('text')
  rubric: Rubric;

  @Field(() => String, { nullable: true, description: 'A field of work, as in `domains`.' })
  @Column('text', { nullable: true })
  domain: string | null;

  @ForeignKey('Site', { name: 'budget_line_site' })
  @Column('uuid', { nullable: true })
  siteId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A flat rate takes no real cost; it is claimed as this part of what is declared.',
  })
  @Column('integer', { nullable: true })
  flatRateBasisPoints: number | null;

  @Field(() => Rubric, { description: 'The costs that a flat rate is reckoned from.' })
  @Column('text', { default: 'PERSONNEL' })
  flatRateOf: Rubric;

  @Field({ description: 'Running costs may be charged here.' })
  @Column('boolean', { default: false })
  takesRunningCosts: boolean;

  @Field()
  @Column('boolean', { default: true })
  active: boolean;

  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'How an agreement is divided over its lines; one is active.' })
@Unique('budget_version_number_unique', ['agreementId', 'number'])
@Index('budget_version_one_active', ['agreementId'], { unique: true, where: `state = 'ACTIVE'` })
@Check('budget_version_state_known', `state IN ('DRAFT', 'ACTIVE', 'CLOSED')`)
@Check('budget_version_second_person', `decided_by <> created_by`)
export class BudgetVersion {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => ID)
  @ForeignKey(() => FundingAgreement, { name: 'budget_version_agreement' })
  @Column('uuid')
  agreementId: string;

  @Field(() => Int)
  @Column('integer')
  number: number;

  @Field(() => BudgetVersionState)
  @Column('text', { default: 'DRAFT' })
  state: BudgetVersionState;

  @Field()
  @Column('text', { default: '' })
  reason: string;

  @ForeignKey('Person', { name: 'budget_version_created_by' })
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @ForeignKey('Person', { name: 'budget_version_decided_by' })
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

@Entity()
@Check('budget_version_line_not_negative', `cents >= 0`)
export class BudgetVersionLine {
  @ForeignKey(() => BudgetVersion, { name: 'budget_version_line_version' })
  @PrimaryColumn('uuid')
  versionId: string;

  @ForeignKey(() => BudgetLine, { name: 'budget_version_line_line' })
  @PrimaryColumn('uuid')
  lineId: string;

  @Cents()
  cents: bigint;
}
