import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
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
  Unique,
} from 'typeorm';
import { CreatedAt } from '../../database/columns.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';

/** One kit, or every kit of a model. */
export const FollowKind = enumOf('UNIT', 'MODEL');
export type FollowKind = keyof typeof FollowKind;
registerEnumType(FollowKind, { name: 'FollowKind' });

/** Somebody wants to hear when a kit comes within so many kilometres of a site. */
@Entity()
@ObjectType()
@Unique('follow_one', ['personId', 'kind', 'subjectId'])
@Check('follow_kind_known', `kind IN ('UNIT', 'MODEL')`)
@Check('follow_km_sensible', `km >= 1 AND km <= 100`)
@Index('follow_subject', ['kind', 'subjectId'])
export class Follow {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'follow_person' })
  person?: Relation<Person>;

  @Field(() => FollowKind)
  @Column('text')
  kind: FollowKind;

  @Field(() => ID, { description: 'Of the unit or the model.' })
  @Column('uuid')
  subjectId: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'follow_site' })
  site?: Relation<Site>;

  @Field(() => Int, { description: 'By road, as far as the travel table knows; else estimated.' })
  @Column('integer')
  km: number;

  @Field()
  @CreatedAt()
  createdAt: Date;
}

/** That a person was told of a kit's stay. Its key is what keeps a second mail away. */
@Entity()
export class FollowNotice {
  @PrimaryColumn('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'follow_notice_person' })
  person?: Relation<Person>;

  @PrimaryColumn('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'follow_notice_unit' })
  unit?: Relation<EquipmentUnit>;

  @PrimaryColumn('uuid')
  reservationId: string;

  @ManyToOne(() => Reservation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'follow_notice_reservation' })
  reservation?: Relation<Reservation>;

  @CreatedAt()
  createdAt: Date;
}
