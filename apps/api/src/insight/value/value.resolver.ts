import { can, isDay } from '@karavaan/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { AssetShare } from '../../budget/assets/assets.entities.js';
import { InvoiceLine } from '../../budget/papers/papers.entities.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { orBadInput, refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { In } from 'typeorm';
import { equipmentValue } from './equipment-value.js';
import { usesOfUnits, type Use } from './usage.js';
import { BoughtUnit, EquipmentValue, GroupValue, SiteValue, UnitValue } from './value.types.js';

const From = () => Args('from', { type: () => DayScalar, nullable: true, description: 'Without it: since the beginning.' });
const To = () => Args('to', { type: () => DayScalar, nullable: true, description: 'Included.' });

@Resolver()
export class ValueResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => EquipmentValue, { description: 'Euro per training hour, by unit, site and target group.' })
  equipmentValue(
    @CurrentActor() actor: Actor,
    @From() from: string | null = null,
    @To() to: string | null = null,
  ): Promise<EquipmentValue> {
    requirePermission(actor, 'budget.read');
    return orBadInput(() => {
      if ([from, to].some((day) => day !== null && !isDay(day)) || (from && to && from > to))
        refuse('INVALID_INPUT', { field: 'to' });
      return equipmentValue(this.dataSource.manager, { from, to });
    });
  }

  @Query(() => [UnitValue], { description: 'The same, only the units.' })
  async unitValues(@CurrentActor() actor: Actor, @From() from: string | null, @To() to: string | null): Promise<UnitValue[]> {
    return (await this.equipmentValue(actor, from, to)).units;
  }

  @Query(() => [SiteValue], { description: 'The same, only the sites.' })
  async siteValues(@CurrentActor() actor: Actor, @From() from: string | null, @To() to: string | null): Promise<SiteValue[]> {
    return (await this.equipmentValue(actor, from, to)).sites;
  }

  @Query(() => [GroupValue], { description: 'The same, only the target groups.' })
  async groupValues(@CurrentActor() actor: Actor, @From() from: string | null, @To() to: string | null): Promise<GroupValue[]> {
    return (await this.equipmentValue(actor, from, to)).groups;
  }
}

@Resolver(() => UnitValue)
export class UnitValueResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() { unitId }: UnitValue, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(unitId);
  }
}

@Resolver(() => SiteValue)
export class SiteValueResolver {
  @ResolveField(() => Site)
  site(@Parent() { siteId }: SiteValue, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(siteId);
  }
}

const sharesOfLines: Batch<string, AssetShare[]> = async (ids, { manager }) => {
  const rows = await manager.find(AssetShare, { where: { invoiceLineId: In([...ids]) }, order: { unitId: 'ASC' } });
  return grouped(ids, rows, ({ invoiceLineId }) => invoiceLineId);
};

const usesOf: Batch<string, Use | null> = async (ids, { manager }) => {
  const found = new Map((await usesOfUnits(manager, ids)).map((use) => [use.unitId, use]));
  return ids.map((id) => found.get(id) ?? null);
};

@Resolver(() => InvoiceLine)
export class BoughtByLineResolver {
  @ResolveField(() => [BoughtUnit], { description: 'The equipment that it paid for, and what that gave so far.' })
  async bought(
    @CurrentActor() actor: Actor,
    @Parent() { id }: InvoiceLine,
    @RequestLoaders() loaders: Loaders,
  ): Promise<BoughtUnit[]> {
    if (!can(actor, 'budget.read')) return [];
    const shares = await loaders.of(sharesOfLines).load(id);
    const uses = await loaders.of(usesOf).loadMany(shares.map(({ unitId }) => unitId));
    return shares.map(({ unitId, basisPoints }, at) => {
      const use = uses[at] as Use | null;
      return {
        unitId,
        basisPoints,
        hours: Number(use?.hours ?? 0n) / 100,
        trainingHours: Number(use?.trainingHours ?? 0n) / 100,
        reservations: use?.reservationIds.length ?? 0,
      };
    });
  }
}

@Resolver(() => BoughtUnit)
export class BoughtUnitResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() { unitId }: BoughtUnit, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(unitId);
  }
}
