import type { Choice } from './field.js';
import { choice } from './make-field.js';

/** The fields of work that models belong to, in the order of the catalogue. */
export const DOMAIN_CHOICES: readonly Choice[] = [
  choice('industry-4.0', 'Industrie 4.0', 'Industrie 4.0', 'Industry 4.0'),
  choice('manufacturing', 'Maakindustrie', 'Industrie manufacturière', 'Manufacturing'),
  choice('digital', 'Digitaal', 'Numérique', 'Digital'),
  choice('xr', 'Virtuele realiteit (XR)', 'Réalité virtuelle (XR)', 'Virtual reality (XR)'),
  choice('logistics', 'Logistiek', 'Logistique', 'Logistics'),
  choice('construction', 'Bouw', 'Construction', 'Construction'),
  choice('energy', 'Energie', 'Énergie', 'Energy'),
  choice('mobility-energy', 'Mobiliteit en energie', 'Mobilité et énergie', 'Mobility and energy'),
  choice('care', 'Zorg', 'Soins', 'Care'),
  choice('food', 'Voeding', 'Alimentation', 'Food'),
  choice('blue-energy', 'Blauwe energie', 'Énergie bleue', 'Blue energy'),
];
