import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CreatedAt, Day } from '../../../database/columns.js';
import { DayScalar } from '../../../platform/graphql/scalars.js';
import { Cents } from '../../money.js';
import { Invoice, Supplier } from '../../papers/papers.entities.js';
import { IncomingState, ParkedReason } from '../intake.enums.js';
import type { Finding } from '../peppol/e-invoice.js';
import type { KeptInvoice } from './kept-invoice.js';

@Entity()
@ObjectType({ description: 'An e-invoice as it came in: booked at once, or waiting for somebody.' })
@Unique('incoming_invoice_file_once', ['sha256'])
@Index('incoming_invoice_state', ['state', 'createdAt'])
@Index('incoming_invoice_invoice_id', ['invoiceId'])
@Check('incoming_invoice_state_known', `state IN ('PARKED', 'BOOKED', 'DISMISSED')`)
@Check(
  'incoming_invoice_reason_known',
  `reason IN ('WRONG', 'SUPPLIER_UNKNOWN', 'OTHER_CURRENCY', 'NEEDS_INVOICE', 'NEEDS_LINE', 'REFUSED')`,
)
@Check('incoming_invoice_parked_has_reason', `(state = 'PARKED') = (reason IS NOT NULL)`)
@Check('incoming_invoice_booked_has_invoice', `(state = 'BOOKED') = (invoice_id IS NOT NULL)`)
export class IncomingInvoice {
  /** Made by the client, so that a repeated upload is one. */
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  fileName: string;

  @Column('bytea')
  sha256: Buffer;

  @Field(() => IncomingState)
  @Column('text')
  state: IncomingState;

  @Field(() => ParkedReason, { nullable: true })
  @Column('text', { nullable: true })
  reason: ParkedReason | null;

  @Column('jsonb')
  content: KeptInvoice;

  @Column('jsonb', { default: [] })
  findings: Finding[];

  @Field()
  @Column('text')
  supplierName: string;

  @Field()
  @Column('text')
  number: string;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  issuedOn: string | null;

  @Cents({}, { description: 'In the currency of the document.' })
  payableCents: bigint;

  @ForeignKey(() => Supplier, { name: 'incoming_invoice_supplier' })
  @Column('uuid', { nullable: true })
  supplierId: string | null;

  @ForeignKey(() => Invoice, { name: 'incoming_invoice_invoice' })
  @Column('uuid', { nullable: true })
  invoiceId: string | null;

  @Field({ description: 'Why it was put away, or what stood in the way of booking it.' })
  @Column('text', { default: '' })
  note: string;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @ForeignKey('Person', { name: 'incoming_invoice_created_by' })
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Field()
  @CreatedAt()
  createdAt: Date;
}
