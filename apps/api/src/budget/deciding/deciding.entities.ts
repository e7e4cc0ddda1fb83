import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { TransferState } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { Cents } from '../money.js';

@Entity()
@ObjectType({ description: 'Room that moves from one line to another, once a second person agrees.' })
@Index('transfer_from_line_id', ['fromLineId'])
@Index('transfer_to_line_id', ['toLineId'])
@Check('transfer_positive', `cents > 0`)
@Check('transfer_state_known', `state IN ('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')`)
@Check('transfer_two_lines', `from_line_id <> to_line_id`)
@Check('transfer_second_person', `state = 'WITHDRAWN' OR decided_by <> requested_by`)
export class Transfer {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => BudgetLine, { name: 'transfer_from_line' })
  @Column('uuid')
  fromLineId: string;

  @ForeignKey(() => BudgetLine, { name: 'transfer_to_line' })
  @Column('uuid')
  toLineId: string;

  @Cents()
  cents: bigint;

  @Field()
  @Column('text')
  reason: string;

  @Field(() => TransferState)
  @Column('text', { default: 'REQUESTED' })
  state: TransferState;

  @ForeignKey('Person', { name: 'transfer_requested_by' })
  @Column('uuid', { nullable: true })
  requestedBy: string | null;

  @ForeignKey('Person', { name: 'transfer_decided_by' })
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Field({ description: 'Why it was refused.' })
  @Column('text', { default: '' })
  answer: string;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'Who may approve in the place of somebody who is away.' })
@Index('stand_in_stand_in_id', ['standInId'])
@Check('stand_in_two_persons', `absent_id <> stand_in_id`)
@Check('stand_in_days_ordered', `first_day <= last_day`)
export class StandIn {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Person', { name: 'stand_in_absent' })
  @Column('uuid')
  absentId: string;

  @ForeignKey('Person', { name: 'stand_in_stand_in' })
  @Column('uuid')
  standInId: string;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @Field({ description: 'Ended before its last day.' })
  @Column('boolean', { default: false })
  ended: boolean;

  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'A month in which nothing is booked any more; what comes later lands in the first open month.' })
@Check('closed_month_first_day', `extract(day FROM month) = 1`)
export class ClosedMonth {
  @Field(() => DayScalar, { description: 'Its first day.' })
  @PrimaryColumn('date')
  month: string;

  @ForeignKey('Person', { name: 'closed_month_closed_by' })
  @Column('uuid', { nullable: true })
  closedBy: string | null;

  @Field()
  @Instant({ default: () => 'now()' })
  closedAt: Date;
}
