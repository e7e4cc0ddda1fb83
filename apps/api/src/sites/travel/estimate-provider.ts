import { estimateTravel } from '@karavaan/domain';
import type { Settings } from '../../platform/settings.js';
import type { TravelProvider } from './travel-provider.js';

/** Figures from the distance through the air: always there, and never a road. */
export const estimateProvider = (settings: Pick<Settings, 'vanFactorPercent'>): TravelProvider => ({
  name: 'estimate',
  table: async (from, to) => from.map((a) => to.map((b) => estimateTravel(a, b, { vanFactor: settings.vanFactorPercent / 100 }))),
  path: async () => null,
});
