import { can } from '@karavaan/domain';
import { Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { Organisation } from '../people/organisation.entity.js';
import { Person } from '../people/person.entity.js';
import { Occupancy } from '../placement/occupancy.entity.js';
import { toReasons } from '../placement/to-types.js';
import { toFieldChanges } from '../platform/graphql/field-change.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { RefusalReason } from '../platform/graphql/refusal.js';
import { Settings } from '../platform/settings.js';
import { Site } from '../sites/site.entity.js';
import { allowedActions } from './allowed-actions.js';
import { ReservationState } from './enums.js';
import { instructorsOf } from './instructors/instructor-loads.js';
import { historyOf, hostOf, staysOf, verdictsNow } from './loads.js';
import { Reservation } from './reservation.entity.js';
import { reservationNumber } from './reservation-number.js';
import { Block, HistoryEntry } from './reservation.types.js';
import { stateNow } from './state-now.js';

@Resolver(() => Reservation)
export class ReservationFieldsResolver {
  constructor(private readonly settings: Settings) {}

  @ResolveField(() => String, { description: 'As people say it: R-00042.' })
  number(@Parent() reservation: Reservation): string {
    return reservationNumber(reservation);
  }

  @ResolveField(() => ReservationState)
  state(@Parent() reservation: Reservation): ReservationState {
    return stateNow(reservation);
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(reservation.organisationId);
  }

  @ResolveField(() => Person)
  requester(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.byId(Person).load(reservation.requesterId);
  }

  @ResolveField(() => Person, { nullable: true })
  async decidedBy(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<Person | null> {
    return reservation.decidedBy ? loaders.byId(Person).load(reservation.decidedBy) : null;
  }

  @ResolveField(() => Site)
  site(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(reservation.siteId);
  }

  @ResolveField(() => [Occupancy])
  stays(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<Occupancy[]> {
    return loaders.of(staysOf).load(reservation.id);
  }

  @ResolveField(() => [RefusalReason], { description: 'What nobody knew when it was booked.' })
  warnings(@Parent() reservation: Reservation): RefusalReason[] {
    return toReasons(reservation.warnings as Parameters<typeof toReasons>[0]);
  }

  @ResolveField(() => [HistoryEntry])
  async history(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<HistoryEntry[]> {
    const rows = await loaders.of(historyOf).load(reservation.id);
    return rows.map(({ entry, actorName }) => ({
      at: entry.at,
      actorName,
      action: entry.action,
      changes: toFieldChanges(entry.changes),
    }));
  }

  @ResolveField(() => [String], { description: 'What this viewer may do to it now.' })
  async allowedActions(
    @CurrentActor() actor: Actor,
    @Parent() reservation: Reservation,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string[]> {
    return allowedActions(actor, reservation, await loaders.of(hostOf).load(reservation.id));
  }

  @ResolveField(() => Float, { nullable: true, description: 'What it adds to the journey of its kits.' })
  async extraKm(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<number> {
    const verdicts = await this.verdicts(reservation, loaders);
    return Math.round(verdicts.reduce((sum, verdict) => sum + verdict.extraKm, 0) * 10) / 10;
  }

  @ResolveField(() => [RefusalReason], { description: 'What would refuse a submitted reservation now.' })
  async conflicts(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<RefusalReason[]> {
    if (reservation.state !== 'SUBMITTED') return [];
    const refusals = (await this.verdicts(reservation, loaders)).flatMap((verdict) => verdict.refusals);
    const missing = refusals.some(({ code }) => code === 'INSTRUCTOR_MISSING');
    const accompanied = missing && (await loaders.of(instructorsOf).load(reservation.id)).length > 0;
    const passed = ['TOO_SHORT_NOTICE', ...(accompanied ? ['INSTRUCTOR_MISSING'] : []), ...reservation.overridden];
    return toReasons(refusals.filter((refusal) => !passed.includes(refusal.code)));
  }

  private verdicts(reservation: Reservation, loaders: Loaders) {
    return loaders.of(verdictsNow(this.settings), (key) => `${key.id} ${key.version}`).load(reservation);
  }
}

@Resolver(() => RefusalReason)
export class RefusalReservationResolver {
  @ResolveField(() => Reservation, { nullable: true, description: 'Only when the viewer may see it.' })
  async reservation(
    @CurrentActor() actor: Actor,
    @Parent() reason: RefusalReason,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Reservation | null> {
    if (!reason.reservationId || !can(actor, 'reservation.read')) return null;
    const found = await loaders.byId(Reservation).load(reason.reservationId);
    if (!found) return null;
    const subject = { organisationId: found.organisationId, ...(await loaders.of(hostOf).load(found.id)) };
    return can(actor, 'reservation.read', subject) ? found : null;
  }
}

@Resolver(() => Block)
export class BlockResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() block: Block, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(block.unitId);
  }
}
