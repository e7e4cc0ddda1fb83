import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Instant } from '../../../database/columns.js';
import { FundingAgreement } from '../../funding/funding.entities.js';
import type { BudgetImportKind } from '../intake.enums.js';
import type { JudgedRow } from './judged-row.js';

/** A table that somebody brought, with what each row would do; nothing of it is written before it is confirmed. */
@Entity()
@Index('budget_import_created_at', ['createdAt'])
@Check('budget_import_kind_known', `kind IN ('BUDGET', 'PAYMENTS', 'EXTERNAL_LEDGER')`)
@Check('budget_import_state_known', `state IN ('PREVIEWED', 'DONE')`)
export class BudgetImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: BudgetImportKind;

  @Column('text')
  fileName: string;

  @Column('bytea')
  sha256: Buffer;

  /** Whose lines a budget is for. */
  @ForeignKey(() => FundingAgreement, { name: 'budget_import_agreement' })
  @Column('uuid', { nullable: true })
  agreementId: string | null;

  @Column('text', { default: 'PREVIEWED' })
  state: 'PREVIEWED' | 'DONE';

  @Column('jsonb')
  rows: JudgedRow[];

  /** Of the rows with what each found: the write does the same or nothing. */
  @Column('text')
  fingerprint: string;

  @ForeignKey('Person', { name: 'budget_import_created_by' })
  @Column('uuid')
  createdBy: string;

  @CreatedAt()
  createdAt: Date;

  @Instant({ nullable: true })
  doneAt: Date | null;
}
