import { Args, createUnionType, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import type { Batch, Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { orRefusal } from '../../platform/refuse.js';
import { Reservation } from '../../reservations/reservation.entity.js';
import { Site } from '../../sites/site.entity.js';
import { chooseCarriage } from './choose-carriage.js';
import { Carriage, Leg, LegTravel } from './leg.entity.js';
import { LegConnection, listLegs } from './list-legs.js';

const LegResult = createUnionType({
  name: 'LegResult',
  types: () => [Leg, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : Leg),
});

const travelOfLegs: Batch<string, LegTravel | null> = async (ids, { manager }) => {
  const rows = await manager.query<(LegTravel & { id: string })[]>(
    `SELECT l.id, t.km, t.minutes, t.source = 'estimate' AS estimated
       FROM leg l JOIN site_travel t ON t.from_site_id = l.from_site_id AND t.to_site_id = l.to_site_id WHERE l.id = ANY($1)`,
    [[...ids]],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

const arrivedLegs: Batch<string, boolean> = async (ids, { manager }) => {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT l.id FROM leg l JOIN occupancy o ON o.unit_id = l.unit_id AND o.reservation_id = l.reservation_id AND o.active
        AND o.kind = 'STAY' AND o.stay_state IN ('ON_SITE', 'RELEASED') WHERE l.id = ANY($1)`,
    [[...ids]],
  );
  const arrived = new Set(rows.map(({ id }) => id));
  return ids.map((id) => arrived.has(id));
};

@Resolver(() => Leg)
export class LegsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => LegConnection, { description: 'What has to be delivered in these days, both included, the most urgent first.' })
  legs(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => DayScalar }) from: string,
    @Args('to', { type: () => DayScalar }) to: string,
    @Args('carriage', { type: () => Carriage, nullable: true }) carriage: Carriage | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<LegConnection> {
    return listLegs(this.dataSource.manager, actor, { from, to, carriage: carriage ?? null }, { first, after });
  }

  @Mutation(() => LegResult)
  chooseCarriage(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('carriage', { type: () => Carriage }) carriage: Carriage,
  ): Promise<Leg | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => chooseCarriage(tx, actor, { id, version, carriage })));
  }

  @ResolveField(() => EquipmentUnit)
  unit(@Parent() leg: Leg, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(leg.unitId);
  }

  @ResolveField(() => Reservation, { description: 'The one that it brings the unit to.' })
  reservation(@Parent() leg: Leg, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> {
    return loaders.byId(Reservation).load(leg.reservationId);
  }

  @ResolveField(() => Site)
  fromSite(@Parent() leg: Leg, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(leg.fromSiteId);
  }

  @ResolveField(() => Site)
  toSite(@Parent() leg: Leg, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(leg.toSiteId);
  }

  @ResolveField(() => LegTravel, { nullable: true })
  travel(@Parent() leg: Leg, @RequestLoaders() loaders: Loaders): Promise<LegTravel | null> {
    return loaders.of(travelOfLegs).load(leg.id);
  }

  @ResolveField(() => Boolean, { description: 'The unit is where it was expected.' })
  arrived(@Parent() leg: Leg, @RequestLoaders() loaders: Loaders): Promise<boolean> {
    return loaders.of(arrivedLegs).load(leg.id);
  }
}
