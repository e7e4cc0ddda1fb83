import { can } from '@karavaan/domain';
import { Args, Float, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Done, type Refusal } from '../platform/graphql/refusal.js';
import { isUuid } from '../platform/is-uuid.js';
import { Settings } from '../platform/settings.js';
import { blockUnit, unblockUnit } from './block-unit.js';
import { cancelReservation } from './cancel-reservation.js';
import { changeReservation } from './change-reservation.js';
import { confirmReservation } from './confirm-reservation.js';
import { ConsumableUseInput } from './consumables/consumables.types.js';
import { ReservationOrder } from './enums.js';
import { extendHold } from './extend-hold.js';
import { holdKit } from './hold-kit.js';
import { listReservations, ReservationConnection } from './list-reservations.js';
import { hostOf, staysOf } from './loads.js';
import { noteNoShow } from './note-no-show.js';
import { reinstateReservation } from './reinstate-reservation.js';
import { rejectReservation } from './reject-reservation.js';
import { releaseHold } from './release-hold.js';
import { reportUse } from './report-use.js';
import { Reservation } from './reservation.entity.js';
import {
  BlockInput,
  ChangeReservationInput,
  HoldInput,
  ReservationDetailsInput,
  ReservationFilter,
  ReserveInput,
} from './reservation.inputs.js';
import { Block, BlockResult, DoneResult, ReservationResult } from './reservation.types.js';
import { reserveKit } from './reserve-kit.js';
import { runVerb, type Wanted } from './run-verb.js';
import { submitReservation } from './submit-reservation.js';
import { GroupUseInput } from './usage/usage.input.js';

const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver(() => Reservation)
export class ReservationsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => ReservationConnection)
  reservations(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => ReservationFilter, nullable: true }) filter: ReservationFilter | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('order', { type: () => ReservationOrder, defaultValue: 'LATEST_FIRST' }) order: ReservationOrder,
  ): Promise<ReservationConnection> {
    return listReservations(this.dataSource.manager, actor, filter ?? {}, { first, after, order });
  }

  @Query(() => Reservation, { nullable: true })
  async reservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
  ): Promise<Reservation | null> {
    const found = isUuid(id) ? await this.dataSource.manager.findOneBy(Reservation, { id }) : null;
    if (!found) return null;
    const subject = { organisationId: found.organisationId, ...(await loaders.of(hostOf).load(id)) };
    return can(actor, 'reservation.read', subject) ? found : null;
  }

  @Mutation(() => ReservationResult)
  holdKit(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: HoldInput) {
    return this.run(actor, loaders, (tx, by) => this.load(tx, holdKit(tx, by, input)), {
      ...input,
      unitIds: input.unitIds ?? [],
    });
  }

  @Mutation(() => ReservationResult)
  reserveKit(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: ReserveInput) {
    const wanted = { ...input, groupSize: input.details.groupSize ?? null, unitIds: input.unitIds ?? [] };
    return this.run(actor, loaders, (tx, by) => this.load(tx, reserveKit(tx, by, input)), wanted);
  }

  @Mutation(() => ReservationResult, { description: 'While the form is in use.' })
  extendHold(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => extendHold(tx, by, id));
  }

  @Mutation(() => ReservationResult)
  releaseHold(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => releaseHold(tx, by, id));
  }

  @Mutation(() => ReservationResult)
  submitReservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
    @Args('details') details: ReservationDetailsInput,
    @Args('overrideReason', { type: () => String, nullable: true }) overrideReason: string | null,
  ) {
    return this.run(actor, loaders, (tx, by) => submitReservation(tx, by, { id, version, details, overrideReason }));
  }

  @Mutation(() => ReservationResult)
  confirmReservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
  ) {
    return this.run(actor, loaders, (tx, by) => confirmReservation(tx, by, { id, version }));
  }

  @Mutation(() => ReservationResult)
  rejectReservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
    @Args('reason') reason: string,
  ) {
    return this.run(actor, loaders, (tx, by) => rejectReservation(tx, by, { id, version, reason }));
  }

  @Mutation(() => ReservationResult)
  async changeReservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('input') input: ChangeReservationInput,
  ) {
    const verb = (tx: EntityManager, by: By) => changeReservation(tx, by, input);
    return this.run(actor, loaders, verb, await this.wantedByChange(loaders, input));
  }

  @Mutation(() => ReservationResult)
  cancelReservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    return this.run(actor, loaders, (tx, by) => cancelReservation(tx, by, { id, version, reason }));
  }

  @Mutation(() => ReservationResult, { description: 'That nobody came for it, or that somebody did after all.' })
  noteNoShow(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('noShow', { type: () => Boolean }) noShow: boolean,
  ) {
    return this.run(actor, loaders, (tx, by) => noteNoShow(tx, by, { id, version, noShow }));
  }

  @Mutation(() => ReservationResult, { description: 'Undoes a cancellation, through the same guard.' })
  reinstateReservation(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
  ) {
    return this.run(actor, loaders, (tx, by) => reinstateReservation(tx, by, { id, version }));
  }

  @Mutation(() => ReservationResult, { description: 'Participants and hours at the return; ends the reservation.' })
  reportUse(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
    @Args('participants', { type: () => Int }) participants: number,
    @Args('hoursUsed', { type: () => Float }) hoursUsed: number,
    @Args('groups', { type: () => [GroupUseInput], defaultValue: [] }) groups: GroupUseInput[],
    @Args('consumables', { type: () => [ConsumableUseInput], defaultValue: [] }) consumables: ConsumableUseInput[],
  ) {
    return this.run(actor, loaders, (tx, by) => reportUse(tx, by, { id, version, participants, hoursUsed, groups, consumables }));
  }

  @Mutation(() => BlockResult)
  blockUnit(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: BlockInput) {
    const { unitId, firstDay, lastDay, reason } = input;
    return this.run(actor, loaders, async (tx, by) =>
      Object.assign(new Block(), { id: await blockUnit(tx, by, input), unitId, firstDay, lastDay, reason }),
    );
  }

  @Mutation(() => DoneResult)
  unblockUnit(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, async (tx, by) => {
      await unblockUnit(tx, by, id);
      return Object.assign(new Done(), { ok: true });
    });
  }

  private async run<T extends object>(
    actor: Actor,
    loaders: Loaders,
    verb: (tx: EntityManager, by: By) => Promise<T>,
    wanted?: Wanted,
  ): Promise<T | Refusal> {
    const by = { actor, settings: this.settings };
    const result = await runVerb(this.dataSource, this.settings, (tx) => verb(tx, by), wanted);
    loaders.clear();
    return result;
  }

  private async load(tx: EntityManager, id: Promise<string>): Promise<Reservation> {
    return (await tx.findOneBy(Reservation, { id: await id }))!;
  }

  private async wantedByChange(loaders: Loaders, input: ChangeReservationInput): Promise<Wanted | undefined> {
    const old = isUuid(input.id) ? await this.dataSource.manager.findOneBy(Reservation, { id: input.id }) : null;
    if (!old) return undefined;
    const unitIds = (await loaders.of(staysOf).load(old.id)).map((stay) => stay.unitId);
    return {
      unitIds,
      siteId: input.siteId ?? old.siteId,
      firstDay: input.firstDay ?? old.firstDay,
      lastDay: input.lastDay ?? old.lastDay,
      groupSize: input.details?.groupSize ?? old.groupSize,
      excludeReservationId: old.id,
    };
  }
}

interface By {
  readonly actor: Actor;
  readonly settings: Settings;
}
