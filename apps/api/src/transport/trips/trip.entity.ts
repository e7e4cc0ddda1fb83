import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Exclusion,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day, During, Instant } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Site } from '../../sites/site.entity.js';
import { Leg } from '../legs/leg.entity.js';
import { Vehicle } from '../vehicles/vehicle.entity.js';

export const TripState = enumOf('DRAFT', 'PUBLISHED', 'DONE', 'CANCELLED');
export type TripState = keyof typeof TripState;
registerEnumType(TripState, { name: 'TripState', description: 'PUBLISHED: the driver counts on it.' });

export const StopKind = enumOf('PICK_UP', 'DELIVER');
export type StopKind = keyof typeof StopKind;
registerEnumType(StopKind, { name: 'StopKind' });

export const TripEventKind = enumOf(
  'LEG_CHANGED',
  'LEG_GONE',
  'LATE',
  'NOT_READY',
  'REFUSED',
  'BROKEN_DOWN',
  'PUBLISHED',
  'WITHDRAWN',
);
export type TripEventKind = keyof typeof TripEventKind;
registerEnumType(TripEventKind, { name: 'TripEventKind' });

@Entity()
@ObjectType({ description: 'A van and its driver on a day, visiting stops.' })
@Unique('trip_number_unique', ['number'])
@Check('trip_state_known', `state IN ('DRAFT', 'PUBLISHED', 'DONE', 'CANCELLED')`)
@Check('trip_times_ordered', `returns_at > departs_at`)
@Check('trip_helper_is_another', `helper_id <> driver_id`)
export class Trip {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => Int)
  @Column({ type: 'integer', generatedIdentity: 'ALWAYS', insert: false, update: false })
  @Generated('identity' as 'increment')
  number: number;

  @Field(() => DayScalar)
  @Index('trip_day')
  @Day()
  day: string;

  @Index('trip_vehicle_id')
  @Column('uuid')
  vehicleId: string;

  @ManyToOne(() => Vehicle, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'trip_vehicle' })
  vehicle?: Relation<Vehicle>;

  @Index('trip_driver_id')
  @Column('uuid')
  driverId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'trip_driver' })
  driver?: Relation<Person>;

  @Column('uuid', { nullable: true })
  helperId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'trip_helper' })
  helper?: Relation<Person> | null;

  @Field(() => TripState)
  @Column('text', { default: 'DRAFT' })
  state: TripState;

  @Field(() => Date, { description: 'From the depot of its van.' })
  @Instant()
  departsAt: Date;

  @Field(() => Date)
  @Instant()
  returnsAt: Date;

  @Field(() => Float)
  @Column('double precision')
  km: number;

  @Field(() => Int)
  @Column('integer')
  driveMinutes: number;

  @Field(() => String, { nullable: true, description: 'From the planner to the driver.' })
  @Column('text', { nullable: true })
  note: string | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  publishedAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'The version that the driver has on the phone.' })
  @Column('integer', { nullable: true })
  seenVersion: number | null;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  seenAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'trip_created_by' })
  creator?: Relation<Person>;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}

@Entity()
@ObjectType({ description: 'One thing to do at a site: pick a leg up, or deliver it.' })
@Check('stop_kind_known', `kind IN ('PICK_UP', 'DELIVER')`)
@Check('stop_times_ordered', `arrives_at <= starts_at AND starts_at <= departs_at`)
@Unique('stop_place_once', ['tripId', 'position'])
@Unique('stop_leg_once', ['legId', 'kind'])
export class Stop {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  tripId: string;

  @ManyToOne(() => Trip, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'stop_trip' })
  trip?: Relation<Trip>;

  @Field(() => Int)
  @Column('integer')
  position: number;

  @Column('uuid')
  legId: string;

  @ManyToOne(() => Leg, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'stop_leg' })
  leg?: Relation<Leg>;

  @Field(() => StopKind)
  @Column('text')
  kind: StopKind;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'stop_site' })
  site?: Relation<Site>;

  @Field(() => Date)
  @Instant()
  arrivesAt: Date;

  @Field(() => Date, { description: 'Later than the arrival where the site is not open yet.' })
  @Instant()
  startsAt: Date;

  @Field(() => Date)
  @Instant()
  departsAt: Date;
}

@Entity()
@ObjectType({ description: 'What happened to a trip that its planner or its driver has to know.' })
@Check(
  'trip_event_kind_known',
  `kind IN ('LEG_CHANGED', 'LEG_GONE', 'LATE', 'NOT_READY', 'REFUSED', 'BROKEN_DOWN', 'PUBLISHED', 'WITHDRAWN')`,
)
@Check('trip_event_minutes_range', `minutes BETWEEN 1 AND 1440`)
@Index('trip_event_open', ['createdAt'], { where: '(settled_at IS NULL)' })
@Index('trip_event_untold', ['createdAt'], { where: '(told_at IS NULL)' })
export class TripEvent {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('trip_event_trip_id')
  @Column('uuid')
  tripId: string;

  @ManyToOne(() => Trip, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'trip_event_trip' })
  trip?: Relation<Trip>;

  @Column('uuid', { nullable: true })
  legId: string | null;

  @ManyToOne(() => Leg, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'trip_event_leg' })
  leg?: Relation<Leg> | null;

  @Field(() => TripEventKind)
  @Column('text')
  kind: TripEventKind;

  @Field(() => Int, { nullable: true, description: 'Of LATE: how much.' })
  @Column('integer', { nullable: true })
  minutes: number | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note: string | null;

  @Field(() => Date)
  @Instant({ default: () => 'now()' })
  happenedAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'trip_event_created_by' })
  creator?: Relation<Person> | null;

  @Field(() => Date, { nullable: true, description: 'A planner has dealt with it.' })
  @Instant({ nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'settled_by', foreignKeyConstraintName: 'trip_event_settled_by' })
  settler?: Relation<Person> | null;

  /** When the mail about it was made. */
  @Instant({ nullable: true })
  toldAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}

/** Who is taken by a trip, and when; the database writes it. */
@Entity()
@Exclusion('trip_one_at_a_time', `USING gist (resource_id WITH =, during WITH &&)`)
export class TripSeat {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trip_seat_pkey' })
  tripId: string;

  @ManyToOne(() => Trip, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'trip_seat_trip' })
  trip?: Relation<Trip>;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trip_seat_pkey' })
  resourceId: string;

  @During()
  during: string;
}
