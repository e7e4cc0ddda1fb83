import { Args, createUnionType, Field, InputType, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { inTransaction } from '../../database/transaction.js';
import { LocalizedText, localized } from '../../platform/graphql/localized-text.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { acceptTerms, currentTerms, hasAccepted, publishTerms } from './keep-terms.js';
import { LoanTerms } from './terms.entities.js';

@InputType()
export class TermsTextsInput {
  @Field()
  nl: string;

  @Field()
  fr: string;

  @Field()
  en: string;
}

export const TermsResult = createUnionType({
  name: 'TermsResult',
  types: () => [LoanTerms, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : LoanTerms),
});

@Resolver(() => LoanTerms)
export class TermsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => LoanTerms, { nullable: true, description: 'The version in force. For everybody.' })
  loanTerms(): Promise<LoanTerms | null> {
    return currentTerms(this.dataSource.manager);
  }

  @Mutation(() => TermsResult, { description: 'A new version, that everybody accepts before they book again.' })
  publishTerms(
    @CurrentActor() actor: Actor,
    @Args('after', { type: () => Int, description: 'The version that was read, 0 for none.' }) after: number,
    @Args('texts') texts: TermsTextsInput,
  ): Promise<LoanTerms | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => publishTerms(tx, actor, after, texts)));
  }

  @Mutation(() => TermsResult, { description: 'Safe to repeat.' })
  acceptTerms(@CurrentActor() actor: Actor, @Args('version', { type: () => Int }) version: number): Promise<LoanTerms | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => acceptTerms(tx, actor, version)));
  }

  @ResolveField(() => LocalizedText)
  text(@Parent() terms: LoanTerms): LocalizedText {
    return localized(terms, 'text')!;
  }

  @ResolveField(() => Boolean, { description: 'By who asks.' })
  async accepted(@CurrentActor() actor: Actor, @Parent() { version }: LoanTerms): Promise<boolean> {
    return actor.personId !== null && hasAccepted(this.dataSource.manager, actor.personId, version);
  }
}
