import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { InvoiceKind, Procedure } from '../enums.js';
import { CentsField } from '../money.js';
import { Commitment, Invoice, Supplier } from './papers.entities.js';

const commitments = connectionOf(Commitment, 'Commitment');
@ObjectType()
export class CommitmentConnection extends commitments.Connection {}

const invoices = connectionOf(Invoice, 'Invoice');
@ObjectType()
export class InvoiceConnection extends invoices.Connection {}

const suppliers = connectionOf(Supplier, 'Supplier');
@ObjectType()
export class SupplierConnection extends suppliers.Connection {}

@InputType()
export class CommitmentFilter {
  @Field(() => ID, { nullable: true })
  envelopeId?: string | null;

  @Field(() => ID, { nullable: true })
  lineId?: string | null;

  @Field(() => ID, { nullable: true })
  supplierId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether invoices are still expected.' })
  open?: boolean | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;
}

@InputType()
export class InvoiceFilter {
  @Field(() => ID, { nullable: true })
  envelopeId?: string | null;

  @Field(() => ID, { nullable: true })
  lineId?: string | null;

  @Field(() => ID, { nullable: true })
  commitmentId?: string | null;

  @Field(() => ID, { nullable: true })
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Invoices that paid for this unit.' })
  unitId?: string | null;

  @Field(() => InvoiceKind, { nullable: true })
  kind?: InvoiceKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether something is still to be paid.' })
  unpaid?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Unpaid, and issued so many days ago or longer.' })
  unpaidSinceDays?: number | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;
}

@ObjectType({ description: 'Where a commitment stands.' })
export class CommitmentState {
  @CentsField({ description: 'Still expected as invoices.' })
  open: bigint;

  @CentsField()
  invoiced: bigint;

  @Field(() => Procedure, {
    nullable: true,
    description: 'The lightest procedure that its estimate allows, by the table of its day.',
  })
  needed: Procedure | null;

  @Field({ description: 'The procedure it was awarded by is too light for its estimate.' })
  overThreshold: boolean;
}
