import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { CreatedAt, Day } from '../database/columns.js';
import { Organisation } from '../people/organisation.entity.js';
import { Node } from '../platform/graphql/node.js';
import { DayScalar } from '../platform/graphql/scalars.js';
import { Site } from '../sites/site.entity.js';
import { EquipmentModel } from './equipment-model.entity.js';
import { Mobility } from './enums.js';

@Entity()
@ObjectType({ implements: () => Node, description: 'One physical thing of a model: fixed at a site, or a kit that travels.' })
@Unique('equipment_unit_code_unique', ['code'])
@Unique('equipment_unit_serial_unique', ['modelId', 'serial'])
@Check('equipment_unit_mobility_known', `mobility IN ('FIXED', 'MOBILE')`)
export class EquipmentUnit {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'equipment_unit_model' })
  model?: Relation<EquipmentModel>;

  @Field(() => Int)
  @Column('integer')
  serial: number;

  @Field(() => Mobility)
  @Column('text')
  mobility: Mobility;

  @Index('equipment_unit_home_site_id')
  @Column('uuid')
  homeSiteId: string;

  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'equipment_unit_home_site' })
  homeSite?: Relation<Site>;

  @Column('uuid')
  ownerOrganisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'equipment_unit_owner' })
  ownerOrganisation?: Relation<Organisation>;

  @Field()
  @Column('boolean', { default: true })
  inService: boolean;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  inspectedOn: string | null;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  inspectionValidTo: string | null;

  /** Which plan the validity comes from, and the visit of the inspector that is planned, with what it will be worth. */
  @ForeignKey('InspectionPlan', { name: 'equipment_unit_inspection_plan', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  inspectionPlanId: string | null;

  @Field(() => DayScalar, { nullable: true })
  @Day({ nullable: true })
  inspectionPlannedOn: string | null;

  @Day({ nullable: true })
  inspectionPlannedValidTo: string | null;

  @Field({ description: 'A defect keeps it from being used.' })
  @Column('boolean', { default: false })
  blockedByDefect: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'The last day of that, where somebody knows.' })
  @Day({ nullable: true })
  defectUntil: string | null;

  @Column('boolean', { default: false })
  demo: boolean;

  /** One more at each change: two who change the same thing do not overwrite each other. */
  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
