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
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { type Batch, type Loaders } from '../../platform/graphql/loaders.js';
import { Refusal, RefusalReason } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Settings } from '../../platform/settings.js';
import { Request } from '../../reservations/requests/request.entity.js';
import { Reservation } from '../../reservations/reservation.entity.js';
import { runVerb } from '../../reservations/run-verb.js';
import type { By } from '../../reservations/with-reservation.js';
import { Site } from '../../sites/site.entity.js';
import { Leg } from '../legs/leg.entity.js';
import { Vehicle } from '../vehicles/vehicle.entity.js';
import { PlanJob } from './jobs/plan-job.entity.js';
import { startPlan, StartPlanInput, stopPlan } from './jobs/start-plan.js';
import { acceptProposal, dismissProposal } from './proposals/accept-proposal.js';
import { type LeftOutRow, Proposal } from './proposals/proposal.entity.js';
import { ProposalItem } from './proposals/proposal-item.entity.js';
import type { TripDetails } from './trips/plan-trips.js';

@InputType()
export class AcceptProposalInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID, { description: 'The proposal.' })
  id: string;

  @Field(() => [ID], { description: 'The parts that are wanted: all of them are made true, or none.' })
  itemIds: string[];
}

@ObjectType({ description: 'What a plan could not give a place, and the least that would help.' })
export class LeftOut {
  row: LeftOutRow;

  @Field(() => RefusalReason, { nullable: true, description: 'What stands in the way; null where others came first.' })
  reason: RefusalReason | null;

  @Field(() => DayScalar, { nullable: true, description: 'The nearest first day that would go.' })
  nearestDay: string | null;

  @Field(() => Int, { nullable: true, description: 'How far that lies outside what was asked.' })
  daysOff: number | null;

  static of(row: LeftOutRow): LeftOut {
    const [reason] = row.refusal ? Refusal.because([row.refusal]).reasons : [];
    return Object.assign(new LeftOut(), {
      row,
      reason: reason ?? null,
      nearestDay: row.nearest?.firstDay ?? null,
      daysOff: row.nearest?.daysOff ?? null,
    });
  }
}

@ObjectType({ description: 'Where and when a booking is now.' })
export class BookedNow {
  unitId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;
}

export const PlanResult = createUnionType({
  name: 'PlanResult',
  types: () => [PlanJob, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : PlanJob),
});

const proposalOf: Batch<string, Proposal | null> = async (ids, { manager }) => {
  const rows = new Map((await manager.findBy(Proposal, { jobId: In([...ids]) })).map((row) => [row.jobId, row]));
  return ids.map((id) => rows.get(id) ?? null);
};

const itemsOf: Batch<string, ProposalItem[]> = async (ids, { manager }) => {
  const rows = await manager.find(ProposalItem, { where: { proposalId: In([...ids]) }, order: { position: 'ASC' } });
  const groups = Map.groupBy(rows, ({ proposalId }) => proposalId);
  return ids.map((id) => groups.get(id) ?? []);
};

const MOST_PLANS = 50;

