import type { Settings } from '../../platform/settings.js';
import { estimateProvider } from './estimate-provider.js';
import { osrmProvider } from './osrm-provider.js';
import type { TravelProvider } from './travel-provider.js';

/** The provider that the settings name: the server at `osrmUrl`, or the estimate. Make one and keep it: it remembers failures. */
export const providerOf = (settings: Settings): TravelProvider =>
  settings.osrmUrl ? osrmProvider(settings.osrmUrl, () => settings.vanFactorPercent / 100) : estimateProvider(settings);
