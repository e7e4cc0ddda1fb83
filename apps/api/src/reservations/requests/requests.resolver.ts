import { can, type PlaceOptions as Found, nextRequestState } from '@karavaan/domain';
import {
  Args,
  createUnionType,
  Field,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { DOMAINS } from '../../equipment/domains.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { toReasons } from '../../placement/to-types.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { LocalizedText } from '../../platform/graphql/localized-text.js';
import { Refusal, RefusalReason } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';
import { runVerb } from '../run-verb.js';
import type { By } from '../with-reservation.js';
import { refuseRequest, withdrawRequest } from './answer-request.js';
import { optionsFor } from './find-options.js';
import { listRequests, RequestConnection } from './list-requests.js';
import { placeRequest } from './place-request.js';
import { Request, requestNumber } from './request.entity.js';
import { PlaceRequestInput, RequestFilter, SubmitRequestInput } from './request.inputs.js';
import { submitRequest } from './submit-request.js';

export const RequestResult = createUnionType({
  name: 'RequestResult',
  types: () => [Request, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : Request),
});

@ObjectType({ description: 'A unit and days that a request could get now.' })
export class PlaceOption {
  unitId: string;
  siteId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => Float)
  extraKm: number;

  @Field(() => Boolean, { description: 'In a period that was preferred.' })
  preferred: boolean;
}

@ObjectType()
export class Obstacle {
  @Field(() => Int, { description: 'How many beginnings it stands in the way of.' })
  times: number;

  @Field(() => RefusalReason, { description: 'One of them.' })
  reason: RefusalReason;

  static of({ times, example }: Pick<Found['obstacles'][number], 'times' | 'example'>): Obstacle {
    return Object.assign(new Obstacle(), { times, reason: toReasons([example])[0]! });
  }
}

@ObjectType()
export class PlaceOptions {
  @Field(() => Int)
  count: number;

  @Field(() => [PlaceOption], { description: 'The preferred first, then what drives least.' })
  options: PlaceOption[];

  @Field(() => [Obstacle], { description: 'What stands in the way of other beginnings, the most frequent first.' })
  obstacles: Obstacle[];
}

const MOST_OPTIONS = 60;
const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver(() => Request)
export class RequestsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => RequestConnection)
  requests(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: RequestFilter,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<RequestConnection> {
    return listRequests(this.dataSource.manager, actor, filter ?? {}, { first, after });
  }

  @Query(() => Request, { nullable: true })
  async request(@CurrentActor() actor: Actor, @Id() id: string): Promise<Request | null> {
    const request = isUuid(id) ? await this.dataSource.manager.findOneBy(Request, { id }) : null;
    return request && can(actor, 'request.read', request) ? request : null;
  }

  @Query(() => PlaceOptions, { nullable: true, description: 'What a planner can give a request now.' })
  async placeOptions(@CurrentActor() actor: Actor, @Id() id: string): Promise<PlaceOptions | null> {
    requirePermission(actor, 'request.decide');
    const { manager } = this.dataSource;
    const request = isUuid(id) ? await manager.findOneBy(Request, { id }) : null;
    if (!request) return null;
    const { options, obstacles } = await optionsFor(manager, this.settings, request);
    return {
      count: options.length,
      options: options.slice(0, MOST_OPTIONS).map((option) => Object.assign(new PlaceOption(), option)),
      obstacles: obstacles.map((each) => Obstacle.of(each)),
    };
  }

  @Mutation(() => RequestResult)
  submitRequest(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: SubmitRequestInput) {
    return this.run(actor, loaders, async (tx, by) => found(tx, await submitRequest(tx, by, input)));
  }

  @Mutation(() => RequestResult)
  withdrawRequest(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
  ) {
    return this.run(actor, loaders, (tx, by) => withdrawRequest(tx, by, { id, version }));
  }

  @Mutation(() => RequestResult)
  refuseRequest(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
    @Args('reason') reason: string,
  ) {
    return this.run(actor, loaders, (tx, by) => refuseRequest(tx, by, { id, version, reason }));
  }

  @Mutation(() => RequestResult, { description: 'Gives it a unit and days, through the same guard as a booking.' })
  placeRequest(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: PlaceRequestInput) {
    return this.run(actor, loaders, async (tx, by) => found(tx, await placeRequest(tx, by, input)));
  }

  @ResolveField(() => String, { description: 'As people read it: A-00042.' })
  number(@Parent() request: Request): string {
    return requestNumber(request);
  }

  @ResolveField(() => ModelType, { nullable: true })
  async model(@Parent() request: Request, @RequestLoaders() loaders: Loaders): Promise<ModelType | null> {
    return request.modelId ? ModelType.of((await loaders.byId(EquipmentModel).load(request.modelId))!) : null;
  }

  @ResolveField(() => LocalizedText, { nullable: true, description: 'Of any model: the field of work.' })
  domain(@Parent() request: Request): LocalizedText | null {
    return request.domain ? (DOMAINS[request.domain] ?? null) : null;
  }

  @ResolveField(() => Site)
  site(@Parent() request: Request, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(request.siteId);
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() request: Request, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(request.organisationId);
  }

  @ResolveField(() => Person)
  requester(@Parent() request: Request, @RequestLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.byId(Person).load(request.requesterId);
  }

  @ResolveField(() => Reservation, { nullable: true, description: 'What it was given.' })
  async reservation(@Parent() request: Request, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> {
    return request.reservationId ? loaders.byId(Reservation).load(request.reservationId) : null;
  }

  @ResolveField(() => [String], { description: 'What this viewer may do to it now: WITHDRAW, REFUSE, PLACE.' })
  allowedActions(@CurrentActor() actor: Actor, @Parent() request: Request): string[] {
    if (!nextRequestState('WITHDRAW', request.state)) return [];
    return [
      ...(can(actor, 'request.decide', request) ? ['PLACE', 'REFUSE'] : []),
      ...(can(actor, 'request.withdraw', request) ? ['WITHDRAW'] : []),
    ];
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

async function found(tx: EntityManager, id: string): Promise<Request> {
  return (await tx.findOneBy(Request, { id }))!;
}

@Resolver(() => PlaceOption)
export class PlaceOptionResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() option: PlaceOption, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(option.unitId);
  }

  @ResolveField(() => Site, { description: 'Of fixed equipment the host: the group goes there.' })
  site(@Parent() option: PlaceOption, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return loaders.byId(Site).load(option.siteId);
  }
}
