import type { BoxState, HandoverMoment } from '@karavaan/domain';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Instant } from '../../database/columns.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import type { LocalizedText } from '../../platform/graphql/localized-text.js';
import { Reservation } from '../reservation.entity.js';

/** A moment at which boxes passed from hand to hand. Never changed: a second finding is another row. */
@Entity()
@Check('handover_moment_known', `moment IN ('FETCH', 'DELIVER', 'RETURN')`)
@Index('handover_reservation_id', ['reservationId', 'recordedAt'])
export class Handover {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  reservationId: string;

  @ManyToOne(() => Reservation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'handover_reservation' })
  reservation?: Relation<Reservation>;

  @Column('text')
  moment: HandoverMoment;

  /** By the clock of the device: without network it is noted later than it happened. */
  @Instant()
  happenedAt: Date;

  @Instant({ default: () => 'now()' })
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'recorded_by', foreignKeyConstraintName: 'handover_recorded_by' })
  recorder?: Relation<Person>;

  @Column('text')
  giverName: string;

  @Column('text', { nullable: true })
  giverStrokes: string | null;

  @Column('text')
  receiverName: string;

  @Column('text', { nullable: true })
  receiverStrokes: string | null;

  @Column('text', { nullable: true })
  remark: string | null;

  /** Noted by somebody else at the same moment, and kept beside the first one on purpose. */
  @Column('boolean', { default: false })
  second: boolean;
}

/** What was found wrong with a part, in the words of the packing list of that moment. */
export interface PartFinding {
  readonly position: number;
  readonly name: LocalizedText;
  readonly quantity: number;
  readonly missing: number;
  readonly broken: number;
  readonly note: string | null;
}

@Entity()
@Check('handover_box_state_known', `state IN ('PRESENT', 'LATER', 'MISSING')`)
@Index('handover_box_once', ['reservationId', 'unitId', 'moment', 'box'], {
  unique: true,
  where: `(counted AND (state <> 'LATER'::text))`,
})
export class HandoverBox {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('handover_box_handover_id')
  @Column('uuid')
  handoverId: string;

  @ManyToOne(() => Handover, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'handover_box_handover' })
  handover?: Relation<Handover>;

  @Column('uuid')
  reservationId: string;

  @ManyToOne(() => Reservation, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'handover_box_reservation' })
  reservation?: Relation<Reservation>;

  @Column('uuid')
  unitId: string;

  @ManyToOne(() => EquipmentUnit, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'handover_box_unit' })
  unit?: Relation<EquipmentUnit>;

  @Column('text')
  moment: HandoverMoment;

  @Column('integer')
  box: number;

  @Column('text')
  state: BoxState;

  @Column('jsonb', { default: [] })
  parts: PartFinding[];

  @Column('boolean', { default: true })
  counted: boolean;
}
