import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { CreatedAt, During, Instant } from '../database/columns.js';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { Node } from '../platform/graphql/node.js';
import { Site } from '../sites/site.entity.js';
import { StayState } from './enums.js';

export const ONE_PLACE_AT_A_TIME = 'occupancy_one_place_at_a_time';
export const NO_TELEPORT = 'occupancy_no_teleport';

/** The time a unit is taken; a stay also has a place. Only the verbs of this folder write it. */
@Entity()
@ObjectType('Stay', { implements: () => Node })
@Check('occupancy_kind_known', `kind IN ('STAY', 'MAINTENANCE', 'BLOCK', 'TURNAROUND')`)
@Check('occupancy_stay_state_known', `stay_state IN ('PLANNED', 'PICKED_UP', 'ON_SITE', 'RELEASED')`)
@Check(
  'occupancy_period_half_open',
  `NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL AND lower_inc(during) AND NOT upper_inc(during)`,
)
@Check('occupancy_stay_has_place', `kind <> 'STAY' OR (site_id IS NOT NULL AND stay_state IS NOT NULL)`)
@Exclusion(ONE_PLACE_AT_A_TIME, `USING gist (unit_id WITH =, during WITH &&) WHERE (active)`, {
  deferrable: 'INITIALLY IMMEDIATE',
})
export class Occupancy {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'occupancy_unit' })
  unit?: Relation<EquipmentUnit>;

  @Column('text')
  kind: 'STAY' | 'MAINTENANCE' | 'BLOCK' | 'TURNAROUND';

  @During()
  during: string;

  @Field()
  @Column('boolean', { default: true })
  active: boolean;

  @Index('occupancy_expiring', { where: 'active AND (expires_at IS NOT NULL)' })
  @Instant({ nullable: true })
  expiresAt: Date | null;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'occupancy_site' })
  site?: Relation<Site> | null;

  // Named by its text: reservations lie to the right of placement.
  @ForeignKey('Reservation', { name: 'occupancy_reservation' })
  @Index('occupancy_reservation_id')
  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @Field(() => StayState, { name: 'state' })
  @Column('text', { nullable: true })
  stayState: StayState | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Of maintenance: the inspection that it is kept free for. */
  @ForeignKey('InspectionPlan', { name: 'occupancy_inspection_plan', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  inspectionPlanId: string | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'occupancy_created_by' })
  creator?: Relation<Person> | null;

  @CreatedAt()
  createdAt: Date;
}
