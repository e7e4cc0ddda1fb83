import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Instant } from '../../database/columns.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Reservation } from '../../reservations/reservation.entity.js';
import { Site } from '../../sites/site.entity.js';

export const Carriage = enumOf('VAN', 'FETCHED', 'BROUGHT');
export type Carriage = keyof typeof Carriage;
registerEnumType(Carriage, {
  name: 'Carriage',
  description: 'Who moves it: a van of the service, the site that gets it (FETCHED), or the site where it is (BROUGHT).',
});

/** A move that a unit owes, written by the database from the stays; the application only chooses who carries it. */
@Entity()
@ObjectType({ description: 'A move that a unit owes: from where it stands to where it is expected.' })
@Check('leg_carriage_known', `carriage IN ('VAN', 'FETCHED', 'BROUGHT')`)
@Check('leg_moves', `from_site_id <> to_site_id`)
@Check('leg_window_ordered', `pick_up_after <= deliver_before`)
@Unique('leg_unit_reservation', ['unitId', 'reservationId'])
export class Leg {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'leg_unit' })
  unit?: Relation<EquipmentUnit>;

  /** The one that it brings the unit to. */
  @Index('leg_reservation_id')
  @Column('uuid')
  reservationId: string;

  @ManyToOne(() => Reservation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'leg_reservation' })
  reservation?: Relation<Reservation>;

  @Column('uuid')
  fromSiteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'leg_from_site' })
  fromSite?: Relation<Site>;

  @Column('uuid')
  toSiteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'leg_to_site' })
  toSite?: Relation<Site>;

  @Column('uuid', { nullable: true })
  fromReservationId: string | null;

  @ManyToOne(() => Reservation, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'leg_from_reservation' })
  fromReservation?: Relation<Reservation> | null;

  @Field(() => Date, { nullable: true, description: 'The end of the stay before it; none when the unit is at home.' })
  @Instant({ nullable: true })
  pickUpAfter: Date | null;

  @Field(() => Date, { description: 'The stay that it brings the unit to begins; set up by then.' })
  @Index('leg_deliver_before', { where: 'active' })
  @Instant()
  deliverBefore: Date;

  @Field(() => Carriage)
  @Column('text', { default: 'VAN' })
  carriage: Carriage;

  @Column('boolean', { default: true })
  active: boolean;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Instant({ default: () => 'now()' })
  changedAt: Date;
}

@ObjectType({ description: 'How far a leg is.' })
export class LegTravel {
  @Field(() => Float)
  km: number;

  @Field(() => Int, { description: 'Of a van.' })
  minutes: number;

  @Field({ description: 'From the distance through the air: no road is known.' })
  estimated: boolean;
}
