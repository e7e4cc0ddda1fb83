import { permissionsOf } from '@karavaan/domain';
import { Mutation, Parent, Query, ResolveField, Resolver, Args } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import { inTransaction } from '../database/transaction.js';
import { Locale } from '../platform/graphql/enums.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Done } from '../platform/graphql/refusal.js';
import { bookingDefaultsOf } from './booking-defaults.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';
import { setLocale } from './set-locale.js';
import { toViewer } from './to-viewer.js';
import { BookingDefaults, Viewer } from './viewer.type.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => Viewer, { nullable: true })
  async viewer(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders): Promise<Viewer | null> {
    const person = actor.personId === null ? null : await loaders.byId(Person).load(actor.personId);
    return person && toViewer(person);
  }

  @Mutation(() => Done, { description: 'Keeps the language for mails and the next sign-in; for a visitor it does nothing.' })
  async setLocale(@Args('locale', { type: () => Locale }) locale: Locale, @CurrentActor() actor: Actor): Promise<Done> {
    await inTransaction(this.dataSource, (tx) => setLocale(tx, actor, locale));
    return { ok: true };
  }

  @ResolveField()
  organisation(@Parent() viewer: Viewer, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(viewer.organisationId);
  }

  @ResolveField()
  permissions(@Parent() viewer: Viewer): string[] {
    return permissionsOf(viewer.role);
  }

  @ResolveField()
  bookingDefaults(@Parent() viewer: Viewer): Promise<BookingDefaults> {
    return bookingDefaultsOf(this.dataSource.manager, viewer.id);
  }
}
