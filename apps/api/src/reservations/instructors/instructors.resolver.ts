import { accompaniedAt, isFreeToAccompany, periodOfDays } from '@karavaan/domain';
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
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { refusalOf } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { AccompaniedModel, Instructor, InstructorAbsence } from '../../equipment/instructors/instructor.entities.js';
import {
  addAbsence,
  dropAbsence,
  endInstructor,
  saveInstructor,
  setAccompanied,
} from '../../equipment/instructors/keep-instructors.js';
import { Person } from '../../people/person.entity.js';
import { findCandidates } from '../../placement/candidates.js';
import { worldForReading } from '../../placement/world.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Done, Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/is-uuid.js';
import { orRefusal } from '../../platform/refuse.js';
import { Settings } from '../../platform/settings.js';
import { ReservationState } from '../enums.js';
import { staysOf } from '../loads.js';
import { Reservation } from '../reservation.entity.js';
import { DoneResult, ReservationResult } from '../reservation.types.js';
import { runVerb } from '../run-verb.js';
import { assignInstructors } from './assign-instructors.js';
import { absencesOf, accompaniedReservations, instructorsOf, loansOf, modelsOf } from './instructor-loads.js';

@InputType()
export class InstructorInput {
  @Field()
  email: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; null for who is no instructor yet.' })
  version: number | null;

  @Field(() => [ID])
  modelIds: string[];

  @Field(() => [String], { description: 'Parts of the province; everywhere when empty.' })
  areas: string[];

  @Field(() => [Int], { description: '1 = Monday.' })
  weekdays: number[];
}

@ObjectType({ description: 'A loan that an instructor comes along with.' })
export class InstructorLoan {
  @Field(() => ID)
  reservationId: string;

  @Field()
  number: string;

  @Field(() => ReservationState)
  state: ReservationState;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field()
  siteName: string;

  @Field({ description: 'Street, postcode and town.' })
  address: string;

  @Field()
  organisation: string;

  @Field(() => [String])
  unitCodes: string[];

  @Field(() => String, { nullable: true })
  purpose: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask for, with the phone.' })
  contact: string | null;
}

@ObjectType()
export class InstructorName {
  @Field(() => ID)
  personId: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  phone: string | null;
}

@ObjectType()
export class InstructorChoice extends InstructorName {
  @Field({ description: 'Works then and there, and has promised nothing else.' })
  free: boolean;
}

export const InstructorResult = createUnionType({
  name: 'InstructorResult',
  types: () => [Instructor, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : Instructor),
});

@Resolver(() => Instructor)
export class InstructorsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [Instructor], { description: 'All for who plans them; else oneself, when one is. By name.' })
  instructors(@CurrentActor() actor: Actor): Promise<Instructor[]> | Instructor[] {
    if (actor.personId === null) return [];
    const whose = refusalOf(actor, 'instructor.plan') ? { personId: actor.personId } : {};
    return this.dataSource.manager.find(Instructor, {
      where: { ...whose, active: true },
      relations: { person: true },
      order: { person: { name: 'ASC' }, personId: 'ASC' },
      take: 500,
    });
  }

  @Query(() => [ModelType], { description: 'The models that are lent with somebody who comes along. For everybody.' })
  async accompaniedModels(): Promise<ModelType[]> {
    const rows = await this.dataSource.manager.find(AccompaniedModel, { relations: { model: true } });
    return rows.map((row) => ModelType.of(row.model!)).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  }

  @Mutation(() => InstructorResult, { description: 'Of two who change the same one, one decides.' })
  saveInstructor(@CurrentActor() actor: Actor, @Args('input') input: InstructorInput) {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => saveInstructor(tx, actor, input)));
  }

  @Mutation(() => InstructorResult, { description: 'What is booked already stays. Safe to repeat.' })
  endInstructor(@CurrentActor() actor: Actor, @Args('personId', { type: () => ID }) personId: string) {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => endInstructor(tx, actor, personId)));
  }

  @Mutation(() => InstructorResult, { description: 'Days on which one cannot come: one’s own, or for who plans anybody’s.' })
  addInstructorAbsence(
    @CurrentActor() actor: Actor,
    @Args('idempotencyKey') idempotencyKey: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('firstDay', { type: () => DayScalar }) firstDay: string,
    @Args('lastDay', { type: () => DayScalar }) lastDay: string,
  ) {
    const wish = { idempotencyKey, personId, firstDay, lastDay };
    return orRefusal(() =>
      inTransaction(this.dataSource, async (tx) =>
        tx.findOneByOrFail(Instructor, { personId: await addAbsence(tx, actor, wish) }),
      ),
    );
  }

  @Mutation(() => DoneResult, { description: 'Safe to repeat.' })
  async dropInstructorAbsence(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Done | Refusal> {
    const done = await orRefusal(async () => {
      await inTransaction(this.dataSource, (tx) => dropAbsence(tx, actor, id));
      return Object.assign(new Done(), { ok: true });
    });
    return done;
  }

  @Mutation(() => DoneResult, { description: 'Whether a model is lent only with somebody who comes along. Safe to repeat.' })
  async setAccompanied(
    @CurrentActor() actor: Actor,
    @Args('modelId', { type: () => ID }) modelId: string,
    @Args('asked', { type: () => Boolean }) asked: boolean,
  ): Promise<Done | Refusal> {
    return orRefusal(async () => {
      await inTransaction(this.dataSource, (tx) => setAccompanied(tx, actor, { modelId, asked }));
      return Object.assign(new Done(), { ok: true });
    });
  }

  @ResolveField(() => String)
  async name(@Parent() { personId }: Instructor, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.byId(Person).load(personId))!.name;
  }

  @ResolveField(() => String)
  async email(@Parent() { personId }: Instructor, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.byId(Person).load(personId))!.email;
  }

  @ResolveField(() => [ModelType])
  async models(@Parent() { personId }: Instructor, @RequestLoaders() loaders: Loaders): Promise<ModelType[]> {
    const ids = await loaders.of(modelsOf).load(personId);
    const models = await Promise.all(ids.map((id) => loaders.byId(EquipmentModel).load(id)));
    return models.map((model) => ModelType.of(model!));
  }

  @ResolveField(() => [InstructorAbsence], { description: 'That are not over, the first first.' })
  absences(@Parent() { personId }: Instructor, @RequestLoaders() loaders: Loaders): Promise<InstructorAbsence[]> {
    return loaders.of(absencesOf).load(personId);
  }

  @ResolveField(() => [InstructorLoan], { description: 'What they come along with from today on, the first first.' })
  loans(@Parent() { personId }: Instructor, @RequestLoaders() loaders: Loaders): Promise<InstructorLoan[]> {
    return loaders.of(loansOf).load(personId);
  }
}

