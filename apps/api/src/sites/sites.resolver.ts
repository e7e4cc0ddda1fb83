import { Args, Float, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import { inTransaction } from '../database/transaction.js';
import { Organisation } from '../people/organisation.entity.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { BookingDefaults } from '../people/viewer.type.js';
import { RefusalReason, Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { findPlaces } from './find-places.js';
import { listSites } from './list-sites.js';
import { moveSite } from './move-site.js';
import { Site } from './site.entity.js';
import { sitesByOrganisation } from './sites-by-organisation.js';
import { Place } from './calendar.entities.js';
import { SiteConnection, SiteResult } from './site.type.js';

@Resolver(() => Site)
export class SitesResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => SiteConnection)
  sites(
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('organisationId', { type: () => ID, nullable: true }) organisationId: string | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<SiteConnection> {
    return listSites(this.dataSource.manager, { text, organisationId, first, after });
  }

  @Query(() => Site, { nullable: true })
  async site(@Args('code') code: string): Promise<Site | null> {
    return this.dataSource.manager.findOneBy(Site, { code });
  }

  @Query(() => [Place], { description: 'Places by the beginning of a postcode or a name.' })
  places(@Args('text') text: string, @Args('first', { type: () => Int, defaultValue: 8 }) first: number): Promise<Place[]> {
    return findPlaces(this.dataSource.manager, text, first);
  }

  @Mutation(() => SiteResult, { description: 'Puts a site where it really is; travel to and from it is computed anew.' })
  moveSite(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('latitude', { type: () => Float }) latitude: number,
    @Args('longitude', { type: () => Float }) longitude: number,
  ): Promise<Site | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, (tx) => moveSite(tx, actor, { id, latitude, longitude })));
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() site: Site, @RequestLoaders() loaders: Loaders): Promise<Organisation | null> {
    return loaders.byId(Organisation).load(site.organisationId);
  }
}

@Resolver(() => BookingDefaults)
export class BookingDefaultsSiteResolver {
  @ResolveField(() => Site, { nullable: true })
  async site(@Parent() defaults: BookingDefaults, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return defaults.siteId ? loaders.byId(Site).load(defaults.siteId) : null;
  }
}

@Resolver(() => Organisation)
export class OrganisationSitesResolver {
  @ResolveField(() => [Site])
  sites(@Parent() organisation: Organisation, @RequestLoaders() loaders: Loaders): Promise<Site[]> {
    return loaders.of(sitesByOrganisation).load(organisation.id);
  }
}

@Resolver(() => RefusalReason)
export class RefusalSiteResolver {
  @ResolveField(() => Site, { nullable: true })
  async site(@Parent() reason: RefusalReason, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return reason.siteId ? loaders.byId(Site).load(reason.siteId) : null;
  }
}
