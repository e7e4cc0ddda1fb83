import type { RecordShape } from '../field.js';
import { LICENCE_CHOICES } from '../choices.js';
import { ACTIVE, code, names, text, whole } from '../make-field.js';

export const VEHICLE: RecordShape = {
  kind: 'VEHICLE',
  names: names('Bestelwagens', 'Camionnettes', 'Vans'),
  mostRows: 500,
  title: ['name'],
  fields: [
    code(),
    text('name', names('Naam', 'Nom', 'Name'), 'what', { required: true, longest: 60 }),
    text('plate', names('Nummerplaat', 'Plaque', 'Number plate'), 'what', { longest: 20 }),
    {
      key: 'depotSite',
      label: names('Depot', 'Dépôt', 'Depot'),
      kind: 'reference',
      refers: 'SITE',
      required: true,
      group: 'where',
      help: names(
        'Waar de wagen ’s morgens vertrekt en ’s avonds terugkomt.',
        'D’où la camionnette part le matin et où elle revient le soir.',
        'Where the van leaves in the morning and comes back in the evening.',
      ),
    },
    {
      key: 'volumeM3',
      label: names('Laadruimte (m³)', 'Volume utile (m³)', 'Load space (m³)'),
      kind: 'decimal',
      least: 0.1,
      most: 100,
      required: true,
      group: 'use',
    },
    whole('payloadKg', names('Laadvermogen (kg)', 'Charge utile (kg)', 'Payload (kg)'), 'use', 30_000, {
      least: 1,
      required: true,
    }),
    {
      key: 'tailLift',
      label: names('Laadklep', 'Hayon élévateur', 'Tail-lift'),
      kind: 'yesNo',
      required: true,
      fallback: 'false',
      group: 'use',
    },
    {
      key: 'licence',
      label: names('Rijbewijs', 'Permis de conduire', 'Driving licence'),
      kind: 'choice',
      choices: LICENCE_CHOICES,
      required: true,
      fallback: 'B',
      group: 'use',
    },
    whole('centsPerKm', names('Cent per kilometer', 'Centimes par kilomètre', 'Cents per kilometre'), 'rates', 10_000, {
      required: true,
      fallback: '45',
    }),
    whole(
      'centsPerHour',
      names('Cent per uur, met chauffeur', 'Centimes par heure, avec chauffeur', 'Cents per hour, with its driver'),
      'rates',
      100_000,
      { required: true, fallback: '3800' },
    ),
    whole(
      'co2GramsPerKm',
      names('Gram CO₂ per kilometer', 'Grammes de CO₂ par kilomètre', 'Grams of CO₂ per kilometre'),
      'rates',
      5_000,
      {
        required: true,
        fallback: '240',
      },
    ),
    ACTIVE,
  ],
};
