import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders, type GraphqlContext } from '../auth/context.js';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { DayScalar } from '../platform/graphql/scalars.js';
import { orBadInput } from '../platform/refuse.js';
import { Settings } from '../platform/settings.js';
import { Site } from '../sites/site.entity.js';
import { requireUuid, toAsk } from './ask.js';
import { checkPlacement } from './check.js';
import { MissLimit } from './miss-limit.js';
import { Occupancy } from './occupancy.entity.js';
import {
  AvailabilityConnection,
  AvailabilityInput,
  AvailabilityType,
  CalendarDayType,
  CheckInput,
  CheckResult,
  JourneyStop,
  KitPlace,
} from './placement.types.js';
import { missOf, recordMiss } from './record-miss.js';
import { searchAvailability } from './search.js';
import { placesOn, unitCalendar, unitJourney } from './unit-times.js';

@Resolver(() => AvailabilityType)
export class AvailabilityResolver {
  private readonly missLimit = new MissLimit();

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => AvailabilityConnection, { description: 'Dates first: all equipment over all sites, and why not.' })
  availability(
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
    @Args('input') input: AvailabilityInput,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<AvailabilityConnection> {
    return orBadInput(async () => {
      const found = await searchAvailability(this.dataSource.manager, this.settings, input, { first, after });
      // Planners look round; who would use the kit, or may not be known yet, wants one.
      const wants = actor.role === 'VISITOR' || actor.role === 'COORDINATOR';
      // A file of a search is made inside the program and has no request of its own.
      if (found.freeCount === 0 && !after && wants && req) void this.count(input, found.place?.nis ?? null, req.ip ?? '');
      return found;
    });
  }

  /** Counts an empty search beside the answer: the person neither waits for it nor hears when it fails. */
  private async count(input: AvailabilityInput, nis: string | null, source: string): Promise<void> {
    const { manager } = this.dataSource;
    try {
      const miss = await missOf(manager, input, nis);
      if (miss && this.missLimit.counts(source, JSON.stringify(miss))) await recordMiss(manager, miss);
    } catch {
      // A count less is no reason to fail.
    }
  }

  @Query(() => [KitPlace], { description: 'Where every mobile unit stands on a day.' })
  kitPlaces(@Args('date', { type: () => DayScalar }) date: string): Promise<{ unitId: string; siteId: string }[]> {
    return placesOn(this.dataSource.manager, date, null);
  }

  @Query(() => CheckResult)
  checkReservation(@Args('input') input: CheckInput): Promise<CheckResult> {
    return orBadInput(() => {
      const siteId = requireUuid(input.siteId, 'siteId');
      const exclude = input.excludeReservationId ? requireUuid(input.excludeReservationId, 'excludeReservationId') : null;
      return checkPlacement(
        this.dataSource.manager,
        this.settings,
        input.unitIds,
        { ...toAsk({ ...input, siteId }), siteId },
        exclude,
      );
    });
  }

  @ResolveField(() => EquipmentUnit)
  unit(@Parent() found: AvailabilityType, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(found.unitId);
  }

  @ResolveField(() => Site)
  standsAt(@Parent() found: AvailabilityType, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(found.standsAtSiteId);
  }
}

@Resolver(() => CheckResult)
export class CheckResultResolver {
  @ResolveField(() => Site, { nullable: true })
  async standsAt(@Parent() result: CheckResult, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return result.standsAtSiteId ? loaders.byId(Site).load(result.standsAtSiteId) : null;
  }
}

@Resolver(() => KitPlace)
export class KitPlaceResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() place: KitPlace, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(place.unitId);
  }

  @ResolveField(() => Site)
  site(@Parent() place: KitPlace, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(place.siteId);
  }
}

@Resolver(() => JourneyStop)
export class JourneyStopResolver {
  @ResolveField(() => Site)
  site(@Parent() stop: JourneyStop, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(stop.siteId);
  }
}

@Resolver(() => Occupancy)
export class StayResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() stay: Occupancy, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(stay.unitId);
  }

  @ResolveField(() => Site)
  site(@Parent() stay: Occupancy, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(stay.siteId!);
  }
}

@Resolver(() => EquipmentUnit)
export class UnitTimesResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @ResolveField(() => Site, { description: 'Where it stands on that day.' })
  async placeOn(
    @Parent() unit: EquipmentUnit,
    @Args('date', { type: () => DayScalar }) date: string,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Site | null> {
    const siteId = await loaders.of(placeBatch, (key) => `${key.unitId} ${key.date}`).load({ unitId: unit.id, date });
    return loaders.byId(Site).load(siteId);
  }

  @ResolveField(() => [CalendarDayType], { description: 'Both ends included, at most 400 days; as seen from a site.' })
  calendar(
    @Parent() unit: EquipmentUnit,
    @Args('from', { type: () => DayScalar }) from: string,
    @Args('to', { type: () => DayScalar }) to: string,
    @Args('siteId', { type: () => ID, nullable: true }) siteId: string | null,
    @Args('excludeReservationId', { type: () => ID, nullable: true }) excludeReservationId: string | null,
  ): Promise<CalendarDayType[]> {
    return unitCalendar(this.dataSource.manager, this.settings, unit.id, { from, to, siteId, excludeReservationId });
  }

  @ResolveField(() => [JourneyStop])
  journey(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @Args('from', { type: () => DayScalar }) from: string,
    @Args('to', { type: () => DayScalar }) to: string,
  ): Promise<JourneyStop[]> {
    return unitJourney(this.dataSource.manager, actor, unit.id, { from, to });
  }
}

async function placeBatch(
  keys: readonly { unitId: string; date: string }[],
  { manager }: { manager: DataSource['manager'] },
): Promise<string[]> {
  const found = new Map<string, string>();
  for (const [date, asked] of Map.groupBy(keys, (key) => key.date))
    for (const row of await placesOn(
      manager,
      date,
      asked.map((key) => key.unitId),
    ))
      found.set(`${row.unitId} ${date}`, row.siteId);
  return keys.map((key) => found.get(`${key.unitId} ${key.date}`)!);
}
