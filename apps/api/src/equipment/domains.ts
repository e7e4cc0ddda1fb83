import type { LocalizedText } from '../platform/graphql/localized-text.js';

/** The fields of work that models belong to, in the order of the catalogue. */
export const DOMAINS: Readonly<Record<string, LocalizedText>> = {
  'industry-4.0': { nl: 'Industrie 4.0', fr: 'Industrie 4.0', en: 'Industry 4.0' },
  manufacturing: { nl: 'Maakindustrie', fr: 'Industrie manufacturière', en: 'Manufacturing' },
  digital: { nl: 'Digitaal', fr: 'Numérique', en: 'Digital' },
  xr: { nl: 'Virtuele realiteit (XR)', fr: 'Réalité virtuelle (XR)', en: 'Virtual reality (XR)' },
  logistics: { nl: 'Logistiek', fr: 'Logistique', en: 'Logistics' },
  construction: { nl: 'Bouw', fr: 'Construction', en: 'Construction' },
  energy: { nl: 'Energie', fr: 'Énergie', en: 'Energy' },
  'mobility-energy': { nl: 'Mobiliteit en energie', fr: 'Mobilité et énergie', en: 'Mobility and energy' },
  care: { nl: 'Zorg', fr: 'Soins', en: 'Care' },
  food: { nl: 'Voeding', fr: 'Alimentation', en: 'Food' },
  'blue-energy': { nl: 'Blauwe energie', fr: 'Énergie bleue', en: 'Blue energy' },
};
