import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { Instant } from '../../database/columns.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';

/** A unit with a packing list of its own; without one its model's list holds. */
@Entity()
export class UnitPacking {
  @PrimaryColumn('uuid')
  unitId: string;

  @OneToOne(() => EquipmentUnit, { onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'unit_packing_unit' })
  unit?: Relation<EquipmentUnit>;

  @Column('integer', { default: 1 })
  version: number;

  @Instant({ default: () => 'now()' })
  updatedAt: Date;
}

@Entity()
@Unique('unit_part_place_unique', ['unitId', 'box', 'position'])
@Check('unit_part_box_positive', `box > 0`)
@Check('unit_part_quantity_positive', `quantity > 0`)
export class UnitPart {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => UnitPacking, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'unit_id', referencedColumnName: 'unitId', foreignKeyConstraintName: 'unit_part_unit' })
  packing?: Relation<UnitPacking>;

  @Column('integer')
  box: number;

  @Column('integer')
  position: number;

  @Column('text')
  nameNl: string;

  @Column('text')
  nameFr: string;

  @Column('text')
  nameEn: string;

  @Column('integer')
  quantity: number;
}