@Resolver(() => Reservation)
export class ReservationInstructorsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @ResolveField(() => Boolean, { description: 'Somebody comes along with one of its models.' })
  accompanied(@Parent() { id }: Reservation, @RequestLoaders() loaders: Loaders): Promise<boolean> {
    return loaders.of(accompaniedReservations).load(id);
  }

  @ResolveField(() => [InstructorName], { description: 'Who comes along.' })
  async instructors(@Parent() { id }: Reservation, @RequestLoaders() loaders: Loaders): Promise<InstructorName[]> {
    const ids = await loaders.of(instructorsOf).load(id);
    const people = await Promise.all(ids.map((each) => loaders.byId(Person).load(each)));
    return people.map((person) => ({ personId: person!.id, name: person!.name, phone: person!.phone }));
  }

  @ResolveField(() => [InstructorChoice], { description: 'Who could come along, who is free first; for who plans, else none.' })
  async instructorChoices(
    @CurrentActor() actor: Actor,
    @Parent() reservation: Reservation,
    @RequestLoaders() loaders: Loaders,
  ): Promise<InstructorChoice[]> {
    if (refusalOf(actor, 'reservation.adjust')) return [];
    const { id, firstDay, lastDay, siteId, groupSize } = reservation;
    const period = periodOfDays(firstDay, lastDay);
    const now = Date.now();
    const unitIds = (await loaders.of(staysOf).load(id)).map((stay) => stay.unitId);
    const { manager } = this.dataSource;
    const units = await findCandidates(manager, period, now, { unitIds, excludeReservationId: id });
    const facts = new Map(units.flatMap(({ unit }) => unit.instructors ?? []).map((each) => [each.id, each]));
    if (facts.size === 0) return [];
    const world = await worldForReading(manager, this.settings);
    const loan = accompaniedAt(world.site(siteId), { firstDay, lastDay, period, siteId, groupSize, now, reservationId: id });
    const people = await manager.findBy(Person, { id: In([...facts.keys()]) });
    return people
      .map(({ id: personId, name, phone }) => ({ personId, name, phone, free: isFreeToAccompany(facts.get(personId)!, loan) }))
      .toSorted((a, b) => Number(b.free) - Number(a.free) || a.name.localeCompare(b.name));
  }

  @Mutation(() => ReservationResult, { description: 'A planner says who comes along, instead of who did; nobody when empty.' })
  async assignInstructors(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('personIds', { type: () => [ID] }) personIds: string[],
  ): Promise<Reservation | Refusal> {
    if (!isUuid(id)) return Refusal.of('NOT_FOUND', { field: 'id' });
    const by = { actor, settings: this.settings };
    const done = await runVerb(this.dataSource, this.settings, (tx) => assignInstructors(tx, by, { id, version, personIds }));
    loaders.clear();
    return done;
  }
}

export const instructorsResolvers = [InstructorsResolver, ReservationInstructorsResolver];
