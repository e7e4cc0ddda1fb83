import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CreatedAt, Instant } from '../../database/columns.js';
import { enumOf } from '../graphql/enum-of.js';
import { Locale } from '../graphql/enums.js';

/** KEPT: no mail server is set, so the mail is only readable on the outbox page. */
export const MailState = enumOf('QUEUED', 'SENT', 'FAILED', 'KEPT');
export type MailState = keyof typeof MailState;
registerEnumType(MailState, { name: 'MailState' });

@Entity()
@Check('mail_state_known', `state IN ('QUEUED', 'SENT', 'FAILED', 'KEPT')`)
export class Mail {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  toAddress: string;

  // Named by its text: platform imports no other feature.
  @ForeignKey('Person', { name: 'mail_person' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  locale: Locale;

  @Column('text')
  template: string;

  @Column('text')
  subject: string;

  @Column('text')
  bodyText: string;

  @Column('text')
  bodyHtml: string;

  @Column('text', { default: MailState.QUEUED })
  state: MailState;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Index('mail_created')
  @CreatedAt()
  createdAt: Date;

  @Instant({ nullable: true })
  sentAt: Date | null;
}
