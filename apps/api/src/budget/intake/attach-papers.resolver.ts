import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { Document } from '../../platform/documents/document.entity.js';
import { documentsOf } from '../../platform/documents/document-owners.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Done, type Refusal } from '../../platform/graphql/refusal.js';
import { DoneResult } from '../../reservations/reservation.types.js';
import { Claim } from '../paying/paying.entities.js';
import { runBudgetVerb } from '../results.js';
import { attachPapers } from './attach-papers.js';
import { AttachedTo } from './intake.enums.js';

@Resolver()
export class AttachPapersResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Mutation(() => DoneResult, { description: 'Adds files, uploaded before, to an order, an invoice, a payment or a claim.' })
  attachPapers(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => AttachedTo }) kind: AttachedTo,
    @Args('id', { type: () => ID }) id: string,
    @Args('documentIds', { type: () => [ID] }) documentIds: string[],
  ): Promise<Done | Refusal> {
    return runBudgetVerb(this.dataSource, async (tx) => {
      await attachPapers(tx, actor, { kind, id, documentIds });
      return Object.assign(new Done(), { ok: true });
    });
  }
}

@Resolver(() => Claim)
export class ClaimPapersResolver {
  @ResolveField(() => [Document], { description: 'Photos of the publicity, letters.' })
  documents(@Parent() { id }: Claim, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return loaders.of(documentsOf('claim')).load(id);
  }
}
