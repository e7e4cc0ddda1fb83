import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CreatedAt } from '../../database/columns.js';
import { MailTopic } from './mail-kinds.js';

/** What a person said about a topic; without a row they get its mails. */
@Entity()
export class MailChoice {
  @ForeignKey('Person', { name: 'mail_choice_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_choice_pkey' })
  personId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'mail_choice_pkey' })
  topic: MailTopic;

  @Column('boolean')
  wanted: boolean;

  @CreatedAt()
  createdAt: Date;
}

@ObjectType({ description: 'Mails of one topic, and whether the viewer gets them.' })
export class MailTopicChoice {
  @Field(() => MailTopic)
  topic: MailTopic;

  @Field({ description: 'Cannot be turned off.' })
  required: boolean;

  @Field()
  wanted: boolean;
}
