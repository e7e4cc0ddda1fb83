import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Day } from '../../../database/columns.js';
import { DayScalar } from '../../../platform/graphql/scalars.js';
import { Cents } from '../../money.js';
import { Payment } from '../../paying/paying.entities.js';
import { MovementState } from '../intake.enums.js';

@Entity()
@ObjectType({ description: 'A statement of the bank.' })
@Unique('bank_statement_once', ['account', 'number', 'newBalanceOn'])
export class BankStatement {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  account: string;

  @Field({ description: 'As the bank counts them in a year.' })
  @Column('text')
  number: string;

  @Column('text')
  currency: string;

  @Field(() => DayScalar)
  @Day()
  oldBalanceOn: string;

  @Cents()
  oldBalanceCents: bigint;

  @Field(() => DayScalar)
  @Day()
  newBalanceOn: string;

  @Cents()
  newBalanceCents: bigint;

  @Field()
  @Column('text')
  fileName: string;

  @ForeignKey('Person', { name: 'bank_statement_created_by' })
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'A movement on the account: below zero it went out.' })
@Unique('bank_movement_position_unique', ['statementId', 'position'])
@Index('bank_movement_state', ['state', 'bookedOn'])
@Index('bank_movement_communication', ['communication'])
@Check('bank_movement_communication_digits', `communication ~ '^[0-9]{12}$'`)
@Check('bank_movement_state_known', `state IN ('OPEN', 'MATCHED', 'SET_ASIDE')`)
export class BankMovement {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => BankStatement, { name: 'bank_movement_statement' })
  @Column('uuid')
  statementId: string;

  @Column('integer')
  position: number;

  @Field({ description: 'Its number in the statement.' })
  @Column('text')
  sequence: string;

  @Cents()
  cents: bigint;

  @Field(() => DayScalar)
  @Day()
  bookedOn: string;

  @Field()
  @Column('text')
  bankReference: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  communication: string | null;

  @Field()
  @Column('text')
  message: string;

  @Field()
  @Column('text')
  counterparty: string;

  @Field()
  @Column('text')
  counterpartyAccount: string;

  @Field(() => MovementState)
  @Column('text', { default: 'OPEN' })
  state: MovementState;

  @Field({ description: 'Why it was set aside, or why it did not match by itself.' })
  @Column('text', { default: '' })
  note: string;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;
}

/** Which movement made a payment. */
@Entity()
@Index('bank_match_movement_id', ['movementId'])
export class BankMatch {
  @ForeignKey(() => Payment, { name: 'bank_match_payment' })
  @PrimaryColumn('uuid')
  paymentId: string;

  @ForeignKey(() => BankMovement, { name: 'bank_match_movement' })
  @Column('uuid')
  movementId: string;
}
