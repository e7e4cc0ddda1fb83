import { Args, Float, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import { inTransaction } from '../database/transaction.js';
import { Organisation } from '../people/organisation.entity.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Alternative, type Refusal, RefusalReason } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { Site } from '../sites/site.entity.js';
import { catalogue, CatalogueFilter } from './catalogue.js';
import { DOMAINS } from './domains.js';
import { FigureName } from './enums.js';
import { EquipmentModel } from './equipment-model.entity.js';
import { EquipmentUnit } from './equipment-unit.entity.js';
import { DomainType, ModelConnection, ModelResult, ModelType, PackingItemType } from './equipment.types.js';
import { packingByModel, unitsByHomeSite, unitsByModel } from './loads.js';
import { setMeasuredFigure } from './set-measured-figure.js';

@Resolver(() => ModelType)
export class ModelsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => ModelConnection)
  catalogue(
    @Args('filter', { type: () => CatalogueFilter, nullable: true }) filter: CatalogueFilter | null,
    @Args('first', { type: () => Int, defaultValue: 24 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ModelConnection> {
    return catalogue(this.dataSource.manager, filter ?? {}, first, after);
  }

  @Query(() => [DomainType])
  domains(): DomainType[] {
    return Object.keys(DOMAINS).map((code) => DomainType.of(code));
  }

  @Query(() => ModelType, { nullable: true })
  async equipmentModel(@Args('code') code: string): Promise<ModelType | null> {
    const row = await this.dataSource.manager.findOneBy(EquipmentModel, { code });
    return row && ModelType.of(row);
  }

  @Query(() => EquipmentUnit, { nullable: true })
  equipmentUnit(@Args('code') code: string): Promise<EquipmentUnit | null> {
    return this.dataSource.manager.findOneBy(EquipmentUnit, { code });
  }

  @Mutation(() => ModelResult, { description: 'Replaces an estimated figure by a measured one.' })
  setMeasuredFigure(
    @CurrentActor() actor: Actor,
    @Args('modelId', { type: () => ID }) modelId: string,
    @Args('figure', { type: () => FigureName }) figure: FigureName,
    @Args('value', { type: () => Float }) value: number,
  ): Promise<ModelType | Refusal> {
    return orRefusal(() =>
      inTransaction(this.dataSource, async (tx) => ModelType.of(await setMeasuredFigure(tx, actor, { modelId, figure, value }))),
    );
  }

  @ResolveField(() => [PackingItemType])
  async packingList(@Parent() model: ModelType, @RequestLoaders() loaders: Loaders): Promise<PackingItemType[]> {
    return (await loaders.of(packingByModel).load(model.id)).map((item) => PackingItemType.of(item));
  }

  @ResolveField(() => [EquipmentUnit])
  units(@Parent() model: ModelType, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit[]> {
    return loaders.of(unitsByModel).load(model.id);
  }

  @ResolveField(() => Int)
  async unitCount(@Parent() model: ModelType, @RequestLoaders() loaders: Loaders): Promise<number> {
    return (await loaders.of(unitsByModel).load(model.id)).length;
  }
}

@Resolver(() => EquipmentUnit)
export class UnitRelationsResolver {
  @ResolveField(() => ModelType)
  async model(@Parent() unit: EquipmentUnit, @RequestLoaders() loaders: Loaders): Promise<ModelType> {
    return ModelType.of((await loaders.byId(EquipmentModel).load(unit.modelId))!);
  }

  @ResolveField(() => Site)
  homeSite(@Parent() unit: EquipmentUnit, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(unit.homeSiteId);
  }

  @ResolveField(() => Organisation)
  owner(@Parent() unit: EquipmentUnit, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(unit.ownerOrganisationId);
  }
}

@Resolver(() => Site)
export class SiteUnitsResolver {
  @ResolveField(() => [EquipmentUnit], { description: 'Units that are at home here.' })
  units(@Parent() site: Site, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit[]> {
    return loaders.of(unitsByHomeSite).load(site.id);
  }
}

@Resolver(() => RefusalReason)
export class RefusalUnitResolver {
  @ResolveField(() => EquipmentUnit, { nullable: true })
  async unit(@Parent() reason: RefusalReason, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return reason.unitId ? loaders.byId(EquipmentUnit).load(reason.unitId) : null;
  }
}

@Resolver(() => Alternative)
export class AlternativeRelationsResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() alternative: Alternative, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(alternative.unitId);
  }

  @ResolveField(() => Site, { nullable: true })
  async site(@Parent() alternative: Alternative, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return alternative.siteId ? loaders.byId(Site).load(alternative.siteId) : null;
  }
}
