import { Module } from '@nestjs/common';
import { AccessRequestsResolver } from './access-requests.resolver.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { PersonResolver } from './person.resolver.js';
import { SettingsResolver } from './settings.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

@Module({ providers: [ViewerResolver, PersonResolver, OrganisationsResolver, SettingsResolver, AccessRequestsResolver] })
export class PeopleModule {}
