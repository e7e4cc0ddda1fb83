import { areaOf, can, evenness, type Measured, shares } from '@karavaan/domain';
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
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { RefusalCode } from '../../platform/graphql/enums.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import { Request } from '../requests/request.entity.js';
import { Obstacle } from '../requests/requests.resolver.js';
import { runVerb } from '../run-verb.js';
import type { By } from '../with-reservation.js';
import { adjustRound, allocateRound, requestsOf } from './allocate-round.js';
import { cancelRound, closeRound, planRound } from './plan-round.js';
import { publishRound } from './publish-round.js';
import { RequestRound, RequestRoundModel } from './request-round.entity.js';
import { AdjustRoundInput, PlanRoundInput } from './round.inputs.js';
import { RoundPlacement } from './round-placement.entity.js';
import { stateOfRound } from './state-of-round.js';

const RoundState = enumOf('PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED', 'CANCELLED');
registerEnumType(RoundState, { name: 'RoundState' });
const RoundOutcome = enumOf('PLACED', 'CAP', 'COMPETITORS', 'NO_TIME', 'LEFT_OUT');
registerEnumType(RoundOutcome, { name: 'RoundOutcome', description: 'What a round says of a request.' });
const Area = enumOf('BRUGGE', 'OOSTENDE', 'WESTHOEK', 'MIDWEST', 'KORTRIJK', 'OTHER');
registerEnumType(Area, { name: 'Area' });

@ObjectType({ description: 'The points of a request and what they come from.' })
export class Points {
  @Field(() => Int)
  base: number;

  @Field(() => Int)
  served: number;

  @Field(() => Int)
  access: number;

  @Field(() => Int)
  group: number;

  @Field(() => Int)
  total: number;
}

@ObjectType('RoundPlacement')
export class RoundPlacementType {
  row: RoundPlacement;

  @Field(() => RoundOutcome)
  kind: keyof typeof RoundOutcome;

  @Field(() => DayScalar, { nullable: true })
  firstDay: string | null;

  @Field(() => DayScalar, { nullable: true })
  lastDay: string | null;

  @Field()
  preferred: boolean;

  @Field()
  pinned: boolean;

  @Field(() => Float, { nullable: true })
  extraKm: number | null;

  @Field(() => Points)
  worth: Points;

  @Field(() => String, { nullable: true, description: 'placements or days.' })
  cap: string | null;

  @Field(() => Int, { nullable: true })
  limit: number | null;

  @Field(() => [Obstacle])
  obstacles: Obstacle[];

  @Field(() => String, { nullable: true, description: 'At publication: PLACED, REFUSED by the guard, NOT_OPEN any more.' })
  outcome: string | null;

  @Field(() => [RefusalCode])
  refusalCodes: RefusalCode[];

  static of(row: RoundPlacement): RoundPlacementType {
    return Object.assign(new RoundPlacementType(), row, {
      row,
      cap: row.why.cap ?? null,
      limit: row.why.limit ?? null,
      obstacles: (row.why.obstacles ?? []).map((each) => Obstacle.of(each)),
    });
  }
}

@ObjectType({ description: 'Of what was asked, what was given.' })
export class FairShare {
  @Field()
  key: string;

  @Field(() => String, { description: 'An organisation’s name; of an area its code.' })
  label: string;

  @Field(() => Int)
  asked: number;

  @Field(() => Int)
  placed: number;

  @Field(() => Int)
  daysAsked: number;

  @Field(() => Int)
  daysPlaced: number;
}

@ObjectType()
export class Fairness {
  @Field(() => [FairShare])
  byOrganisation: FairShare[];

  @Field(() => [FairShare])
  byArea: FairShare[];

  @Field(() => Float, { nullable: true, description: 'Jain’s index over the organisations: 1 when all are served alike.' })
  evenness: number | null;
}

export const RoundResult = createUnionType({
  name: 'RoundResult',
  types: () => [RequestRound, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : RequestRound),
});

