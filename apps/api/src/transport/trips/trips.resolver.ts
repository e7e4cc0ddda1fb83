import { Args, ID, InputType, Field, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dayOf } from '@karavaan/domain';
import { DataSource, type EntityManager, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { Person } from '../../people/person.entity.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Settings } from '../../platform/settings.js';
import { runVerb } from '../../reservations/run-verb.js';
import type { By } from '../../reservations/with-reservation.js';
import { Site } from '../../sites/site.entity.js';
import { Leg } from '../legs/leg.entity.js';
import { AbsenceInput, addAbsence, removeAbsence } from '../vehicles/set-absence.js';
import { TransportAbsence } from '../vehicles/transport-absence.entity.js';
import { type Licence, Vehicle } from '../vehicles/vehicle.entity.js';
import { DeviationInput, mayReadTrip, reportDeviation, seeTrip, settleEvent } from './drive-trip.js';
import { findTrip, listTrips, openEvents } from './list-trips.js';
import { changeTrip, ChangeTripInput, moveLeg, planTrip, PlanTripInput, turnTrip } from './plan-trip.js';
import { contactsOf, doneAt, eventsOf, figuresOf, stopsOf, tripOfLeg } from './trip-loads.js';
import { Stop, Trip, TripEvent, TripState } from './trip.entity.js';
import { AbsenceResult, Driver, StopContact, TripFigures, TripResult } from './trip.types.js';

@InputType({ description: 'A trip as it was seen.' })
export class SeenTrip {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;
}

const toDriver = ({ id, name, phone, drivingLicences, drivingHours }: Person): Driver => ({
  id,
  name,
  phone,
  licences: (drivingLicences ?? []) as Licence[],
  hours: drivingHours ?? [],
});

@Resolver(() => Trip)
export class TripsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [Trip], { description: 'Of these days, both included, in the order in which they leave.' })
  trips(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => DayScalar }) from: string,
    @Args('to', { type: () => DayScalar }) to: string,
    @Args('mine', { defaultValue: false, description: 'Only those that I drive, once they are published.' }) mine: boolean,
  ): Promise<Trip[]> {
    return listTrips(this.dataSource.manager, actor, { from, to, mine });
  }

  @Query(() => Trip, { nullable: true })
  trip(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Trip | null> {
    return findTrip(this.dataSource.manager, actor, id);
  }

  @Query(() => [Vehicle])
  vehicles(@CurrentActor() actor: Actor): Promise<Vehicle[]> {
    requirePermission(actor, 'plan.make');
    return this.dataSource.manager.find(Vehicle, { where: { active: true }, order: { code: 'ASC' } });
  }

  @Query(() => [Driver])
  async drivers(@CurrentActor() actor: Actor): Promise<Driver[]> {
    requirePermission(actor, 'plan.make');
    const people = await this.dataSource.manager.find(Person, {
      where: { active: true, drivingLicences: Not(IsNull()) },
      order: { name: 'ASC', id: 'ASC' },
    });
    return people.map(toDriver);
  }

  @Query(() => [TransportAbsence], { description: 'Of today and later.' })
  transportAbsences(@CurrentActor() actor: Actor): Promise<TransportAbsence[]> {
    requirePermission(actor, 'plan.make');
    const where = { lastDay: MoreThanOrEqual(dayOf(Date.now())) };
    return this.dataSource.manager.find(TransportAbsence, { where, order: { firstDay: 'ASC', id: 'ASC' }, take: 500 });
  }

  @Query(() => [TripEvent], { description: 'What happened and waits for a planner, the oldest first.' })
  tripEvents(@CurrentActor() actor: Actor): Promise<TripEvent[]> {
    return openEvents(this.dataSource.manager, actor);
  }

  @Mutation(() => TripResult, { description: 'Makes a trip of legs, in the order that costs least.' })
  planTrip(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: PlanTripInput) {
    return this.run(actor, loaders, (tx, by) => planTrip(tx, by, input));
  }

  @Mutation(() => TripResult)
  changeTrip(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: ChangeTripInput) {
    return this.run(actor, loaders, (tx, by) => changeTrip(tx, by, input));
  }

  @Mutation(() => TripResult, { description: 'Takes a leg from one trip to another; both are put in their best order.' })
  moveLeg(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('legId', { type: () => ID }) legId: string,
    @Args('from') from: SeenTrip,
    @Args('to') to: SeenTrip,
  ) {
    return this.run(actor, loaders, (tx, by) => moveLeg(tx, by, { legId, from, to }));
  }

  @Mutation(() => TripResult, { description: 'Publishes, withdraws, cancels or closes a trip.' })
  turnTrip(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('trip') trip: SeenTrip,
    @Args('state', { type: () => TripState }) state: TripState,
  ) {
    return this.run(actor, loaders, (tx, by) => turnTrip(tx, by, trip, state));
  }

  @Mutation(() => TripResult, { description: 'The driver has this version on the phone.' })
  seeTrip(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('trip') trip: SeenTrip) {
    return this.run(actor, loaders, (tx, by) => seeTrip(tx, by, trip));
  }

  @Mutation(() => TripResult, { description: 'Tells the planner what goes another way than planned.' })
  reportDeviation(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: DeviationInput) {
    return this.run(actor, loaders, (tx, by) => reportDeviation(tx, by, input));
  }

  @Mutation(() => TripResult, { description: 'The planner has dealt with it.' })
  settleEvent(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('id', { type: () => ID }) id: string) {
    return this.run(actor, loaders, (tx, by) => settleEvent(tx, by, id));
  }

  @Mutation(() => AbsenceResult)
  addAbsence(@CurrentActor() actor: Actor, @Args('input') input: AbsenceInput): Promise<TransportAbsence | Refusal> {
    return runVerb(this.dataSource, this.settings, async (tx) => {
      const id = await addAbsence(tx, { actor, settings: this.settings }, input);
      return tx.findOneByOrFail(TransportAbsence, { id });
    });
  }

  @Mutation(() => Boolean, { description: 'The days can be planned again.' })
  async removeAbsence(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    requirePermission(actor, 'plan.make');
    return this.dataSource.transaction((tx) => removeAbsence(tx, { actor, settings: this.settings }, id));
  }

  @ResolveField(() => Vehicle)
  vehicle(@Parent() trip: Trip, @RequestLoaders() loaders: Loaders): Promise<Vehicle | null> {
    return loaders.byId(Vehicle).load(trip.vehicleId);
  }

  @ResolveField(() => Driver)
  async driver(@Parent() trip: Trip, @RequestLoaders() loaders: Loaders): Promise<Driver> {
    return toDriver((await loaders.byId(Person).load(trip.driverId))!);
  }

  @ResolveField(() => Driver, { nullable: true, description: 'A second person.' })
  async helper(@Parent() trip: Trip, @RequestLoaders() loaders: Loaders): Promise<Driver | null> {
    return trip.helperId ? toDriver((await loaders.byId(Person).load(trip.helperId))!) : null;
  }

  @ResolveField(() => [Stop])
  stops(@Parent() trip: Trip, @RequestLoaders() loaders: Loaders): Promise<Stop[]> {
    return loaders.of(stopsOf).load(trip.id);
  }

  @ResolveField(() => [TripEvent], { description: 'The latest first, twenty at most.' })
  events(@Parent() trip: Trip, @RequestLoaders() loaders: Loaders): Promise<TripEvent[]> {
    return loaders.of(eventsOf).load(trip.id);
  }

  @ResolveField(() => TripFigures)
  figures(@Parent() trip: Trip, @RequestLoaders() loaders: Loaders): Promise<TripFigures> {
    return loaders.of(figuresOf).load(trip.id);
  }

  private async run(
    actor: Actor,
    loaders: Loaders,
    verb: (tx: EntityManager, by: By) => Promise<string>,
  ): Promise<Trip | Refusal> {
    const result = await runVerb(this.dataSource, this.settings, async (tx) => {
      const id = await verb(tx, { actor, settings: this.settings });
      // What the database checks at commit is told here, as the refusal of this verb.
      await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
      return tx.findOneByOrFail(Trip, { id });
    });
    loaders.clear();
    return result;
  }
}

