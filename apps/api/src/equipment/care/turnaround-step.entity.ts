import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { EquipmentModel } from '../equipment-model.entity.js';
import { TurnaroundKind, TurnaroundPhase, WorkUnit } from './enums.js';

/** Work that each loan of a model needs before or after it. */
@Entity()
@ObjectType()
@Unique('turnaround_step_once', ['modelId', 'phase', 'kind'])
@Check('turnaround_step_phase_known', `phase IN ('BEFORE', 'AFTER')`)
@Check('turnaround_step_kind_known', `kind IN ('CHECK', 'CLEAN', 'CHARGE', 'REIMAGE')`)
@Check('turnaround_step_unit_known', `unit IN ('HOUR', 'DAY')`)
@Check('turnaround_step_amount_positive', `amount > 0`)
export class TurnaroundStep {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'turnaround_step_model' })
  model?: Relation<EquipmentModel>;

  @Field(() => TurnaroundPhase)
  @Column('text')
  phase: TurnaroundPhase;

  @Field(() => TurnaroundKind)
  @Column('text')
  kind: TurnaroundKind;

  @Field(() => WorkUnit)
  @Column('text')
  unit: WorkUnit;

  @Field(() => Float)
  @Column('double precision')
  amount: number;
}
