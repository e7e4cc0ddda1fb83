import { createUnionType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { Site } from './site.entity.js';

const sites = connectionOf(Site, 'Site');

@ObjectType()
export class SiteConnection extends sites.Connection {}

export const SiteResult = createUnionType({
  name: 'SiteResult',
  types: () => [Site, Refusal] as const,
  resolveType: (value: Site | Refusal) => (value instanceof Refusal ? Refusal : Site),
});
