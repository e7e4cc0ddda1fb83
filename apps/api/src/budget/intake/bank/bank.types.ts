import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { Refusal } from '../../../platform/graphql/refusal.js';
import { CentsField, CentsScalar } from '../../money.js';
import { Invoice } from '../../papers/papers.entities.js';
import { MovementState } from '../intake.enums.js';
import { BankMovement, BankStatement } from './bank.entities.js';

const statements = connectionOf(BankStatement, 'BankStatement');
@ObjectType()
export class BankStatementConnection extends statements.Connection {}

const movements = connectionOf(BankMovement, 'BankMovement');
@ObjectType()
export class BankMovementConnection extends movements.Connection {}

@InputType()
export class BankMovementFilter {
  @Field(() => [MovementState], { nullable: true })
  states?: MovementState[] | null;

  @Field(() => ID, { nullable: true })
  statementId?: string | null;
}

@ObjectType({ description: 'An invoice that a movement may have paid.' })
export class MovementSuggestion {
  @Field(() => Invoice)
  invoice: Invoice;

  @CentsField({ description: 'What of the invoice is still to be paid, or of what was paid came back.' })
  cents: bigint;

  @Field(() => [String], { description: 'What speaks for it: COMMUNICATION, NUMBER, ACCOUNT, AMOUNT.' })
  because: string[];
}

@InputType()
export class MatchedPayment {
  @Field(() => ID)
  invoiceId: string;

  @Field(() => CentsScalar, { description: 'Above zero: paid, or for a movement that came in: come back.' })
  cents: bigint;
}

@InputType()
export class MatchMovementInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => [MatchedPayment], { description: 'Together the movement.' })
  payments: MatchedPayment[];
}

export const MovementResult = createUnionType({
  name: 'MovementResult',
  types: () => [BankMovement, Refusal] as const,
  resolveType: (value: BankMovement | Refusal) => (value instanceof Refusal ? Refusal : BankMovement),
});
