import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { CreatedAt, During } from '../database/columns.js';
import { Instructor } from '../equipment/instructors/instructor.entities.js';

/** The time an instructor is taken by a reservation. Written with its stays. */
@Entity()
@Check('instruction_told_known', `told IN ('COMES', 'FREED')`)
@Exclusion('instruction_one_place_at_a_time', `USING gist (person_id WITH =, during WITH &&) WHERE (active)`)
export class Instruction {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Instructor, { nullable: false })
  @JoinColumn({ name: 'person_id', referencedColumnName: 'personId', foreignKeyConstraintName: 'instruction_instructor' })
  instructor?: Relation<Instructor>;

  // Named by its text: reservations lie to the right of placement.
  @ForeignKey('Reservation', { name: 'instruction_reservation' })
  @Index('instruction_reservation_id')
  @Column('uuid')
  reservationId: string;

  @During()
  during: string;

  @Column('boolean', { default: true })
  active: boolean;

  /** What the instructor was mailed last; null before the first mail. */
  @Column('text', { nullable: true })
  told: 'COMES' | 'FREED' | null;

  @CreatedAt()
  createdAt: Date;
}
