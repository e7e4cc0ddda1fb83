import {
  Args,
  createUnionType,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource, IsNull } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { refusalOf } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Done, Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { orRefusal } from '../../platform/refuse.js';
import { DoneResult } from '../reservation.types.js';
import { Authorisation, AuthorisationKind, AuthorisationRule } from './authorisation.entities.js';
import { grantAuthorisation, revokeAuthorisation, setAuthorisationRule } from './keep-authorisations.js';

const MOST = 2_000;

@ObjectType()
export class AuthorisationHolder {
  @Field()
  name: string;

  @Field()
  email: string;

  @Field()
  organisation: string;
}

export const AuthorisationResult = createUnionType({
  name: 'AuthorisationResult',
  types: () => [Authorisation, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : Authorisation),
});

@Resolver(() => Authorisation)
export class AuthorisationsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [Authorisation], { description: 'Everybody’s for who may grant them; else one’s own. Latest first.' })
  authorisations(@CurrentActor() actor: Actor): Promise<Authorisation[]> | Authorisation[] {
    if (actor.personId === null) return [];
    const whose = refusalOf(actor, 'authorisation.grant') ? { personId: actor.personId } : {};
    return this.dataSource.manager.find(Authorisation, {
      where: { ...whose, revokedAt: IsNull() },
      order: { grantedOn: 'DESC', createdAt: 'DESC' },
      take: MOST,
    });
  }

  @Mutation(() => DoneResult, { description: 'What a model asks of who books it; without a kind it asks nothing any more.' })
  async setAuthorisationRule(
    @CurrentActor() actor: Actor,
    @Args('modelId', { type: () => ID }) modelId: string,
    @Args('kind', { type: () => AuthorisationKind, nullable: true }) kind: AuthorisationKind | null,
    @Args('validMonths', { type: () => Int, nullable: true }) validMonths: number | null,
  ): Promise<Done | Refusal> {
    const wish = { modelId, kind: kind ?? null, validMonths: validMonths ?? null };
    const set = await orRefusal(() => inTransaction(this.dataSource, (tx) => setAuthorisationRule(tx, actor, wish)));
    return set instanceof Refusal ? set : Object.assign(new Done(), { ok: true });
  }

  @Mutation(() => AuthorisationResult, { description: 'Safe to repeat: one per person, model and day.' })
  grantAuthorisation(
    @CurrentActor() actor: Actor,
    @Args('email') email: string,
    @Args('modelId', { type: () => ID }) modelId: string,
    @Args('grantedOn', { type: () => DayScalar }) grantedOn: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ): Promise<Authorisation | Refusal> {
    return orRefusal(() =>
      inTransaction(this.dataSource, (tx) => grantAuthorisation(tx, actor, { email, modelId, grantedOn, note })),
    );
  }

  @Mutation(() => AuthorisationResult, { description: 'From now on; what is booked already stays. Safe to repeat.' })
  revokeAuthorisation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Authorisation | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => revokeAuthorisation(tx, actor, id)));
  }

  @ResolveField(() => ModelType)
  async model(@Parent() { modelId }: Authorisation, @RequestLoaders() loaders: Loaders): Promise<ModelType> {
    return ModelType.of((await loaders.byId(EquipmentModel).load(modelId))!);
  }

  @ResolveField(() => AuthorisationHolder)
  async person(@Parent() { personId }: Authorisation, @RequestLoaders() loaders: Loaders): Promise<AuthorisationHolder> {
    const person = (await loaders.byId(Person).load(personId))!;
    const organisation = await loaders.byId(Organisation).load(person.organisationId);
    return { name: person.name, email: person.email, organisation: organisation?.name ?? '' };
  }
}

@Resolver(() => AuthorisationRule)
export class AuthorisationRulesResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [AuthorisationRule], { description: 'The models that ask for one. For everybody.' })
  authorisationRules(): Promise<AuthorisationRule[]> {
    return this.dataSource.manager.find(AuthorisationRule, { order: { modelId: 'ASC' } });
  }

  @ResolveField(() => ModelType)
  async model(@Parent() { modelId }: AuthorisationRule, @RequestLoaders() loaders: Loaders): Promise<ModelType> {
    return ModelType.of((await loaders.byId(EquipmentModel).load(modelId))!);
  }
}
