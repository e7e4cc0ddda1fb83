import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CreatedAt } from '../../database/columns.js';
import { EquipmentModel } from '../equipment-model.entity.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';

/** What must be inspected or maintained, of all units of a model or of one unit, and how often. */
@Entity()
@Check('inspection_plan_of_one', `(model_id IS NULL) <> (unit_id IS NULL)`)
@Check('inspection_plan_has_interval', `interval_months IS NOT NULL OR interval_hours IS NOT NULL`)
@Check('inspection_plan_months_positive', `interval_months > 0`)
@Check('inspection_plan_hours_positive', `interval_hours > 0`)
export class InspectionPlan {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('inspection_plan_model_id')
  @Column('uuid', { nullable: true })
  modelId: string | null;

  @ManyToOne(() => EquipmentModel, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'inspection_plan_model' })
  model?: Relation<EquipmentModel> | null;

  @Index('inspection_plan_unit_id')
  @Column('uuid', { nullable: true })
  unitId: string | null;

  @ManyToOne(() => EquipmentUnit, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'inspection_plan_unit' })
  unit?: Relation<EquipmentUnit> | null;

  @Column('text')
  nameNl: string;

  @Column('text')
  nameFr: string;

  @Column('text')
  nameEn: string;

  @Column('integer', { nullable: true })
  intervalMonths: number | null;

  @Column('integer', { nullable: true })
  intervalHours: number | null;

  /** An inspection: overdue, the unit cannot be booked. Else maintenance: overdue, it is only listed. */
  @Column('boolean', { default: true })
  blocks: boolean;

  /** Done by an external body, whose report belongs to it. */
  @Column('boolean', { default: false })
  external: boolean;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
