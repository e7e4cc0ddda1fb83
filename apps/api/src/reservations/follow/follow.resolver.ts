import { Args, createUnionType, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Done, Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { DoneResult } from '../reservation.types.js';
import { endFollow, followEquipment, USUAL_KM } from './follow-equipment.js';
import { Follow, FollowKind } from './follow.entities.js';

export const FollowResult = createUnionType({
  name: 'FollowResult',
  types: () => [Follow, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : Follow),
});

@Resolver(() => Follow)
export class FollowResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [Follow], { description: 'What the viewer follows.' })
  follows(@CurrentActor() { personId }: Actor): Promise<Follow[]> | Follow[] {
    if (personId === null) return [];
    return this.dataSource.manager.find(Follow, { where: { personId }, order: { createdAt: 'ASC' } });
  }

  @Mutation(() => FollowResult, {
    description: 'A mail when it comes near. Safe to repeat: what was followed already takes the new site and distance.',
  })
  followEquipment(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => FollowKind }) kind: FollowKind,
    @Args('subjectId', { type: () => ID }) subjectId: string,
    @Args('siteId', { type: () => ID }) siteId: string,
    @Args('km', { type: () => Int, defaultValue: USUAL_KM }) km: number,
  ): Promise<Follow | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => followEquipment(tx, actor, { kind, subjectId, siteId, km })));
  }

  @Mutation(() => DoneResult)
  async endFollow(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Done | Refusal> {
    const ended = await orRefusal(() => inTransaction(this.dataSource, (tx) => endFollow(tx, actor, id)));
    return ended instanceof Refusal ? ended : Object.assign(new Done(), { ok: true });
  }

  @ResolveField(() => Site)
  site(@Parent() follow: Follow, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(follow.siteId);
  }

  @ResolveField(() => EquipmentUnit, { nullable: true })
  unit(@Parent() { kind, subjectId }: Follow, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> | null {
    return kind === 'UNIT' ? loaders.byId(EquipmentUnit).load(subjectId) : null;
  }

  @ResolveField(() => ModelType, { description: 'The model, also of one kit.' })
  async model(@Parent() { kind, subjectId }: Follow, @RequestLoaders() loaders: Loaders): Promise<ModelType> {
    const unit = kind === 'UNIT' ? await loaders.byId(EquipmentUnit).load(subjectId) : null;
    return ModelType.of((await loaders.byId(EquipmentModel).load(unit?.modelId ?? subjectId))!);
  }
}
