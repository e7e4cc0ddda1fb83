import { can, offerState } from '@karavaan/domain';
import { Args, createUnionType, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';
import { ReservationResult } from '../reservation.types.js';
import { runVerb } from '../run-verb.js';
import { stateNow } from '../state-now.js';
import type { By } from '../with-reservation.js';
import { acceptOffer, declineOffer, leaveWaitingList } from './answer-offer.js';
import { joinWaitingList } from './join-waiting-list.js';
import { aheadOfEach, listWaiting, waitingFor } from './list-waiting.js';
import { WaitingEntry, WaitingState } from './waiting-entry.entity.js';
import { JoinWaitingListInput } from './waiting.inputs.js';

export const WaitingResult = createUnionType({
  name: 'WaitingResult',
  types: () => [WaitingEntry, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : WaitingEntry),
});

const Id = () => Args('id', { type: () => ID });

@Resolver(() => WaitingEntry)
export class WaitingResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [WaitingEntry], {
    description: 'Places in line: offers first, then who waits in order of coming, then what was settled lately.',
  })
  waitingEntries(
    @CurrentActor() actor: Actor,
    @Args('modelCode', { type: () => String, nullable: true }) modelCode: string | null,
    @Args('everybody', { type: () => Boolean, defaultValue: false, description: 'For who plans.' }) everybody: boolean,
  ): Promise<WaitingEntry[]> {
    return listWaiting(this.dataSource.manager, actor, { modelCode, everybody });
  }

  @Mutation(() => WaitingResult, { description: 'Puts a wish in line for time that is taken.' })
  joinWaitingList(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: JoinWaitingListInput) {
    return this.run(actor, loaders, async (tx, by) => {
      const id = await joinWaitingList(tx, by, input);
      return (await tx.findOneBy(WaitingEntry, { id }))!;
    });
  }

  @Mutation(() => ReservationResult, { description: 'The held time becomes a reservation, through the same guard.' })
  acceptOffer(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => acceptOffer(tx, by, id));
  }

  @Mutation(() => WaitingResult, { description: 'The next in line gets it.' })
  declineOffer(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => declineOffer(tx, by, id));
  }

  @Mutation(() => WaitingResult)
  leaveWaitingList(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => leaveWaitingList(tx, by, id));
  }

  @ResolveField(() => WaitingState)
  async state(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<WaitingState> {
    if (entry.state !== 'OFFERED') return entry.state;
    const offer = (await loaders.byId(Reservation).load(entry.reservationId!))!;
    return offerState(offer.state, stateNow(offer) === 'HELD');
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'How many come before it for the same days; null when it no longer waits.',
  })
  ahead(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<number | null> {
    return loaders.of(aheadOfEach, ({ id, state }) => `${id} ${state}`).load(entry);
  }

  @ResolveField(() => Date, { nullable: true, description: 'Until when its offer stands.' })
  async answerBefore(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<Date | null> {
    const offer = entry.state === 'OFFERED' ? await loaders.byId(Reservation).load(entry.reservationId!) : null;
    return offer?.holdExpiresAt ?? null;
  }

  @ResolveField(() => Reservation, { nullable: true, description: 'What was offered.' })
  async reservation(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> {
    return entry.reservationId ? loaders.byId(Reservation).load(entry.reservationId) : null;
  }

  @ResolveField(() => ModelType)
  async model(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<ModelType> {
    return ModelType.of((await loaders.byId(EquipmentModel).load(entry.modelId))!);
  }

  @ResolveField(() => EquipmentUnit, { nullable: true, description: 'The only unit that will do, if any.' })
  async unit(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return entry.unitId ? loaders.byId(EquipmentUnit).load(entry.unitId) : null;
  }

  @ResolveField(() => Site)
  site(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(entry.siteId);
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(entry.organisationId);
  }

  @ResolveField(() => Person)
  person(@Parent() entry: WaitingEntry, @RequestLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.byId(Person).load(entry.personId);
  }

  @ResolveField(() => [String], { description: 'What this viewer may do to it now: ACCEPT, DECLINE, LEAVE.' })
  async allowedActions(
    @CurrentActor() actor: Actor,
    @Parent() entry: WaitingEntry,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string[]> {
    if (!can(actor, 'waitingList.join', { organisationId: entry.organisationId })) return [];
    const state = await this.state(entry, loaders);
    return state === 'OFFERED' ? ['ACCEPT', 'DECLINE'] : state === 'WAITING' ? ['LEAVE'] : [];
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

@Resolver(() => ModelType)
export class ModelWaitingResolver {
  @ResolveField(() => Int, { description: 'How many wishes wait for it; 0 for who is not signed in.' })
  waiting(
    @CurrentActor() actor: Actor,
    @Parent() model: ModelType,
    @RequestLoaders() loaders: Loaders,
  ): Promise<number> | number {
    return can(actor, 'waitingList.read') ? loaders.of(waitingFor).load(model.id) : 0;
  }
}
