import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Day } from '../../database/columns.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { CostKind, CostState, TariffKind } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { Cents, CentsColumn } from '../money.js';

@Entity()
@ObjectType({ description: 'What a kilometre or an hour costs, from a day on.' })
@Unique('tariff_once', ['kind', 'validFrom'])
@Check('tariff_kind_known', `kind IN ('KM', 'TRIP_HOUR', 'CARE_HOUR')`)
@Check('tariff_not_negative', `cents >= 0`)
export class Tariff {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => TariffKind)
  @Column('text')
  kind: TariffKind;

  @Field(() => DayScalar)
  @Day()
  validFrom: string;

  @Cents()
  cents: bigint;

  @Field()
  @Column('text', { default: '' })
  source: string;
}

@Entity()
@ObjectType({ description: 'What a trip or maintenance cost of a unit, reckoned by tariff, until somebody takes it to a line.' })
@Unique('cost_proposal_once', ['kind', 'sourceId', 'unitId'])
@Index('cost_proposal_unit_id', ['unitId'])
@Index('cost_proposal_reservation_id', ['reservationId'])
@Check('cost_proposal_kind_known', `kind IN ('TRIP', 'MAINTENANCE')`)
@Check('cost_proposal_not_negative', `cents >= 0`)
@Check('cost_proposal_state_known', `state IN ('PROPOSED', 'ACCEPTED', 'DISMISSED')`)
@Check('cost_proposal_line_when_accepted', `(state = 'ACCEPTED') = (line_id IS NOT NULL)`)
export class CostProposal {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => CostKind)
  @Column('text')
  kind: CostKind;

  /** The leg that was driven, or the maintenance. */
  @Column('uuid')
  sourceId: string;

  @ForeignKey('EquipmentUnit', { name: 'cost_proposal_unit' })
  @Column('uuid')
  unitId: string;

  @ForeignKey('Reservation', { name: 'cost_proposal_reservation', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @Field(() => DayScalar)
  @Day()
  onDay: string;

  @Field()
  @Column('text')
  description: string;

  @CentsColumn({ default: 0 })
  metres: bigint;

  @CentsColumn({ default: 0 })
  minutes: bigint;

  @Cents()
  cents: bigint;

  @Field(() => CostState)
  @Column('text', { default: 'PROPOSED' })
  state: CostState;

  @ForeignKey(() => BudgetLine, { name: 'cost_proposal_line' })
  @Column('uuid', { nullable: true })
  lineId: string | null;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
