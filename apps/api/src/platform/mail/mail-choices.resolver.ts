import { Args, createUnionType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { inTransaction } from '../../database/transaction.js';
import { Refusal } from '../graphql/refusal.js';
import { orRefusal, refuse } from '../refuse.js';
import { chooseMail, readMailChoices } from './choose-mail.js';
import { MailTopicChoice } from './mail-choice.entity.js';
import { MailTopic } from './mail-kinds.js';

export const ChooseMailResult = createUnionType({
  name: 'ChooseMailResult',
  types: () => [MailTopicChoice, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : MailTopicChoice),
});

@Resolver()
export class MailChoicesResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [MailTopicChoice], { description: 'Which mails the viewer gets; none for a visitor.' })
  mailChoices(@CurrentActor() actor: Actor): Promise<MailTopicChoice[]> {
    return readMailChoices(this.dataSource.manager, actor);
  }

  @Mutation(() => ChooseMailResult)
  chooseMail(
    @CurrentActor() actor: Actor,
    @Args('topic', { type: () => MailTopic }) topic: MailTopic,
    @Args('wanted') wanted: boolean,
  ): Promise<typeof ChooseMailResult> {
    return orRefusal(() =>
      inTransaction(this.dataSource, (tx) => {
        if (actor.personId === null) refuse('NOT_SIGNED_IN');
        return chooseMail(tx, actor, actor.personId, topic, wanted);
      }),
    );
  }
}
