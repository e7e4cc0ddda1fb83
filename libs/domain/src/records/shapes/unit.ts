import type { RecordShape } from '../field.js';
import { ACTIVE, code, names, whole } from '../make-field.js';
import { MOBILITY_CHOICES } from '../choices.js';

export const UNIT: RecordShape = {
  kind: 'UNIT',
  names: names('Toestellen en kits', 'Appareils et kits', 'Units and kits'),
  mostRows: 10_000,
  title: ['code'],
  fields: [
    code(),
    { key: 'model', label: names('Model', 'Modèle', 'Model'), kind: 'reference', refers: 'MODEL', required: true, group: 'what' },
    whole('serial', names('Volgnummer', 'Numéro d’ordre', 'Serial number'), 'what', 100_000, {
      least: 1,
      required: true,
      derived: true,
      help: names('Leeg: het volgende van het model.', 'Vide : le suivant du modèle.', 'Empty: the next of its model.'),
    }),
    {
      key: 'mobility',
      label: names('Reist of staat vast', 'Mobile ou fixe', 'Travels or fixed'),
      headings: ['Mobiliteit', 'Mobilité', 'Mobility'],
      kind: 'choice',
      choices: MOBILITY_CHOICES,
      required: true,
      derived: true,
      group: 'what',
      help: names('Leeg: zoals het model.', 'Vide : comme le modèle.', 'Empty: as its model.'),
    },
    {
      key: 'homeSite',
      label: names('Thuislocatie', 'Site d’attache', 'Home site'),
      headings: ['Locatie', 'Site'],
      kind: 'reference',
      refers: 'SITE',
      required: true,
      group: 'where',
    },
    {
      key: 'owner',
      label: names('Eigenaar', 'Propriétaire', 'Owner'),
      kind: 'reference',
      refers: 'ORGANISATION',
      required: true,
      group: 'where',
    },
    { ...ACTIVE, key: 'inService' },
  ],
};