@Resolver(() => PlanJob)
export class PlansResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [PlanJob], { description: 'The latest first, fifty of them.' })
  plans(@CurrentActor() actor: Actor): Promise<PlanJob[]> {
    requirePermission(actor, 'plan.make');
    return this.dataSource.manager.find(PlanJob, { order: { createdAt: 'DESC', id: 'ASC' }, take: MOST_PLANS });
  }

  @Query(() => PlanJob, { nullable: true })
  async plan(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PlanJob | null> {
    requirePermission(actor, 'plan.make');
    return isUuid(id) ? this.dataSource.manager.findOneBy(PlanJob, { id }) : null;
  }

  @Mutation(() => PlanResult, { description: 'Asks for a plan: the worker works it out, and nothing changes by it.' })
  startPlan(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: StartPlanInput) {
    return this.run(actor, loaders, async (tx, by) => found(tx, await startPlan(tx, by, input)));
  }

  @Mutation(() => PlanResult, { description: 'Ends the search with the best so far.' })
  stopPlan(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('id', { type: () => ID }) id: string) {
    return this.run(actor, loaders, async (tx, by) => found(tx, await stopPlan(tx, by, id)));
  }

  @Mutation(() => PlanResult, { description: 'Each part through the guard of a booking by hand; all parts or none.' })
  async acceptProposal(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('input') input: AcceptProposalInput,
  ): Promise<PlanJob | Refusal> {
    const done = await acceptProposal(this.dataSource, { actor, settings: this.settings }, input);
    loaders.clear();
    return done instanceof Refusal ? done : ofProposal(this.dataSource.manager, done.id);
  }

  @Mutation(() => PlanResult)
  dismissProposal(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.run(actor, loaders, async (tx, by) => ofProposal(tx, await dismissProposal(tx, by, { id, version })));
  }

  @ResolveField(() => Proposal, { nullable: true, description: 'Null until the search has ended.' })
  proposal(@Parent() job: PlanJob, @RequestLoaders() loaders: Loaders): Promise<Proposal | null> {
    return loaders.of(proposalOf).load(job.id);
  }

  @ResolveField(() => String, { description: 'Who asked for it.' })
  async createdByName(@Parent() job: PlanJob, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.byId(Person).load(job.createdBy))?.name ?? '';
  }

  @ResolveField(() => EquipmentUnit, { nullable: true })
  unit(@Parent() job: PlanJob, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> | null {
    return job.unitId ? loaders.byId(EquipmentUnit).load(job.unitId) : null;
  }

  @ResolveField(() => Site, { nullable: true })
  site(@Parent() job: PlanJob, @RequestLoaders() loaders: Loaders): Promise<Site | null> | null {
    return job.siteId ? loaders.byId(Site).load(job.siteId) : null;
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

const found = (tx: EntityManager, id: string): Promise<PlanJob> => tx.findOneByOrFail(PlanJob, { id });

async function ofProposal(manager: EntityManager, id: string): Promise<PlanJob> {
  const { jobId } = await manager.findOneByOrFail(Proposal, { id });
  return manager.findOneByOrFail(PlanJob, { id: jobId });
}

@Resolver(() => Proposal)
export class ProposalResolver {
  @ResolveField(() => [ProposalItem], { description: 'What would change, by day.' })
  items(@Parent() proposal: Proposal, @RequestLoaders() loaders: Loaders): Promise<ProposalItem[]> {
    return loaders.of(itemsOf).load(proposal.id);
  }

  @ResolveField(() => [LeftOut])
  leftOut(@Parent() proposal: Proposal): LeftOut[] {
    return proposal.leftOut.map((row) => LeftOut.of(row));
  }
}

@Resolver(() => ProposalItem)
export class ProposalItemResolver {
  @ResolveField(() => Request, { nullable: true })
  request(@Parent() { requestId }: ProposalItem, @RequestLoaders() loaders: Loaders): Promise<Request | null> | null {
    return requestId ? loaders.byId(Request).load(requestId) : null;
  }

  @ResolveField(() => Reservation, { nullable: true })
  reservation(@Parent() { reservationId }: ProposalItem, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> | null {
    return reservationId ? loaders.byId(Reservation).load(reservationId) : null;
  }

  @ResolveField(() => EquipmentUnit, { nullable: true })
  unit(@Parent() { unitId }: ProposalItem, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> | null {
    return unitId ? loaders.byId(EquipmentUnit).load(unitId) : null;
  }

  @ResolveField(() => Site, { nullable: true })
  site(@Parent() { siteId }: ProposalItem, @RequestLoaders() loaders: Loaders): Promise<Site | null> | null {
    return siteId ? loaders.byId(Site).load(siteId) : null;
  }

  @ResolveField(() => ProposedTrip, { nullable: true })
  trip(@Parent() { kind, details }: ProposalItem): ProposedTrip | null {
    return kind === 'TRIP' ? Object.assign(new ProposedTrip(), { details }) : null;
  }

  @ResolveField(() => BookedNow, { nullable: true, description: 'Of a move: where and when it is now.' })
  before(@Parent() { before }: ProposalItem): BookedNow | null {
    return before && Object.assign(new BookedNow(), before);
  }
}

@ObjectType({ description: 'A trip as it would be.' })
export class ProposedTrip {
  details: TripDetails;
}

@Resolver(() => ProposedTrip)
export class ProposedTripResolver {
  @ResolveField(() => Vehicle)
  vehicle(@Parent() { details }: ProposedTrip, @RequestLoaders() loaders: Loaders): Promise<Vehicle | null> {
    return loaders.byId(Vehicle).load(details.vehicleId);
  }

  @ResolveField(() => String)
  async driverName(@Parent() { details }: ProposedTrip, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.byId(Person).load(details.driverId))?.name ?? '';
  }

  @ResolveField(() => String, { nullable: true, description: 'A second person.' })
  async helperName(@Parent() { details }: ProposedTrip, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return details.helperId ? ((await loaders.byId(Person).load(details.helperId))?.name ?? null) : null;
  }

  @ResolveField(() => [Leg], { description: 'In the order in which they are picked up.' })
  async legs(@Parent() { details }: ProposedTrip, @RequestLoaders() loaders: Loaders): Promise<Leg[]> {
    const ids = details.stops.filter(({ kind }) => kind === 'PICK_UP').map(({ legId }) => legId);
    const legs = await Promise.all(ids.map((id) => loaders.byId(Leg).load(id)));
    return legs.filter((leg) => leg !== null);
  }
}

@Resolver(() => BookedNow)
export class BookedNowResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() { unitId }: BookedNow, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(unitId);
  }
}

@Resolver(() => LeftOut)
export class LeftOutResolver {
  @ResolveField(() => Request, { nullable: true })
  request(@Parent() { row }: LeftOut, @RequestLoaders() loaders: Loaders): Promise<Request | null> | null {
    return row.requestId ? loaders.byId(Request).load(row.requestId) : null;
  }

  @ResolveField(() => Reservation, { nullable: true })
  reservation(@Parent() { row }: LeftOut, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> | null {
    return row.reservationId ? loaders.byId(Reservation).load(row.reservationId) : null;
  }

  @ResolveField(() => [Request], { description: 'Who came first on the kit that would do.' })
  async rivals(@Parent() { row }: LeftOut, @RequestLoaders() loaders: Loaders): Promise<Request[]> {
    const rivals = await Promise.all(row.rivals.map((id) => loaders.byId(Request).load(id)));
    return rivals.filter((each) => each !== null);
  }

  @ResolveField(() => EquipmentUnit, { nullable: true })
  nearestUnit(@Parent() { row }: LeftOut, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> | null {
    return row.nearest ? loaders.byId(EquipmentUnit).load(row.nearest.unitId) : null;
  }
}
