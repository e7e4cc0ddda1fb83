import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { CreatedAt } from '../../database/columns.js';
import { Consumable } from '../../equipment/care/consumable.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Reservation } from '../reservation.entity.js';

/** What a loan used up, as noted at the return. */
@Entity()
@Unique('consumable_use_once', ['reservationId', 'unitId', 'consumableId'])
@Check('consumable_use_not_negative', `quantity >= 0`)
export class ConsumableUse {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  consumableId: string;

  @ManyToOne(() => Consumable, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_use_consumable' })
  consumable?: Relation<Consumable>;

  @Column('uuid')
  reservationId: string;

  @ManyToOne(() => Reservation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_use_reservation' })
  reservation?: Relation<Reservation>;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'consumable_use_unit' })
  unit?: Relation<EquipmentUnit>;

  @Column('double precision')
  quantity: number;

  @CreatedAt()
  createdAt: Date;
}
