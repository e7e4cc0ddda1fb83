import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
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

  @Column('boolean', { default: false })
  demo: boolean;

  @CreatedAt()
  createdAt: Date;
}
