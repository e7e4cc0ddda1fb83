import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day, Instant } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import { DefectSeverity, DefectStatus } from './enums.js';

/** Something that is broken or missing, told by whoever has the unit. */
@Entity()
@ObjectType()
@Unique('defect_number_unique', ['number'])
@Check('defect_severity_known', `severity IN ('MINOR', 'MAJOR', 'BLOCKING')`)
@Check('defect_status_known', `status IN ('REPORTED', 'CONFIRMED', 'IN_REPAIR', 'SOLVED')`)
@Index('defect_unit_id', ['unitId', 'createdAt'])
@Index('defect_open', ['createdAt'], { where: `status <> 'SOLVED'` })
export class Defect {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => Int)
  @Column({ type: 'integer', generatedIdentity: 'ALWAYS', insert: false, update: false })
  @Generated('identity' as 'increment')
  number: number;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'defect_unit' })
  unit?: Relation<EquipmentUnit>;

  @Field()
  @Column('text')
  description: string;

  @Field(() => DefectSeverity)
  @Column('text')
  severity: DefectSeverity;

  @Field(() => DefectStatus)
  @Column('text', { default: 'REPORTED' })
  status: DefectStatus;

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which it is not usable, where somebody knows.' })
  @Day({ nullable: true })
  expectedBackOn: string | null;

  @Field(() => String, { nullable: true, description: 'What was done, in the words of who handles it.' })
  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid')
  reportedBy: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'reported_by', foreignKeyConstraintName: 'defect_reported_by' })
  reporter?: Relation<Person>;

  // Named by its text: reservations lie to the right of equipment.
  @ForeignKey('Reservation', { name: 'defect_reservation' })
  @Column('uuid', { nullable: true })
  reservationId: string | null;

  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  solvedAt: Date | null;

  @Field()
  @CreatedAt()
  createdAt: Date;
}
