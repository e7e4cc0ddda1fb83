import { Module } from '@nestjs/common';
import { AccessDecisionResolver } from './access-decision.resolver.js';
import { TravelStateResolver } from './travel/travel-state.resolver.js';
import { BookingDefaultsSiteResolver, OrganisationSitesResolver, RefusalSiteResolver, SitesResolver } from './sites.resolver.js';

@Module({
  providers: [
    SitesResolver,
    BookingDefaultsSiteResolver,
    OrganisationSitesResolver,
    RefusalSiteResolver,
    AccessDecisionResolver,
    TravelStateResolver,
  ],
})
export class SitesModule {}
