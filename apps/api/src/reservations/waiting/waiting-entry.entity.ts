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
} from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Node } from '../../platform/graphql/node.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';

export const WaitingState = enumOf('WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'OVER');
export type WaitingState = keyof typeof WaitingState;
registerEnumType(WaitingState, {
  name: 'WaitingState',
  description: 'LAPSED: the offer was not answered in time. OVER: the days passed before the time came free.',
});

/** A wish in line for time that is taken. Its offer is a held reservation, which alone decides what becomes of it. */
@Entity()
@ObjectType({ implements: () => Node })
@Check('waiting_entry_state_known', `state IN ('WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'OVER')`)
@Check('waiting_entry_group_size_positive', `group_size > 0`)
@Check('waiting_entry_days_ordered', `last_day >= first_day`)
@Check('waiting_entry_offer_is_held', `(state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED')) = (reservation_id IS NOT NULL)`)
@Index('waiting_entry_once', ['personId', 'modelId', 'siteId', 'firstDay', 'lastDay'], {
  unique: true,
  where: `(state = ANY (ARRAY['WAITING'::text, 'OFFERED'::text]))`,
})
@Index('waiting_entry_line', ['modelId', 'number'], { where: `(state = 'WAITING'::text)` })
@Index('waiting_entry_organisation_id', ['organisationId', 'createdAt'])
export class WaitingEntry {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'integer', generatedIdentity: 'ALWAYS', insert: false, update: false })
  @Generated('identity' as 'increment')
  number: number;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'waiting_entry_organisation' })
  organisation?: Relation<Organisation>;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'waiting_entry_person' })
  person?: Relation<Person>;

  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'waiting_entry_model' })
  model?: Relation<EquipmentModel>;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @ManyToOne(() => EquipmentUnit, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'waiting_entry_unit' })
  unit?: Relation<EquipmentUnit> | null;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'waiting_entry_site' })
  site?: Relation<Site>;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  purpose: string | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  groupSize: number | null;

  @Column('text', { nullable: true })
  contactName: string | null;

  @Column('text', { nullable: true })
  contactPhone: string | null;

  @Column('text', { nullable: true })
  remark: string | null;

  @Column('text', { default: 'WAITING' })
  state: WaitingState;

  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @OneToOne(() => Reservation, { nullable: true })
  @JoinColumn({ foreignKeyConstraintName: 'waiting_entry_offer' })
  reservation?: Relation<Reservation> | null;

  @Column('boolean', { default: false })
  demo: boolean;

  @Field()
  @CreatedAt()
  createdAt: Date;

  @Instant({ nullable: true })
  settledAt: Date | null;
}
