import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day, During, Instant } from '../database/columns.js';
import { Organisation } from '../people/organisation.entity.js';
import { Person } from '../people/person.entity.js';
import { RefusalCode } from '../platform/graphql/enums.js';
import { Node } from '../platform/graphql/node.js';
import type { RefusalReason } from '../platform/graphql/refusal.js';
import { DayScalar } from '../platform/graphql/scalars.js';
import { Site } from '../sites/site.entity.js';
import type { ReservationState } from './enums.js';

/** An organisation's booking of units at one site for a period. Its stays are written by placement. */
@Entity()
@ObjectType({ implements: () => Node })
@Unique('reservation_number_unique', ['number'])
@Check('reservation_state_known', `state IN ('HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED', 'CANCELLED', 'EXPIRED')`)
@Check('reservation_group_size_positive', `group_size > 0`)
@Check('reservation_participants_not_negative', `participants >= 0`)
@Check('reservation_hours_not_negative', `hours_used >= 0`)
@Check('reservation_days_ordered', `last_day >= first_day`)
@Check('reservation_hold_has_expiry', `(state = 'HELD') = (hold_expires_at IS NOT NULL)`)
@Index('reservation_organisation_state', ['organisationId', 'state', 'firstDay'])
@Index('reservation_state_created', ['state', 'createdAt'])
@Index('reservation_unreliable', ['organisationId', 'firstDay'], { where: 'cancelled_late OR no_show' })
@Index('reservation_requester_id', ['requesterId', 'createdAt'])
export class Reservation {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'integer', generatedIdentity: 'ALWAYS', insert: false, update: false })
  @Generated('identity' as 'increment')
  number: number;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'reservation_organisation' })
  organisation?: Relation<Organisation>;

  @Column('uuid')
  requesterId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'reservation_requester' })
  requester?: Relation<Person>;

  @Index('reservation_site_id')
  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'reservation_site' })
  site?: Relation<Site>;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @During()
  during: string;

  @Column('text')
  state: ReservationState;

  @Column('text', { nullable: true })
  stateBeforeCancel: ReservationState | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  holdExpiresAt: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  purpose: string | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  groupSize: number | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  contactName: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  contactPhone: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  remark: string | null;

  @Column('jsonb', { default: [] })
  warnings: Partial<RefusalReason>[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  overrideReason: string | null;

  @Field(() => [RefusalCode])
  @Column('text', { array: true, default: [] })
  overridden: RefusalCode[];

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'reservation_decided_by' })
  decider?: Relation<Person> | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  decisionReason: string | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  participants: number | null;

  @Field(() => Float, { nullable: true })
  @Column('double precision', { nullable: true })
  hoursUsed: number | null;

  /** By who booked it, inside the notice that a reservation asks. */
  @Column('boolean', { default: false })
  cancelledLate: boolean;

  /** Nobody came for it, as a planner wrote down. */
  @Column('boolean', { default: false })
  noShow: boolean;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Column('boolean', { default: false })
  demo: boolean;

  @Field()
  @CreatedAt()
  createdAt: Date;

  @Field()
  @Instant({ default: () => 'now()' })
  updatedAt: Date;
}