@Resolver(() => Stop)
export class StopsResolver {
  @ResolveField(() => Leg)
  leg(@Parent() stop: Stop, @RequestLoaders() loaders: Loaders): Promise<Leg | null> {
    return loaders.byId(Leg).load(stop.legId);
  }

  @ResolveField(() => Site)
  site(@Parent() stop: Stop, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(stop.siteId);
  }

  @ResolveField(() => Date, { nullable: true, description: 'Handed over, as the boxes say; null until then.' })
  doneAt(@Parent() stop: Stop, @RequestLoaders() loaders: Loaders): Promise<Date | null> {
    return loaders.of(doneAt).load(stop.id);
  }

  @ResolveField(() => StopContact, { nullable: true, description: 'Of the booking that the kit is with, or goes to.' })
  contact(@Parent() stop: Stop, @RequestLoaders() loaders: Loaders): Promise<StopContact | null> {
    return loaders.of(contactsOf).load(stop.id);
  }
}

@Resolver(() => TripEvent)
export class TripEventsResolver {
  @ResolveField(() => Trip)
  trip(@Parent() event: TripEvent, @RequestLoaders() loaders: Loaders): Promise<Trip | null> {
    return loaders.byId(Trip).load(event.tripId);
  }

  @ResolveField(() => Leg, { nullable: true })
  leg(@Parent() { legId }: TripEvent, @RequestLoaders() loaders: Loaders): Promise<Leg | null> | null {
    return legId ? loaders.byId(Leg).load(legId) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Who told it; the booking itself when nobody did.' })
  async byName(@Parent() { createdBy }: TripEvent, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return createdBy ? ((await loaders.byId(Person).load(createdBy))?.name ?? null) : null;
  }
}

@Resolver(() => Vehicle)
export class VehiclesResolver {
  @ResolveField(() => Site)
  depot(@Parent() vehicle: Vehicle, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(vehicle.depotSiteId);
  }
}

@Resolver(() => Leg)
export class LegTripResolver {
  @ResolveField(() => Trip, { nullable: true, description: 'That carries it.' })
  async trip(@Parent() leg: Leg, @CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders): Promise<Trip | null> {
    const trip = await loaders.of(tripOfLeg).load(leg.id);
    return trip && mayReadTrip(actor, trip) ? trip : null;
  }
}
