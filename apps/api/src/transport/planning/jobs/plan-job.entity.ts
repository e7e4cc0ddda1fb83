import { Field, ID, Int, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt, Day, Instant } from '../../../database/columns.js';
import { EquipmentUnit } from '../../../equipment/equipment-unit.entity.js';
import { Person } from '../../../people/person.entity.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { DayScalar } from '../../../platform/graphql/scalars.js';
import { Site } from '../../../sites/site.entity.js';
import { PlanWeights } from './plan-weights.js';

export const PlanKind = enumOf('TOURS', 'TRIPS', 'REPAIR');
export type PlanKind = keyof typeof PlanKind;
registerEnumType(PlanKind, { name: 'PlanKind' });
export const PlanState = enumOf('QUEUED', 'RUNNING', 'DONE', 'FAILED');
export type PlanState = keyof typeof PlanState;
registerEnumType(PlanState, { name: 'PlanState' });

@ObjectType({ description: 'The best plan found so far.' })
export class PlanProgress {
  @Field(() => Int)
  served: number;

  @Field(() => Int)
  asked: number;

  @Field(() => Float)
  km: number;

  @Field(() => Int, { description: 'Milliseconds of searching.' })
  elapsed: number;

  @Field(() => Int, { description: 'How often a better plan was found.' })
  better: number;
}

/** A plan that somebody asked for: worked out by the worker, told while it runs. It changes nothing by itself. */
@Entity()
@ObjectType()
@Check('plan_job_kind_known', `kind IN ('TOURS', 'TRIPS', 'REPAIR')`)
@Check('plan_job_state_known', `state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')`)
@Check('plan_job_seconds_range', `seconds BETWEEN 1 AND 600`)
@Check('plan_job_days_ordered', `last_day >= first_day`)
@Check('plan_job_ended', `(state IN ('DONE', 'FAILED')) = (ended_at IS NOT NULL)`)
@Index('plan_job_unfinished', ['createdAt'], { where: '(ended_at IS NULL)' })
export class PlanJob {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => PlanKind)
  @Column('text')
  kind: PlanKind;

  @Field(() => PlanState)
  @Column('text', { default: 'QUEUED' })
  state: PlanState;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @Field(() => PlanWeights)
  @Column('jsonb', { default: {} })
  weights: PlanWeights;

  @Index('plan_job_unit_id')
  @Column('uuid', { nullable: true })
  unitId: string | null;

  @ManyToOne(() => EquipmentUnit, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'plan_job_unit' })
  unit?: Relation<EquipmentUnit> | null;

  @Index('plan_job_site_id')
  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'plan_job_site' })
  site?: Relation<Site> | null;

  @Field(() => Int, { description: 'How long it may search.' })
  @Column('integer')
  seconds: number;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  seed: number;

  @Field(() => Boolean, { description: 'Somebody wants the best so far.' })
  @Column('boolean', { default: false })
  stopAsked: boolean;

  /** Which run works on it: whoever else still writes for it is refused. */
  @Column('uuid', { nullable: true })
  runId: string | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Instant({ nullable: true })
  heartbeatAt: Date | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  endedAt: Date | null;

  @Field(() => PlanProgress, { nullable: true })
  @Column('jsonb', { nullable: true })
  progress: PlanProgress | null;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('uuid')
  createdBy: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'plan_job_created_by' })
  creator?: Relation<Person>;

  @Column('boolean', { default: false })
  demo: boolean;

  @Index('plan_job_created_at')
  @Field(() => Date)
  @CreatedAt()
  createdAt: Date;
}
