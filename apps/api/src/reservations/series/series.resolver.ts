import { can } from '@karavaan/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/is-uuid.js';
import { orBadInput } from '../../platform/refuse.js';
import { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';
import { runVerb } from '../run-verb.js';
import type { By } from '../with-reservation.js';
import { bookSeries } from './book-series.js';
import { cancelSeries, changeSeries } from './change-series.js';
import { seriesNumber } from './mail-series.js';
import { previewSeries } from './preview-series.js';
import { ReservationSeries, SeriesOccurrence } from './series.entities.js';
import { BookSeriesInput, CancelSeriesInput, ChangeSeriesInput, SeriesPreviewInput } from './series.inputs.js';
import { PreviewedOccurrence, SeriesPreview, SeriesResult } from './series.types.js';

const MOST = 100;

/** The occurrences of each series, in their order; one query. */
const occurrencesOf: Batch<string, SeriesOccurrence[]> = async (ids, { manager }) => {
  const rows = await manager.find(SeriesOccurrence, { where: { seriesId: In([...ids]) }, order: { position: 'ASC' } });
  return grouped(ids, rows, ({ seriesId }) => seriesId);
};

/** The series that each reservation belongs to, if any; one query. */
const seriesOfReservation: Batch<string, ReservationSeries | null> = async (ids, { manager }) => {
  const rows = await manager.query<{ id: string; reservationId: string }[]>(
    'SELECT series_id AS id, reservation_id AS "reservationId" FROM series_occurrence WHERE reservation_id = ANY($1::uuid[])',
    [[...ids]],
  );
  const found = rows.length ? await manager.findBy(ReservationSeries, { id: In(rows.map(({ id }) => id)) }) : [];
  const seriesIds = new Map(rows.map((row) => [row.reservationId, row.id]));
  return ids.map((id) => found.find((series) => series.id === seriesIds.get(id)) ?? null);
};

@Resolver(() => ReservationSeries)
export class SeriesResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => SeriesPreview, { description: 'Each occurrence with its verdict and what would work instead, without writing.' })
  seriesPreview(@CurrentActor() actor: Actor, @Args('input') input: SeriesPreviewInput): Promise<SeriesPreview> {
    requirePermission(actor, 'reservation.submit');
    return orBadInput(() => previewSeries(this.dataSource.manager, this.settings, input));
  }

  @Query(() => ReservationSeries, { nullable: true })
  async series(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ReservationSeries | null> {
    const found = isUuid(id) ? await this.dataSource.manager.findOneBy(ReservationSeries, { id }) : null;
    return found && can(actor, 'reservation.read', { organisationId: found.organisationId }) ? found : null;
  }

  @Query(() => [ReservationSeries], {
    description: 'The own organisation’s, or for who sees all of them everybody’s; the newest first.',
  })
  seriesList(@CurrentActor() actor: Actor): Promise<ReservationSeries[]> {
    requirePermission(actor, 'reservation.read');
    const all = can(actor, 'reservation.read', { organisationId: null });
    const where = all ? {} : { organisationId: actor.organisationId! };
    return this.dataSource.manager.find(ReservationSeries, { where, order: { createdAt: 'DESC', number: 'DESC' }, take: MOST });
  }

  @Mutation(() => SeriesResult)
  bookSeries(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: BookSeriesInput) {
    return this.run(actor, loaders, async (tx, by) => {
      const id = await bookSeries(tx, by, input);
      return (await tx.findOneBy(ReservationSeries, { id }))!;
    });
  }

  @Mutation(() => SeriesResult)
  changeSeries(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: ChangeSeriesInput) {
    return this.run(actor, loaders, (tx, by) => changeSeries(tx, by, input));
  }

  @Mutation(() => SeriesResult)
  cancelSeries(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: CancelSeriesInput) {
    return this.run(actor, loaders, (tx, by) => cancelSeries(tx, by, input));
  }

  @ResolveField(() => String, { description: 'As people say it: S-00042.' })
  number(@Parent() series: ReservationSeries): string {
    return seriesNumber(series);
  }

  @ResolveField(() => [SeriesOccurrence])
  occurrences(@Parent() series: ReservationSeries, @RequestLoaders() loaders: Loaders): Promise<SeriesOccurrence[]> {
    return loaders.of(occurrencesOf).load(series.id);
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() series: ReservationSeries, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(series.organisationId);
  }

  @ResolveField(() => Person)
  requester(@Parent() series: ReservationSeries, @RequestLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.byId(Person).load(series.requesterId);
  }

  private async run<T extends object>(
    actor: Actor,
    loaders: Loaders,
    verb: (tx: EntityManager, by: By) => Promise<T>,
  ): Promise<T | Refusal> {
    const result = await runVerb(this.dataSource, this.settings, (tx) => verb(tx, { actor, settings: this.settings }));
    loaders.clear();
    return result;
  }
}

/** What an occurrence is now: its reservation's days and site, or else those that were asked. */
@Resolver(() => SeriesOccurrence)
export class OccurrenceResolver {
  @ResolveField(() => Reservation, { nullable: true })
  async reservation(@Parent() occurrence: SeriesOccurrence, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> {
    return occurrence.reservationId ? loaders.byId(Reservation).load(occurrence.reservationId) : null;
  }

  @ResolveField(() => DayScalar)
  async firstDay(@Parent() occurrence: SeriesOccurrence, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await this.reservation(occurrence, loaders))?.firstDay ?? occurrence.firstDay;
  }

  @ResolveField(() => DayScalar)
  async lastDay(@Parent() occurrence: SeriesOccurrence, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await this.reservation(occurrence, loaders))?.lastDay ?? occurrence.lastDay;
  }

  @ResolveField(() => Site)
  async site(@Parent() occurrence: SeriesOccurrence, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load((await this.reservation(occurrence, loaders))?.siteId ?? occurrence.siteId);
  }

  @ResolveField(() => EquipmentUnit)
  unit(@Parent() occurrence: SeriesOccurrence, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(occurrence.unitId);
  }
}

@Resolver(() => PreviewedOccurrence)
export class PreviewedOccurrenceResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() occurrence: PreviewedOccurrence, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(occurrence.unitId);
  }

  @ResolveField(() => Site)
  site(@Parent() occurrence: PreviewedOccurrence, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(occurrence.siteId);
  }
}

@Resolver(() => Reservation)
export class ReservationSeriesResolver {
  @ResolveField(() => ReservationSeries, { nullable: true, description: 'The series it belongs to, for who may see it.' })
  async series(
    @CurrentActor() actor: Actor,
    @Parent() reservation: Reservation,
    @RequestLoaders() loaders: Loaders,
  ): Promise<ReservationSeries | null> {
    const series = await loaders.of(seriesOfReservation).load(reservation.id);
    return series && can(actor, 'reservation.read', { organisationId: series.organisationId }) ? series : null;
  }
}

export const seriesResolvers = [SeriesResolver, OccurrenceResolver, PreviewedOccurrenceResolver, ReservationSeriesResolver];
