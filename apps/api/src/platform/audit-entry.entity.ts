import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Instant } from '../database/columns.js';

/** A field's value before and after as text; both absent for a personal value, of which only the name is kept. */
export type Change = { readonly before?: string | null; readonly after?: string | null };

/** One write: who, what, when. The application's role can add rows and read them, nothing else. */
@Entity()
@Index('audit_entry_entity', ['entity', 'entityId', 'id'])
@Index('audit_entry_actor', ['actorId', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Instant({ default: () => 'clock_timestamp()' })
  at: Date;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  actorRole: string | null;

  @Column('text')
  action: string;

  @Column('text')
  entity: string;

  @Column('text')
  entityId: string;

  @Column('jsonb', { default: {} })
  changes: Record<string, Change>;

  @Column('text', { nullable: true })
  requestId: string | null;
}
