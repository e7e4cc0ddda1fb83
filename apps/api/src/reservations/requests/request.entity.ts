import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Node } from '../../platform/graphql/node.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';
import { RequestRound } from '../rounds/request-round.entity.js';
import { TargetGroup } from '../usage/usage-group.entity.js';

export const RequestState = enumOf('OPEN', 'PLACED', 'REFUSED', 'WITHDRAWN');
export type RequestState = keyof typeof RequestState;
registerEnumType(RequestState, { name: 'RequestState' });

@ObjectType({ description: 'Days, both included.' })
export class DaysBetween {
  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;
}

/** A wish for equipment without a slot: answered once, by a planner or in a round. */
@Entity()
@ObjectType({ implements: () => Node })
@Unique('request_number_unique', ['number'])
@Unique('request_reservation_unique', ['reservationId'])
@Check('request_state_known', `state IN ('OPEN', 'PLACED', 'REFUSED', 'WITHDRAWN')`)
@Check(
  'request_target_known',
  `target_group IN ('EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS')`,
)
@Check('request_days_positive', `days > 0`)
@Check('request_group_size_positive', `group_size > 0`)
@Check('request_window_holds_days', `latest_day >= earliest_day + days - 1`)
@Check('request_one_wish', `(model_id IS NULL) <> (domain IS NULL)`)
@Check('request_sme_of_company', `(target_group = 'COMPANY_STAFF') = (sme IS NOT NULL)`)
@Check('request_placed_has_reservation', `(state = 'PLACED') = (reservation_id IS NOT NULL)`)
@Check('request_refused_has_reason', `state <> 'REFUSED' OR decision_reason IS NOT NULL`)
@Index('request_organisation_id', ['organisationId', 'number'])
@Index('request_open', ['number'], { where: `(state = 'OPEN'::text)` })
export class Request {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'integer', generatedIdentity: 'ALWAYS', insert: false, update: false })
  @Generated('identity' as 'increment')
  number: number;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'request_organisation' })
  organisation?: Relation<Organisation>;

  @Column('uuid')
  requesterId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'request_requester' })
  requester?: Relation<Person>;

  @Column('uuid', { nullable: true })
  modelId: string | null;

  @ManyToOne(() => EquipmentModel, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'request_model' })
  model?: Relation<EquipmentModel> | null;

  @Column('text', { nullable: true })
  domain: string | null;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'request_site' })
  site?: Relation<Site>;

  @Field(() => DayScalar)
  @Day()
  earliestDay: string;

  @Field(() => DayScalar)
  @Day()
  latestDay: string;

  @Field(() => Int, { description: 'In a row.' })
  @Column('integer')
  days: number;

  @Field(() => Int)
  @Column('integer')
  groupSize: number;

  @Field(() => TargetGroup)
  @Column('text')
  targetGroup: TargetGroup;

  @Field(() => Boolean, { nullable: true, description: 'Of a company’s staff: whether it is a small or medium enterprise.' })
  @Column('boolean', { nullable: true })
  sme: boolean | null;

  @Field()
  @Column('text')
  course: string;

  @Field(() => [DaysBetween])
  @Column('jsonb', { default: [] })
  preferred: DaysBetween[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  remark: string | null;

  @Field(() => RequestState)
  @Column('text', { default: 'OPEN' })
  state: RequestState;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  decisionReason: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'request_decided_by' })
  decider?: Relation<Person> | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @OneToOne(() => Reservation, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'request_reservation' })
  reservation?: Relation<Reservation> | null;

  @Index('request_round_id')
  @Column('uuid', { nullable: true })
  roundId: string | null;

  @ManyToOne(() => RequestRound, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'request_round_of' })
  round?: Relation<RequestRound> | null;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Column('boolean', { default: false })
  demo: boolean;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

/** As people read and say it: A-00042. */
export function requestNumber({ number }: { number: number }): string {
  return `A-${String(number).padStart(5, '0')}`;
}
