import { In } from 'typeorm';
import { type Batch, grouped } from '../platform/graphql/loaders.js';
import { Site } from './site.entity.js';

export const sitesByOrganisation: Batch<string, Site[]> = async (ids, { manager }) => {
  const rows = await manager.find(Site, { where: { organisationId: In([...ids]) }, order: { name: 'ASC' } });
  return grouped(ids, rows, (site) => site.organisationId);
};
