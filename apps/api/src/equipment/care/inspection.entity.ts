import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt, Day } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import { InspectionResult } from './enums.js';
import { InspectionPlan } from './inspection-plan.entity.js';

/** What an inspection or maintenance found, of one unit on one day. */
@Entity()
@ObjectType()
@Check('inspection_result_known', `result IN ('PASSED', 'REMARKS', 'FAILED')`)
@Index('inspection_unit_plan', ['unitId', 'planId', 'doneOn'])
export class Inspection {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  planId: string;

  @ManyToOne(() => InspectionPlan, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'inspection_plan' })
  plan?: Relation<InspectionPlan>;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'inspection_unit' })
  unit?: Relation<EquipmentUnit>;

  @Field(() => DayScalar)
  @Day()
  doneOn: string;

  @Field(() => InspectionResult)
  @Column('text')
  result: InspectionResult;

  @Field(() => DayScalar, { nullable: true, description: 'As the report says; else it follows from the plan.' })
  @Day({ nullable: true })
  validTo: string | null;

  @Field(() => String, { nullable: true, description: 'Who inspected.' })
  @Column('text', { nullable: true })
  body: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'recorded_by', foreignKeyConstraintName: 'inspection_recorded_by' })
  recorder?: Relation<Person> | null;

  @CreatedAt()
  createdAt: Date;
}
