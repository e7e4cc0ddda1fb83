import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Day } from '../../database/columns.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { InvoiceKind, Procedure } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { Cents, CentsColumn } from '../money.js';

@Entity()
@ObjectType()
@Unique('supplier_enterprise_number_unique', ['enterpriseNumber'])
@Unique('supplier_vat_number_unique', ['vatNumber'])
@Check('supplier_enterprise_number_digits', `enterprise_number ~ '^[01][0-9]{9}$'`)
export class Supplier {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  enterpriseNumber: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  vatNumber: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  iban: string | null;

  @Field()
  @Column('boolean', { default: true })
  active: boolean;

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
@ObjectType({
  description: 'From a day on, an estimate under this amount may be awarded so; without an amount there is no limit.',
})
@Unique('procurement_threshold_once', ['procedure', 'validFrom'])
@Check('procurement_threshold_procedure_known', `procedure IN ('LOW_VALUE', 'NEGOTIATED', 'SIMPLIFIED', 'OPEN')`)
@Check('procurement_threshold_positive', `below_cents > 0`)
export class ProcurementThreshold {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => Procedure)
  @Column('text')
  procedure: Procedure;

  @Field(() => DayScalar)
  @Day()
  validFrom: string;

  @Cents({ nullable: true })
  belowCents: bigint | null;

  @Field()
  @Column('text')
  source: string;
}

@Entity()
@ObjectType({ description: 'An order: it takes room before its invoices come. Its papers of procurement are its documents.' })
@Unique('commitment_number_unique', ['number'])
@Index('commitment_line_id', ['lineId'])
@Index('commitment_supplier_id', ['supplierId'])
@Check('commitment_not_negative', `cents >= 0`)
@Check('commitment_procedure_known', `procedure IN ('LOW_VALUE', 'NEGOTIATED', 'SIMPLIFIED', 'OPEN')`)
@Check('commitment_estimate_not_negative', `estimate_cents >= 0`)
export class Commitment {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => Int)
  @Column('integer')
  @Generated('identity' as 'increment')
  number: number;

  @ForeignKey(() => BudgetLine, { name: 'commitment_line' })
  @Column('uuid')
  lineId: string;

  @ForeignKey(() => Supplier, { name: 'commitment_supplier' })
  @Column('uuid')
  supplierId: string;

  @Field()
  @Column('text')
  description: string;

  @Field({ description: 'As the order is known elsewhere.' })
  @Column('text', { default: '' })
  reference: string;

  @Field(() => DayScalar)
  @Day()
  orderedOn: string;

  @Cents({}, { description: 'Ordered, with the VAT that cannot be recovered.' })
  cents: bigint;

  @Field(() => Procedure, { nullable: true })
  @Column('text', { nullable: true })
  procedure: Procedure | null;

  @Cents({ nullable: true }, { description: 'Without VAT, as estimated for the award.' })
  estimateCents: bigint | null;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  awardedOn: string | null;

  @Field({ description: 'Its rest is released: no invoice follows.' })
  @Column('boolean', { default: false })
  closed: boolean;

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
@ObjectType()
@Index('invoice_once', ['supplierId', 'number', 'issuedOn'], { unique: true, where: 'NOT taken_back' })
@Index('invoice_issued_on', ['issuedOn'])
@Index('invoice_unpaid', ['issuedOn'], {
  where: `kind = 'INVOICE' AND NOT taken_back AND payable_cents > credited_cents + paid_cents`,
})
@Index('invoice_credits_id', ['creditsId'])
@Index('invoice_communication', ['communication'])
@Check('invoice_kind_known', `kind IN ('INVOICE', 'CREDIT_NOTE')`)
@Check('invoice_number_length', `length(number) BETWEEN 1 AND 100`)
@Check('invoice_communication_digits', `communication ~ '^[0-9]{12}$'`)
@Check('invoice_payable_not_negative', `payable_cents >= 0`)
@Check('invoice_credited_not_negative', `credited_cents >= 0`)
@Check('invoice_paid_not_negative', `paid_cents >= 0`)
@Check('invoice_not_over_paid', `paid_cents + credited_cents <= payable_cents`)
@Check('invoice_credit_note_credits', `(kind = 'CREDIT_NOTE') = (credits_id IS NOT NULL)`)
export class Invoice {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Supplier, { name: 'invoice_supplier' })
  @Column('uuid')
  supplierId: string;

  @Field(() => InvoiceKind)
  @Column('text', { default: 'INVOICE' })
  kind: InvoiceKind;

  @Field()
  @Column('text')
  number: string;

  @Field(() => DayScalar)
  @Day()
  issuedOn: string;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  dueOn: string | null;

  @ForeignKey(() => Invoice, { name: 'invoice_credits' })
  @Column('uuid', { nullable: true })
  creditsId: string | null;

  @Field(() => String, { nullable: true, description: 'The twelve digits of its structured communication.' })
  @Column('text', { nullable: true })
  communication: string | null;

  @Cents({}, { description: 'With all VAT; of a credit note too, above zero.' })
  payableCents: bigint;

  @Cents({ default: 0 }, { description: 'Taken back by credit notes.' })
  creditedCents: bigint;

  @Cents({ default: 0 })
  paidCents: bigint;

  @Field({ description: 'Entered wrongly, and taken back.' })
  @Column('boolean', { default: false })
  takenBack: boolean;

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
@ObjectType()
@Unique('invoice_line_position_unique', ['invoiceId', 'position'])
@Check('invoice_line_not_over_allocated', `allocated_basis_points BETWEEN 0 AND 10000`)
export class InvoiceLine {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Invoice, { name: 'invoice_line_invoice' })
  @Column('uuid')
  invoiceId: string;

  @Field(() => Int)
  @Column('integer')
  position: number;

  @Field()
  @Column('text')
  description: string;

  @Cents({}, { description: 'May be below zero: a discount.' })
  netCents: bigint;

  @Cents()
  vatCents: bigint;

  @Cents({ default: 0 })
  recoverableVatCents: bigint;

  /** Kept by a trigger alone. */
  @Field(() => Int, { description: 'How much of it is charged here, in hundredths of a percent.' })
  @Column('integer', { default: 0 })
  allocatedBasisPoints: number;
}

