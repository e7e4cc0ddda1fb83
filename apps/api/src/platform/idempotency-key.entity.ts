import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CreatedAt } from '../database/columns.js';

/** The stored result of a creating mutation, so that a retry gives it again. Scope: the person, or 'visitor'. */
@Entity()
export class IdempotencyKey {
  @PrimaryColumn('text')
  scope: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  operation: string;

  @Column('bytea')
  inputHash: Buffer;

  @Column('jsonb')
  result: unknown;

  @CreatedAt()
  createdAt: Date;
}
