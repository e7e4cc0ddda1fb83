import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { EquipmentModel } from '../equipment-model.entity.js';

/** Somebody who comes along with equipment: where they go and on which days they work. */
@Entity()
@ObjectType()
@Check('instructor_weekdays_known', `cardinality(weekdays) > 0 AND weekdays <@ '{1,2,3,4,5,6,7}'::integer[]`)
@Check('instructor_areas_known', `areas <@ '{BRUGGE,OOSTENDE,WESTHOEK,MIDWEST,KORTRIJK,OTHER}'::text[]`)
export class Instructor {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  personId: string;

  @OneToOne(() => Person, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'instructor_person' })
  person?: Relation<Person>;

  @Field(() => [String], { description: 'Parts of the province; everywhere when empty.' })
  @Column('text', { array: true, default: [] })
  areas: string[];

  @Field(() => [Int], { description: '1 = Monday.' })
  @Column('integer', { array: true })
  weekdays: number[];

  /** Who no longer comes along stays, for what was. */
  @Column('boolean', { default: true })
  active: boolean;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Field(() => Int)
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}

/** That somebody may accompany a model. */
@Entity()
export class InstructorModel {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'instructor_model_once' })
  personId: string;

  @ManyToOne(() => Instructor, { nullable: false })
  @JoinColumn({ name: 'person_id', referencedColumnName: 'personId', foreignKeyConstraintName: 'instructor_model_instructor' })
  instructor?: Relation<Instructor>;

  @Index('instructor_model_model_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'instructor_model_once' })
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'instructor_model_model' })
  model?: Relation<EquipmentModel>;
}

/** Days on which an instructor cannot come, both included. */
@Entity()
@ObjectType()
@Check('instructor_absence_days_ordered', `last_day >= first_day`)
export class InstructorAbsence {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('instructor_absence_person_id')
  @Column('uuid')
  personId: string;

  @ManyToOne(() => Instructor, { nullable: false })
  @JoinColumn({ name: 'person_id', referencedColumnName: 'personId', foreignKeyConstraintName: 'instructor_absence_instructor' })
  instructor?: Relation<Instructor>;

  @Field(() => DayScalar)
  @Day()
  firstDay: string;

  @Field(() => DayScalar)
  @Day()
  lastDay: string;

  @CreatedAt()
  createdAt: Date;
}

/** That a model is lent only with somebody who comes along. */
@Entity()
export class AccompaniedModel {
  @PrimaryColumn('uuid')
  modelId: string;

  @OneToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'accompanied_model_model' })
  model?: Relation<EquipmentModel>;

  @CreatedAt()
  createdAt: Date;
}