/** What an invoice takes of one line and one commitment: the paper that its money stands on. */
@Entity()
@ObjectType({ description: 'What an invoice takes of one budget line, from one commitment or without.' })
@Index('invoice_part_invoice_id', ['invoiceId'])
@Index('invoice_part_line_id', ['lineId'])
@Index('invoice_part_commitment_id', ['commitmentId'])
@Check('invoice_part_not_negative', `cents >= 0`)
export class InvoicePart {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Invoice, { name: 'invoice_part_invoice' })
  @Column('uuid')
  invoiceId: string;

  @ForeignKey(() => BudgetLine, { name: 'invoice_part_line' })
  @Column('uuid')
  lineId: string;

  @ForeignKey(() => Commitment, { name: 'invoice_part_commitment' })
  @Column('uuid', { nullable: true })
  commitmentId: string | null;

  @Cents({}, { description: 'Net + VAT − recoverable VAT.' })
  cents: bigint;

  @CentsColumn()
  netCents: bigint;
}

@Entity()
@ObjectType({ description: 'Which part of an invoice line is charged where.' })
@Index('invoice_allocation_invoice_line_id', ['invoiceLineId'])
@Index('invoice_allocation_part_id', ['partId'])
@Check('invoice_allocation_range', `basis_points BETWEEN 1 AND 10000`)
export class InvoiceAllocation {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => InvoiceLine, { name: 'invoice_allocation_invoice_line' })
  @Column('uuid')
  invoiceLineId: string;

  @ForeignKey(() => InvoicePart, { name: 'invoice_allocation_part' })
  @Column('uuid')
  partId: string;

  @Field(() => Int)
  @Column('integer')
  basisPoints: number;

  @Cents()
  cents: bigint;
}
