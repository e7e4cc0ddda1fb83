import {
  Args,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import { Person } from '../../people/person.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { LocalizedText } from '../../platform/graphql/localized-text.js';
import { Done, type Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal, refuse } from '../../platform/refuse.js';
import { DoneResult } from '../../reservations/reservation.types.js';
import { erasePerson } from './erase-person.js';
import { REGISTER, type Erasure } from './register.js';
import { applyRetention, RETENTION, retentionDays, setRetention } from './retention.js';
import { RetentionRun } from './retention-run.entity.js';

const ErasureKind = enumOf('DELETED', 'BLANKED', 'PSEUDONYM');
registerEnumType(ErasureKind, { name: 'Erasure', description: 'What happens to it when somebody is forgotten.' });

@ObjectType({ description: 'Something that is stored of people.' })
export class PersonalDataType {
  @Field()
  table: string;

  @Field()
  what: LocalizedText;

  @Field()
  why: LocalizedText;

  @Field()
  kept: LocalizedText;

  @Field(() => [LocalizedText])
  columns: LocalizedText[];

  @Field(() => ErasureKind)
  erasure: Erasure;
}

@ObjectType()
export class RetentionRuleType {
  @Field(() => ID)
  name: string;

  @Field()
  what: LocalizedText;

  @Field(() => Int)
  days: number;

  @Field(() => Int, { description: 'No fewer days than these.' })
  least: number;
}

@Resolver()
export class PrivacyResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [PersonalDataType], { description: 'What is stored of people, why, and for how long. For everybody.' })
  personalData(): PersonalDataType[] {
    return REGISTER.toReversed().map(({ columns, ...entry }) => ({ ...entry, columns: Object.values(columns) }));
  }

  @Query(() => [RetentionRuleType])
  async retentionRules(@CurrentActor() actor: Actor): Promise<RetentionRuleType[]> {
    requirePermission(actor, 'person.erase');
    const days = await retentionDays(this.dataSource.manager);
    return RETENTION.map(({ name, what, least }) => ({ name, what, least, days: days.get(name)! }));
  }

  @Query(() => [RetentionRun], { description: 'What the rules took away, the latest first.' })
  retentionRuns(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<RetentionRun[]> {
    requirePermission(actor, 'person.erase');
    return this.dataSource.manager.find(RetentionRun, {
      order: { at: 'DESC', rule: 'ASC' },
      take: Math.min(Math.max(first, 1), 200),
    });
  }

  @Mutation(() => DoneResult, { description: 'Forgets the person who asks: the session ends with it.' })
  eraseMe(@CurrentActor() actor: Actor, @Args('email', { description: 'One’s own, typed again.' }) email: string) {
    return this.run(async (tx) => {
      if (actor.personId === null) refuse('NOT_SIGNED_IN');
      const me = await tx.findOneByOrFail(Person, { id: actor.personId });
      if (me.email.toLowerCase() !== email.trim().toLowerCase()) refuse('INVALID_INPUT', { field: 'email' });
      await erasePerson(tx, actor, actor.personId);
    });
  }

  @Mutation(() => DoneResult, { description: 'Forgets somebody at their request; for administrators.' })
  erasePerson(@CurrentActor() actor: Actor, @Args('email') email: string) {
    return this.run(async (tx) => {
      const found = await tx.findOneBy(Person, { email: email.trim() });
      await erasePerson(tx, actor, found?.id ?? '');
    });
  }

  @Mutation(() => DoneResult)
  setRetention(
    @CurrentActor() actor: Actor,
    @Args('name', { type: () => ID }) name: string,
    @Args('days', { type: () => Int }) days: number,
  ) {
    return this.run((tx) => setRetention(tx, actor, name, days));
  }

  @Mutation(() => DoneResult, { description: 'Applies the retention rules now.' })
  runRetention(@CurrentActor() actor: Actor) {
    return this.run(async (tx) => {
      if (actor.personId === null) refuse('NOT_SIGNED_IN');
      await applyRetention(tx, actor);
    });
  }

  private run(verb: (tx: DataSource['manager']) => Promise<void>): Promise<Done | Refusal> {
    return orRefusal(() =>
      inTransaction(this.dataSource, async (tx) => {
        await verb(tx);
        return Object.assign(new Done(), { ok: true });
      }),
    );
  }
}

@Resolver(() => RetentionRun)
export class RetentionRunResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Nobody: the nightly run.' })
  async actor(@Parent() run: RetentionRun, @RequestLoaders() loaders: Loaders): Promise<Person | null> {
    return run.actorId ? loaders.byId(Person).load(run.actorId) : null;
  }
}
