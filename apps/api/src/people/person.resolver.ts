import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

@Resolver(() => Person)
export class PersonResolver {
  @ResolveField(() => Organisation)
  organisation(@Parent() person: Person, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(person.organisationId);
  }

  @ResolveField(() => String, { nullable: true })
  email(@Parent() person: Person, @CurrentActor() actor: Actor): string | null {
    return maySeeContact(actor, person) ? person.email : null;
  }

  @ResolveField(() => String, { nullable: true })
  phone(@Parent() person: Person, @CurrentActor() actor: Actor): string | null {
    return maySeeContact(actor, person) ? person.phone : null;
  }
}

/** Colleagues, and those who plan and administer for all; never a visitor. */
function maySeeContact(actor: Actor, person: Person): boolean {
  return actor.role === 'PLANNER' || actor.role === 'ADMINISTRATOR' || actor.organisationId === person.organisationId;
}
