import { can } from '@karavaan/domain';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { inTransaction } from '../../database/transaction.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import { packingOfUnits } from './packing-of.js';
import { PackingListInput, PackingListResult, UnitPackingList } from './packing.types.js';
import { setPackingList } from './set-packing-list.js';

@Resolver(() => EquipmentUnit)
export class PackingResolver {
  constructor(private readonly dataSource: DataSource) {}

  @ResolveField(() => UnitPackingList, { description: 'Its own packing list, or its model’s.' })
  packing(@Parent() unit: EquipmentUnit, @RequestLoaders() loaders: Loaders): Promise<UnitPackingList> {
    return loaders.of(packingOfUnits).load(unit.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether this viewer may change its packing list.' })
  mayPack(@CurrentActor() actor: Actor): boolean {
    return can(actor, 'unit.pack');
  }

  @Mutation(() => PackingListResult)
  async setPackingList(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('input') input: PackingListInput,
  ): Promise<UnitPackingList | Refusal> {
    const result = await orRefusal(() => inTransaction(this.dataSource, (tx) => setPackingList(tx, actor, input)));
    loaders.clear();
    return result;
  }
}
