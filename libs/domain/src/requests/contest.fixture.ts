import type { Contender } from './allocate.js';
import type { PlaceOption } from './place-options.js';

export const option = (unitId: string, firstDay: string, lastDay = firstDay, more: Partial<PlaceOption> = {}): PlaceOption => ({
  unitId,
  siteId: 'site',
  firstDay,
  lastDay,
  extraKm: 0,
  preferred: false,
  ...more,
});

export const contender = (id: string, options: PlaceOption[], total = 100, organisationId = `of ${id}`): Contender => ({
  id,
  organisationId,
  options,
  worth: { base: total, served: 0, access: 0, group: 0, total },
});
