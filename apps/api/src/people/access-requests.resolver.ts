import { Args, Context, createUnionType, Mutation, ObjectType, Field, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, type GraphqlContext } from '../auth/context.js';
import { requirePermission } from '../auth/require-permission.js';
import { countAttempt } from '../auth/throttle.js';
import { inTransaction } from '../database/transaction.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { Settings } from '../platform/settings.js';
import { AccessRequest } from './access-request.entity.js';
import { AccessRequestInput } from './access-request.input.js';
import { AccessRequestState } from './enums.js';
import { requestAccess } from './request-access.js';

@ObjectType()
export class AccessReceived {
  @Field()
  ok: boolean;
}

export const AccessRequestResult = createUnionType({
  name: 'AccessRequestResult',
  types: () => [AccessReceived, Refusal] as const,
});

/** Requests that one address may send in a quarter of an hour: a person needs one. */
const MOST_REQUESTS = 20;

@Resolver(() => AccessRequest)
export class AccessRequestsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [AccessRequest], { description: 'Requests to become a user, the oldest open one first.' })
  accessRequests(
    @CurrentActor() actor: Actor,
    @Args('state', { type: () => AccessRequestState, nullable: true }) state?: AccessRequestState,
  ): Promise<AccessRequest[]> {
    requirePermission(actor, 'access.decide');
    return this.dataSource.manager.find(AccessRequest, {
      where: state ? { state } : {},
      order: { createdAt: state === 'OPEN' ? 'ASC' : 'DESC', id: 'ASC' },
      take: 200,
    });
  }

  @Mutation(() => AccessRequestResult)
  async requestAccess(
    @Args('input') input: AccessRequestInput,
    @Context() { req, actor }: GraphqlContext,
  ): Promise<AccessReceived | Refusal> {
    const subject = { what: `access:${req.ip}`, most: MOST_REQUESTS };
    const attempt = await countAttempt(this.dataSource.manager, this.settings.sessionSecret, [subject]);
    if (!attempt.allowed) return Refusal.of('TOO_MANY_ATTEMPTS');
    const result = await orRefusal(() =>
      inTransaction(this.dataSource, (tx) => requestAccess(tx, actor, input, this.settings.termsVersion)),
    );
    return result instanceof Refusal ? result : Object.assign(new AccessReceived(), { ok: true });
  }
}
