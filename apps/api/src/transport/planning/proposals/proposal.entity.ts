import type { PlacementRefusal } from '@karavaan/domain';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../../../database/columns.js';
import type { RefusalCode } from '../../../platform/graphql/enums.js';
import { PlanJob } from '../jobs/plan-job.entity.js';

@ObjectType({ description: 'What a plan, or a part of it, costs more (or less) than things as they are.' })
export class PlanFigures {
  @Field(() => Float)
  km: number;

  @Field(() => Float, { description: 'Driving.' })
  hours: number;

  @Field(() => String, { description: 'Euro cents.' })
  cents: string;

  @Field(() => Float)
  co2Kg: number;
}

@ObjectType()
export class ProposalFigures extends PlanFigures {
  @Field(() => Int)
  served: number;

  @Field(() => Int)
  asked: number;
}

/** Why a leg is in no trip. */
export interface TripRefusal {
  readonly code: RefusalCode;
  readonly unitId: string;
  readonly reservationId: string;
  readonly needed?: string;
}

/** What a plan could not give a place. */
export interface LeftOutRow {
  readonly requestId?: string;
  readonly reservationId?: string;
  readonly refusal: PlacementRefusal | TripRefusal | null;
  readonly rivals: readonly string[];
  readonly nearest: { readonly unitId: string; readonly firstDay: string; readonly daysOff: number } | null;
}

/** What a plan would change; nothing of it holds until a planner accepts it. */
@Entity()
@ObjectType()
@Unique('proposal_job_unique', ['jobId'])
export class Proposal {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  jobId: string;

  @OneToOne(() => PlanJob)
  @JoinColumn({ foreignKeyConstraintName: 'proposal_job' })
  job?: Relation<PlanJob>;

  @Field(() => ProposalFigures)
  @Column('jsonb')
  figures: ProposalFigures;

  @Column('jsonb', { default: [] })
  leftOut: readonly LeftOutRow[];

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  dismissedAt: Date | null;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Field(() => Date)
  @CreatedAt()
  createdAt: Date;
}
