import { daysBetween } from '@karavaan/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { orBadInput, refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { coverage } from './coverage.js';
import { Coverage, CoverageInput, CoverageMunicipality, Indicators, SiteUse, UnitUse, UnmetDemandRow } from './figures.types.js';
import { indicators } from './indicators.js';
import { unmetDemand } from './unmet-demand.js';

const MOST_DAYS = 366 * 10;
const From = () => Args('from', { type: () => DayScalar });
const To = () => Args('to', { type: () => DayScalar, description: 'Included.' });

@Resolver()
export class FiguresResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [UnmetDemandRow], { description: 'By model and municipality, the most wanted first.' })
  unmetDemand(@CurrentActor() actor: Actor, @From() from: string, @To() to: string): Promise<UnmetDemandRow[]> {
    return this.read(actor, { from, to }, () => unmetDemand(this.dataSource.manager, from, to));
  }

  @Query(() => Coverage)
  coverage(@CurrentActor() actor: Actor, @Args('input') input: CoverageInput): Promise<Coverage> {
    return this.read(actor, undefined, () => coverage(this.dataSource.manager, input));
  }

  @Query(() => [CoverageMunicipality], { description: 'The same, only the municipalities.' })
  async coverageByMunicipality(
    @CurrentActor() actor: Actor,
    @Args('input') input: CoverageInput,
  ): Promise<CoverageMunicipality[]> {
    return (await this.coverage(actor, input)).municipalities;
  }

  @Query(() => Indicators)
  indicators(@CurrentActor() actor: Actor, @From() from: string, @To() to: string): Promise<Indicators> {
    return this.read(actor, { from, to }, () => indicators(this.dataSource.manager, from, to));
  }

  private read<T>(actor: Actor, period: { from: string; to: string } | undefined, query: () => Promise<T>): Promise<T> {
    requirePermission(actor, 'insight.read');
    return orBadInput(() => {
      const days = period ? daysBetween(period.from, period.to) : 0;
      if (days < 0 || days > MOST_DAYS) refuse('INVALID_INPUT', { field: 'to' });
      return query();
    });
  }
}

@Resolver(() => UnmetDemandRow)
export class UnmetDemandModelResolver {
  @ResolveField(() => ModelType, { nullable: true })
  async model(@Parent() row: UnmetDemandRow, @RequestLoaders() loaders: Loaders): Promise<ModelType | null> {
    const found = row.modelId ? await loaders.byId(EquipmentModel).load(row.modelId) : null;
    return found && ModelType.of(found);
  }
}

@Resolver(() => UnitUse)
export class UnitUseResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() use: UnitUse, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(use.unitId);
  }
}

@Resolver(() => SiteUse)
export class SiteUseResolver {
  @ResolveField(() => Site)
  site(@Parent() use: SiteUse, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(use.siteId);
  }
}
