import type { RecordKind } from '@karavaan/domain';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CreatedAt, Instant } from '../../database/columns.js';
import { Person } from '../../people/person.entity.js';
import type { RowOutcome } from '../records/judge-records.js';

/** A file that somebody brought, with what it would do. What the rows say is forgotten once they are written. */
@Entity()
@Check('import_run_state_known', `state IN ('PREVIEWED', 'DONE')`)
export class ImportRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: RecordKind;

  @Column('text')
  fileName: string;

  @Column('text', { default: 'PREVIEWED' })
  state: 'PREVIEWED' | 'DONE';

  @Column('text', { array: true })
  headings: string[];

  /** The line of the file that `cells` begins with, as a spreadsheet counts. */
  @Column('integer')
  firstLine: number;

  /** The field of each column; empty for none. */
  @Column('text', { array: true })
  mapping: string[];

  @Column('jsonb')
  cells: string[][];

  @Column('jsonb')
  outcomes: RowOutcome[];

  /** Of what the preview saw and would do: the write does the same or nothing. */
  @Column('text')
  fingerprint: string;

  @Column('integer', { default: 0 })
  made: number;

  @Column('integer', { default: 0 })
  changed: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  wrong: number;

  @Column('uuid')
  createdBy: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'import_run_created_by' })
  creator?: Relation<Person>;

  @Index('import_run_created_at')
  @CreatedAt()
  createdAt: Date;

  @Instant({ nullable: true })
  doneAt: Date | null;
}