const placementsOf: Batch<string, RoundPlacement[]> = async (ids, { manager }) =>
  grouped(ids, await manager.findBy(RoundPlacement, { roundId: In([...ids]) }), ({ roundId }) => roundId);

const modelsOf: Batch<string, string[]> = async (ids, { manager }) => {
  const rows = await manager.findBy(RequestRoundModel, { roundId: In([...ids]) });
  return grouped(ids, rows, ({ roundId }) => roundId).map((group) => group.map(({ modelId }) => modelId));
};

const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver(() => RequestRound)
export class RoundsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [RequestRound], { description: 'The latest first.' })
  rounds(@CurrentActor() actor: Actor): Promise<RequestRound[]> {
    requirePermission(actor, 'round.read');
    return this.dataSource.manager.find(RequestRound, { order: { opensOn: 'DESC', id: 'ASC' }, take: 100 });
  }

  @Query(() => RequestRound, { nullable: true })
  async round(@CurrentActor() actor: Actor, @Id() id: string): Promise<RequestRound | null> {
    requirePermission(actor, 'round.read');
    return isUuid(id) ? this.dataSource.manager.findOneBy(RequestRound, { id }) : null;
  }

  @Mutation(() => RoundResult)
  planRound(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: PlanRoundInput) {
    return this.run(actor, loaders, async (tx, by) => found(tx, await planRound(tx, by, input)));
  }

  @Mutation(() => RoundResult, { description: 'Takes no more requests.' })
  closeRound(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string, @Version() version: number) {
    return this.run(actor, loaders, (tx, by) => closeRound(tx, by, { id, version }));
  }

  @Mutation(() => RoundResult)
  cancelRound(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Id() id: string, @Version() version: number) {
    return this.run(actor, loaders, (tx, by) => cancelRound(tx, by, { id, version }));
  }

  @Mutation(() => RoundResult, { description: 'The same requests and seed give the same result.' })
  allocateRound(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Id() id: string,
    @Version() version: number,
    @Args('seed', { type: () => Int, nullable: true }) seed: number | null,
  ) {
    return this.run(actor, loaders, (tx, by) => allocateRound(tx, by, { id, version, seed }));
  }

  @Mutation(() => RoundResult)
  adjustRound(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: AdjustRoundInput) {
    return this.run(actor, loaders, (tx, by) => adjustRound(tx, by, input));
  }

  @Mutation(() => RoundResult, { description: 'Every placement through the guard of a booking; everybody is told.' })
  publishRound(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('idempotencyKey') idempotencyKey: string,
    @Id() id: string,
    @Version() version: number,
  ) {
    return this.run(actor, loaders, async (tx, by) => found(tx, await publishRound(tx, by, { idempotencyKey, id, version })));
  }

  @ResolveField(() => RoundState)
  state(@Parent() round: RequestRound): keyof typeof RoundState {
    return stateOfRound(round);
  }

  @ResolveField(() => [ModelType])
  async models(@Parent() round: RequestRound, @RequestLoaders() loaders: Loaders): Promise<ModelType[]> {
    const ids = await loaders.of(modelsOf).load(round.id);
    const models = await Promise.all(ids.map((id) => loaders.byId(EquipmentModel).load(id)));
    return models.map((model) => ModelType.of(model!)).sort((a, b) => (a.name.nl < b.name.nl ? -1 : 1));
  }

  @ResolveField(() => Int, { nullable: true, description: 'Open requests that it could serve; for who plans.' })
  async requestCount(@CurrentActor() actor: Actor, @Parent() round: RequestRound): Promise<number | null> {
    if (!can(actor, 'round.plan')) return null;
    if (round.publishedAt) return this.dataSource.manager.countBy(RoundPlacement, { roundId: round.id });
    return (await requestsOf(this.dataSource.manager, round)).length;
  }

  @ResolveField(() => [RoundPlacementType], {
    description: 'The heaviest first. Others’ are for who plans; one’s own once published.',
  })
  async placements(
    @CurrentActor() actor: Actor,
    @Parent() round: RequestRound,
    @RequestLoaders() loaders: Loaders,
  ): Promise<RoundPlacementType[]> {
    const plans = can(actor, 'round.plan');
    if (!plans && !round.publishedAt) return [];
    const rows = await loaders.of(placementsOf).load(round.id);
    const requests = await Promise.all(rows.map(({ requestId }) => loaders.byId(Request).load(requestId)));
    const seen = rows.filter((_, at) => plans || can(actor, 'request.read', requests[at]!));
    const number = new Map(requests.map((request) => [request!.id, request!.number]));
    return seen
      .sort((a, b) => b.worth.total - a.worth.total || number.get(a.requestId)! - number.get(b.requestId)!)
      .map((row) => RoundPlacementType.of(row));
  }

  @ResolveField(() => Fairness, { nullable: true, description: 'What was asked and given; null before it was shared out.' })
  async fairness(
    @CurrentActor() actor: Actor,
    @Parent() round: RequestRound,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Fairness | null> {
    if (!round.allocatedAt || (!can(actor, 'round.plan') && !round.publishedAt)) return null;
    const rows = await loaders.of(placementsOf).load(round.id);
    const measured = await Promise.all(
      rows.map(async (row) => {
        const request = (await loaders.byId(Request).load(row.requestId))!;
        const site = (await loaders.byId(Site).load(request.siteId))!;
        const organisation = (await loaders.byId(Organisation).load(request.organisationId))!;
        const given = row.kind === 'PLACED' && (row.outcome === null || row.outcome === 'PLACED');
        const { unitId, firstDay, lastDay, preferred } = row;
        const option = given
          ? { unitId: unitId!, siteId: site.id, firstDay: firstDay!, lastDay: lastDay!, extraKm: 0, preferred }
          : null;
        return { organisation, area: areaOf(site.nis), daysAsked: request.days, option };
      }),
    );
    const names = new Map(measured.map(({ organisation }) => [organisation.id, organisation.name]));
    const by = (keyOf: (each: (typeof measured)[number]) => string) =>
      shares(measured.map((each): Measured => ({ key: keyOf(each), daysAsked: each.daysAsked, option: each.option })));
    const organisations = by(({ organisation }) => organisation.id);
    const anonymous = !can(actor, 'round.plan');
    const label = (key: string) => (anonymous && key !== actor.organisationId ? '' : names.get(key)!);
    return {
      byOrganisation: organisations.map((each) => ({ ...each, label: label(each.key) })),
      byArea: by(({ area }) => area).map((each) => ({ ...each, label: each.key })),
      evenness: evenness(organisations),
    };
  }

  @ResolveField(() => Boolean, { description: 'Whether this viewer plans it.' })
  mayPlan(@CurrentActor() actor: Actor): boolean {
    return can(actor, 'round.plan');
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

async function found(tx: EntityManager, id: string): Promise<RequestRound> {
  return (await tx.findOneBy(RequestRound, { id }))!;
}

@Resolver(() => RoundPlacementType)
export class RoundPlacementResolver {
  @ResolveField(() => Request)
  request(@Parent() { row }: RoundPlacementType, @RequestLoaders() loaders: Loaders): Promise<Request | null> {
    return loaders.byId(Request).load(row.requestId);
  }

  @ResolveField(() => EquipmentUnit, { nullable: true })
  async unit(@Parent() { row }: RoundPlacementType, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return row.unitId ? loaders.byId(EquipmentUnit).load(row.unitId) : null;
  }

  @ResolveField(() => [Request], { description: 'The requests that came first; whose they are is for who plans.' })
  async rivals(
    @CurrentActor() actor: Actor,
    @Parent() { row }: RoundPlacementType,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Request[]> {
    const rivals = await Promise.all((row.why.rivals ?? []).map((id) => loaders.byId(Request).load(id)));
    return rivals.filter((rival): rival is Request => rival !== null && can(actor, 'request.read', rival));
  }

  @ResolveField(() => Int)
  rivalCount(@Parent() { row }: RoundPlacementType): number {
    return row.why.rivals?.length ?? 0;
  }
}
