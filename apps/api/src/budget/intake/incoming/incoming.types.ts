import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { Refusal } from '../../../platform/graphql/refusal.js';
import { InvoiceKind } from '../../enums.js';
import { CentsField, CentsScalar } from '../../money.js';
import { FindingCode, IncomingState, ParkedReason } from '../intake.enums.js';
import { IncomingInvoice } from './incoming.entities.js';

const incoming = connectionOf(IncomingInvoice, 'IncomingInvoice');
@ObjectType()
export class IncomingInvoiceConnection extends incoming.Connection {}

@InputType()
export class IncomingInvoiceFilter {
  @Field(() => [IncomingState], { nullable: true })
  states?: IncomingState[] | null;

  @Field(() => [ParkedReason], { nullable: true })
  reasons?: ParkedReason[] | null;
}

@ObjectType({ description: 'What is wrong in a document, and where.' })
export class EInvoiceFinding {
  @Field(() => FindingCode)
  code: keyof typeof FindingCode;

  @Field(() => Int, { description: 'The line of the file.' })
  fileLine: number;

  @Field(() => String, { nullable: true, description: 'The line of the invoice, as the supplier numbers it.' })
  invoiceLine?: string | null;

  @Field()
  field: string;

  @Field(() => String, { nullable: true })
  found?: string | null;

  @Field(() => String, { nullable: true })
  expected?: string | null;
}

@ObjectType()
export class IncomingLine {
  @Field(() => Int)
  position: number;

  @Field(() => String, { nullable: true, description: 'As the supplier numbers it.' })
  number: string | null;

  @Field({ description: 'LINE, ALLOWANCE, CHARGE or ROUNDING.' })
  what: string;

  @Field()
  description: string;

  @CentsField()
  netCents: bigint;

  @CentsField()
  vatCents: bigint;

  @Field({ description: 'The category of VAT, by its code.' })
  category: string;

  @Field()
  rate: string;
}

@ObjectType({ description: 'What the document says.' })
export class IncomingContent {
  @Field(() => InvoiceKind)
  kind: InvoiceKind;

  @Field()
  currency: string;

  @Field(() => String, { nullable: true })
  dueOn: string | null;

  @Field(() => String, { nullable: true })
  enterpriseNumber: string | null;

  @Field(() => String, { nullable: true })
  vatNumber: string | null;

  @Field(() => String, { nullable: true })
  iban: string | null;

  @Field(() => String, { nullable: true })
  communication: string | null;

  @Field(() => String, { nullable: true })
  orderReference: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the invoice that a credit note takes back.' })
  credits: string | null;

  @Field()
  buyerName: string;

  @CentsField()
  netCents: bigint;

  @CentsField()
  vatCents: bigint;

  @CentsField({ description: 'Paid before.' })
  prepaidCents: bigint;

  @Field(() => [IncomingLine])
  lines: IncomingLine[];

  @Field(() => [String], { description: 'Attached files that stay inside the document.' })
  leftInside: string[];
}

@InputType({
  description: 'What a line of the document is charged to; without a position all lines that have none of their own.',
})
export class IncomingCharge {
  @Field(() => Int, { nullable: true })
  position?: number | null;

  @Field(() => ID)
  lineId: string;

  @Field(() => ID, { nullable: true })
  commitmentId?: string | null;

  @Field(() => CentsScalar, { nullable: true, description: 'Of the VAT of the line with this position.' })
  recoverableVatCents?: bigint | null;
}

@InputType()
export class BookIncomingInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => [IncomingCharge], { defaultValue: [], description: 'For an invoice.' })
  charges: IncomingCharge[];

  @Field(() => ID, { nullable: true, description: 'For a credit note: the invoice that it takes back.' })
  creditsId?: string | null;
}

export const IncomingResult = createUnionType({
  name: 'IncomingResult',
  types: () => [IncomingInvoice, Refusal] as const,
  resolveType: (value: IncomingInvoice | Refusal) => (value instanceof Refusal ? Refusal : IncomingInvoice),
});
