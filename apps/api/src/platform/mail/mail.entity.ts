import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CreatedAt, Instant } from '../../database/columns.js';
import { enumOf } from '../graphql/enum-of.js';
import { Locale } from '../graphql/enums.js';
import { Node } from '../graphql/node.js';

/** KEPT: no mail server is set, so the mail is only readable on the outbox page. */
export const MailState = enumOf('QUEUED', 'SENT', 'FAILED', 'KEPT');
export type MailState = keyof typeof MailState;
registerEnumType(MailState, { name: 'MailState' });

@ObjectType({ implements: () => Node })
@Entity()
@Unique('mail_once', ['onceKey'])
@Check('mail_state_known', `state IN ('QUEUED', 'SENT', 'FAILED', 'KEPT')`)
export class Mail implements Node {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field({ name: 'to' })
  @Column('text')
  toAddress: string;

  // Named by its text: platform imports no other feature.
  @ForeignKey('Person', { name: 'mail_person' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Field(() => Locale)
  @Column('text')
  locale: Locale;

  @Column('text')
  template: string;

  /** Two mails about the same event to the same person have the same: the second is not made. */
  @Column('text', { nullable: true })
  onceKey: string | null;

  @Field()
  @Column('text')
  subject: string;

  @Field()
  @Column('text')
  bodyText: string;

  @Field()
  @Column('text')
  bodyHtml: string;

  @Field(() => MailState)
  @Column('text', { default: MailState.QUEUED })
  state: MailState;

  @Field(() => Int)
  @Column('integer', { default: 0 })
  attempts: number;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  lastError: string | null;

  @Field()
  @Index('mail_created')
  @CreatedAt()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  @Instant({ nullable: true })
  sentAt: Date | null;
}
