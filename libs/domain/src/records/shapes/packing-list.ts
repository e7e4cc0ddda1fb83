import type { RecordShape } from '../field.js';
import { inThree, names, whole } from '../make-field.js';

export const PACKING_LIST: RecordShape = {
  kind: 'PACKING_LIST',
  names: names('Paklijsten', 'Listes de colisage', 'Packing lists'),
  mostRows: 10_000,
  title: ['nameNl'],
  fields: [
    {
      key: 'model',
      label: names('Model', 'Modèle', 'Model'),
      kind: 'reference',
      refers: 'MODEL',
      required: true,
      natural: true,
      group: 'what',
    },
    whole('box', names('Kist', 'Caisse', 'Box'), 'what', 40, { least: 1, required: true, natural: true }),
    whole('position', names('Plaats in de kist', 'Place dans la caisse', 'Place in the box'), 'what', 300, {
      least: 1,
      required: true,
      natural: true,
    }),
    ...inThree('name', names('Onderdeel', 'Pièce', 'Part'), { required: true, longest: 120, group: 'what' }),
    whole('quantity', names('Aantal', 'Nombre', 'Quantity'), 'what', 1000, { least: 1, required: true, fallback: '1' }),
  ],
};
