import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Procedure } from '../enums.js';
import { CentsField } from '../money.js';

@InputType()
export class SupplierInput {
  @Field()
  name: string;

  @Field(() => String, { nullable: true, description: 'Ten digits, with or without points.' })
  enterpriseNumber?: string | null;

  @Field(() => String, { nullable: true })
  vatNumber?: string | null;

  @Field(() => String, { nullable: true })
  iban?: string | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean;
}

@InputType({ description: 'How an order was awarded; its papers are documents.' })
export class ProcurementInput {
  @Field(() => Procedure, { nullable: true })
  procedure?: Procedure | null;

  @CentsField({ nullable: true })
  estimateCents?: bigint | null;

  @Field(() => DayScalar, { nullable: true })
  awardedOn?: string | null;
}

@InputType()
export class CommitmentInput extends ProcurementInput {
  @Field()
  description: string;

  @Field(() => String, { nullable: true })
  reference?: string | null;

  @CentsField({ description: 'With the VAT that cannot be recovered.' })
  cents: bigint;

  @Field(() => [ID], { defaultValue: [] })
  documentIds: string[];
}

@InputType()
export class AddCommitmentInput extends CommitmentInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  lineId: string;

  @Field(() => ID)
  supplierId: string;

  @Field(() => DayScalar)
  orderedOn: string;
}

@InputType({ description: 'Where a part of an invoice line is charged; without a commitment it takes its own room.' })
export class ChargeInput {
  @Field(() => ID, { description: 'The budget line.' })
  lineId: string;

  @Field(() => ID, { nullable: true })
  commitmentId?: string | null;

  @Field(() => Int, { defaultValue: 10_000, description: 'In hundredths of a percent of the invoice line.' })
  basisPoints: number;
}

@InputType()
export class InvoiceLineInput {
  @Field()
  description: string;

  @CentsField()
  netCents: bigint;

  @CentsField()
  vatCents: bigint;

  @CentsField({ defaultValue: 0n })
  recoverableVatCents: bigint;

  @Field(() => [ChargeInput], { description: 'Of a credit note it may be empty: it then takes back from the one part there is.' })
  charges: ChargeInput[];
}

@InputType()
export class AddInvoiceInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  supplierId: string;

  @Field()
  number: string;

  @Field(() => DayScalar)
  issuedOn: string;

  @Field(() => DayScalar, { nullable: true })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Structured communication, as printed or its twelve digits.' })
  communication?: string | null;

  @CentsField({ nullable: true, description: 'The total on the paper, with VAT; checked against the lines.' })
  totalCents?: bigint | null;

  @Field(() => [InvoiceLineInput])
  lines: InvoiceLineInput[];

  @Field(() => [ID], { defaultValue: [] })
  documentIds: string[];
}

@InputType({ description: 'Amounts above zero: what it takes back.' })
export class AddCreditNoteInput extends AddInvoiceInput {
  @Field(() => ID, { description: 'The invoice that it takes back from.' })
  creditsId: string;
}
