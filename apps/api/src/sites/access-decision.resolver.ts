import { Args, createUnionType, ID, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/context.js';
import { inTransaction } from '../database/transaction.js';
import { AccessRequest } from '../people/access-request.entity.js';
import { decideAccess } from '../people/decide-access.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { Settings } from '../platform/settings.js';
import { settleOrganisation } from './settle-organisation.js';

export const AccessDecisionResult = createUnionType({
  name: 'AccessDecisionResult',
  types: () => [AccessRequest, Refusal] as const,
});

/** Here and not among people, since accepting also makes a site. */
@Resolver()
export class AccessDecisionResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Mutation(() => AccessDecisionResult, { description: 'Accepts or rejects a request to become a user; a planner does.' })
  decideAccess(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('accept') accept: boolean,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<AccessRequest | Refusal> {
    const { publicUrl } = this.settings;
    return orRefusal(() =>
      inTransaction(this.dataSource, (tx) =>
        decideAccess(tx, actor, {
          id,
          accept,
          reason,
          publicUrl,
          settle: async (organisation, request) => void (await settleOrganisation(tx, actor, organisation, request)),
        }),
      ),
    );
  }
}
