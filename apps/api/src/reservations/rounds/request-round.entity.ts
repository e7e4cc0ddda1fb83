import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { Node } from '../../platform/graphql/node.js';
import { DayScalar } from '../../platform/graphql/scalars.js';

/** Requests for some models and days, gathered for a while and then given time together. */
@Entity()
@ObjectType({ implements: () => Node })
@Check('request_round_cap_placements_positive', `cap_placements > 0`)
@Check('request_round_cap_days_positive', `cap_days > 0`)
@Check('request_round_weight_served_range', `weight_served BETWEEN 0 AND 100`)
@Check('request_round_weight_access_range', `weight_access BETWEEN 0 AND 100`)
@Check('request_round_weight_group_range', `weight_group BETWEEN 0 AND 100`)
@Check('request_round_opens_before_closing', `closes_on >= opens_on`)
@Check('request_round_days_ordered', `last_day >= first_day`)
@Check('request_round_ends_once', `published_at IS NULL OR cancelled_at IS NULL`)
export class RequestRound {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => DayScalar)
  @Day()
  opensOn: string;

  @Field(() => DayScalar, { description: 'The last day.' })
  @Day()
  closesOn: string;

  @Field(() => DayScalar, { description: 'Of the days that it divides.' })
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @Field(() => Int, { nullable: true, description: 'Placements of one organisation, at most.' })
  @Column('integer', { nullable: true })
  capPlacements: number | null;

  @Field(() => Int, { nullable: true, description: 'Days of one organisation, at most.' })
  @Column('integer', { nullable: true })
  capDays: number | null;

  @Field(() => Int)
  @Column('integer')
  weightServed: number;

  @Field(() => Int)
  @Column('integer')
  weightAccess: number;

  @Field(() => Int)
  @Column('integer')
  weightGroup: number;

  @Field(() => Int, { description: 'The same seed gives the same allocation.' })
  @Column('integer', { default: 1 })
  seed: number;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  allocatedAt: Date | null;

  @Instant({ nullable: true })
  closedAt: Date | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  publishedAt: Date | null;

  @Instant({ nullable: true })
  cancelledAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'request_round_created_by' })
  creator?: Relation<Person>;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Column('boolean', { default: false })
  demo: boolean;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

@Entity()
export class RequestRoundModel {
  @PrimaryColumn('uuid')
  roundId: string;

  @ManyToOne(() => RequestRound, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'request_round_model_round' })
  round?: Relation<RequestRound>;

  @Index('request_round_model_model_id')
  @PrimaryColumn('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'request_round_model_model' })
  model?: Relation<EquipmentModel>;
}
