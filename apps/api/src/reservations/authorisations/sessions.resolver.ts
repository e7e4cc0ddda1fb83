import { dayOf } from '@karavaan/domain';
import {
  Args,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource, In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { refusalOf } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { orRefusal } from '../../platform/refuse.js';
import { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import type { By } from '../with-reservation.js';
import { cancelSession, joinSession, leaveSession, noteAttendance, planSession } from './keep-sessions.js';
import { AuthorisationSession, SessionPlace, SessionPlaceState } from './session.entities.js';

const MOST = 500;
/** How long planners still see a session to write down who came. */
const LOOK_BACK_DAYS = 60;

@InputType()
export class PlanSessionInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  modelId: string;

  @Field(() => ID)
  siteId: string;

  @Field(() => DayScalar)
  day: string;

  @Field({ description: 'On the clock in Brussels, as 09:00.' })
  fromTime: string;

  @Field()
  toTime: string;

  @Field({ description: 'Who gives it.' })
  trainer: string;

  @Field(() => Int)
  places: number;
}

@ObjectType()
export class SessionParticipant {
  @Field(() => ID)
  personId: string;

  @Field()
  name: string;

  @Field()
  organisation: string;

  @Field(() => SessionPlaceState)
  state: SessionPlaceState;
}

export const SessionResult = createUnionType({
  name: 'SessionResult',
  types: () => [AuthorisationSession, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : AuthorisationSession),
});

const placesOf: Batch<string, SessionPlace[]> = async (sessionIds, { manager }) => {
  const places = await manager.find(SessionPlace, { where: { sessionId: In([...sessionIds]) }, order: { joinedAt: 'ASC' } });
  return grouped(sessionIds, places, (place) => place.sessionId);
};

const Id = () => Args('id', { type: () => ID });

@Resolver(() => AuthorisationSession)
export class SessionsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [AuthorisationSession], {
    description: 'Sessions to obtain an authorisation, the first first: what comes; for who grants also what was lately.',
  })
  authorisationSessions(@CurrentActor() actor: Actor): Promise<AuthorisationSession[]> {
    const back = refusalOf(actor, 'authorisation.grant') ? 0 : LOOK_BACK_DAYS;
    return this.dataSource.manager.find(AuthorisationSession, {
      where: { day: MoreThanOrEqual(dayOf(Date.now() - back * 86_400_000)) },
      order: { day: 'ASC', fromTime: 'ASC', id: 'ASC' },
      take: MOST,
    });
  }

  @Mutation(() => SessionResult, { description: 'For a model that asks for an authorisation.' })
  planSession(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: PlanSessionInput) {
    return this.run(actor, loaders, async (tx, by) => {
      const id = await planSession(tx, by, input);
      return tx.findOneByOrFail(AuthorisationSession, { id });
    });
  }

  @Mutation(() => SessionResult, { description: 'Takes a place for oneself. Safe to repeat.' })
  joinSession(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => joinSession(tx, by, id));
  }

  @Mutation(() => SessionResult, { description: 'Gives one’s place back. Safe to repeat.' })
  leaveSession(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string) {
    return this.run(actor, loaders, (tx, by) => leaveSession(tx, by, id));
  }

  @Mutation(() => SessionResult, { description: 'Tells who would have come. Safe to repeat.' })
  cancelSession(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    return this.run(actor, loaders, (tx, by) => cancelSession(tx, by, { id, reason }));
  }

  @Mutation(() => SessionResult, { description: 'Who came gets the authorisation. Safe to repeat.' })
  noteAttendance(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('attended', { type: () => Boolean }) attended: boolean,
  ) {
    return this.run(actor, loaders, (tx, by) => noteAttendance(tx, by, { sessionId: id, personId, attended }));
  }

  @ResolveField(() => ModelType)
  async model(@Parent() { modelId }: AuthorisationSession, @RequestLoaders() loaders: Loaders): Promise<ModelType> {
    return ModelType.of((await loaders.byId(EquipmentModel).load(modelId))!);
  }

  @ResolveField(() => String)
  async siteName(@Parent() { siteId }: AuthorisationSession, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.byId(Site).load(siteId))!.name;
  }

  @ResolveField(() => SessionPlaceState, { nullable: true, description: 'Of who asks; null without a place.' })
  async mine(
    @Parent() { id }: AuthorisationSession,
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
  ): Promise<SessionPlaceState | null> {
    const places = await loaders.of(placesOf).load(id);
    return places.find((place) => place.personId === actor.personId)?.state ?? null;
  }

  @ResolveField(() => [SessionParticipant], { description: 'For who grants; else none.' })
  async participants(
    @Parent() { id }: AuthorisationSession,
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
  ): Promise<SessionParticipant[]> {
    if (refusalOf(actor, 'authorisation.grant')) return [];
    const places = await loaders.of(placesOf).load(id);
    return Promise.all(
      places.map(async ({ personId, state }) => {
        const person = (await loaders.byId(Person).load(personId))!;
        const organisation = await loaders.byId(Organisation).load(person.organisationId);
        return { personId, name: person.name, organisation: organisation?.name ?? '', state };
      }),
    );
  }

  private async run(
    actor: Actor,
    loaders: Loaders,
    verb: (tx: EntityManager, by: By) => Promise<AuthorisationSession>,
  ): Promise<AuthorisationSession | Refusal> {
    const by = { actor, settings: this.settings };
    const done = await orRefusal(() => inTransaction(this.dataSource, (tx) => verb(tx, by)));
    loaders.clear();
    return done;
  }
}
