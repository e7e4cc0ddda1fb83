import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../../database/columns.js';
import { Site } from '../../sites/site.entity.js';
import { EquipmentModel } from '../equipment-model.entity.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import type { UsedPer } from './enums.js';

/** What each loan of a model uses up. */
@Entity()
@Check('consumable_per_known', `per IN ('PARTICIPANT', 'LOAN')`)
@Check('consumable_quantity_positive', `quantity > 0`)
@Check('consumable_low_not_negative', `low_below >= 0`)
export class Consumable {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('consumable_model_id')
  @Column('uuid')
  modelId: string;

  @ManyToOne(() => EquipmentModel, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_model' })
  model?: Relation<EquipmentModel>;

  @Column('text')
  nameNl: string;

  @Column('text')
  nameFr: string;

  @Column('text')
  nameEn: string;

  /** "stuks", "kg", "rol": as it is counted. */
  @Column('text', { default: '' })
  measure: string;

  @Column('text')
  per: UsedPer;

  @Column('double precision')
  quantity: number;

  /** A stock under this is low. */
  @Column('double precision', { default: 0 })
  lowBelow: number;

  @Column('boolean', { default: true })
  active: boolean;

  @CreatedAt()
  createdAt: Date;
}

/** How much of it lies with a unit, or in a warehouse. */
@Entity()
@Check('consumable_stock_not_negative', `quantity >= 0`)
@Check('consumable_stock_one_place', `(unit_id IS NULL) <> (site_id IS NULL)`)
@Unique('consumable_stock_of_unit', ['consumableId', 'unitId'])
@Unique('consumable_stock_of_site', ['consumableId', 'siteId'])
export class ConsumableStock {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  consumableId: string;

  @ManyToOne(() => Consumable, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_stock_consumable' })
  consumable?: Relation<Consumable>;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @ManyToOne(() => EquipmentUnit, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_stock_unit' })
  unit?: Relation<EquipmentUnit> | null;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_stock_site' })
  site?: Relation<Site> | null;

  @Column('double precision')
  quantity: number;

  @Instant({ default: () => 'now()' })
  countedAt: Date;
}
