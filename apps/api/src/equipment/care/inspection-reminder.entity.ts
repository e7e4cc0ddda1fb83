import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Day, Instant } from '../../database/columns.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import { InspectionPlan } from './inspection-plan.entity.js';

/** That it was told that an inspection is due, or overdue: once. */
@Entity()
@Unique('inspection_reminder_once', ['planId', 'unitId', 'state', 'since'])
@Check('inspection_reminder_state_known', `state IN ('DUE', 'OVERDUE')`)
export class InspectionReminder {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  planId: string;

  @ManyToOne(() => InspectionPlan, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'inspection_reminder_plan' })
  plan?: Relation<InspectionPlan>;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'inspection_reminder_unit' })
  unit?: Relation<EquipmentUnit>;

  @Column('text')
  state: 'DUE' | 'OVERDUE';

  /** The day of the last inspection: after a new one it is told anew. */
  @Day()
  since: string;

  @Instant({ default: () => 'now()' })
  sentAt: Date;
}
