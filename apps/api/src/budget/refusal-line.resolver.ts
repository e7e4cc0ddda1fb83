import { can } from '@karavaan/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { RefusalReason } from '../platform/graphql/refusal.js';
import { BudgetLine } from './funding/funding.entities.js';

@Resolver(() => RefusalReason)
export class RefusalLineResolver {
  @ResolveField(() => BudgetLine, { nullable: true, description: 'The budget line that the refusal is about.' })
  async budgetLine(
    @CurrentActor() actor: Actor,
    @Parent() { budgetLineId }: RefusalReason,
    @RequestLoaders() loaders: Loaders,
  ): Promise<BudgetLine | null> {
    return budgetLineId && can(actor, 'budget.read') ? loaders.byId(BudgetLine).load(budgetLineId) : null;
  }
}
