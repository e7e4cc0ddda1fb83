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
  type Relation,
  Unique,
} from 'typeorm';
import { CreatedAt, Day } from '../../database/columns.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { RefusalCode } from '../../platform/graphql/enums.js';
import { Node } from '../../platform/graphql/node.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';

export const SeriesKind = enumOf('WEEKLY', 'SITES');
export type SeriesKind = keyof typeof SeriesKind;
registerEnumType(SeriesKind, {
  name: 'SeriesKind',
  description: 'WEEKLY: every so many weeks at one site. SITES: one site after the other.',
});

/** Reservations that were asked for together. Each is a reservation of its own; the series only holds them together. */
@Entity()
@ObjectType({ implements: () => Node })
@Unique('reservation_series_number_unique', ['number'])
@Check('reservation_series_kind_known', `kind IN ('WEEKLY', 'SITES')`)
@Index('reservation_series_organisation_id', ['organisationId', 'createdAt'])
export class ReservationSeries {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'integer', generatedIdentity: 'ALWAYS', insert: false, update: false })
  @Generated('identity' as 'increment')
  number: number;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'reservation_series_organisation' })
  organisation?: Relation<Organisation>;

  @Column('uuid')
  requesterId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'reservation_series_requester' })
  requester?: Relation<Person>;

  @Field(() => SeriesKind)
  @Column('text')
  kind: SeriesKind;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  purpose: string | null;

  @Column('boolean', { default: false })
  demo: boolean;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

/** One time of a series: a reservation, or why there is none. Its days and site are those of the asking. */
@Entity()
@ObjectType()
@Unique('series_occurrence_position_unique', ['seriesId', 'position'])
@Check('series_occurrence_days_ordered', `last_day >= first_day`)
@Check('series_occurrence_booked_or_refused', `(reservation_id IS NULL) = (refused IS NOT NULL)`)
export class SeriesOccurrence {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  seriesId: string;

  @ManyToOne(() => ReservationSeries, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'series_occurrence_series' })
  series?: Relation<ReservationSeries>;

  @Field(() => Int)
  @Column('integer')
  position: number;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'series_occurrence_unit' })
  unit?: Relation<EquipmentUnit>;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'series_occurrence_site' })
  site?: Relation<Site>;

  @Day()
  firstDay: string;

  @Day()
  lastDay: string;

  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @OneToOne(() => Reservation, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'series_occurrence_reservation' })
  reservation?: Relation<Reservation> | null;

  @Field(() => RefusalCode, { nullable: true, description: 'Why it was not booked.' })
  @Column('text', { nullable: true })
  refused: RefusalCode | null;
}
