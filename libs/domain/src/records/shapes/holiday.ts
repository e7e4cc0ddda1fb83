import type { RecordShape } from '../field.js';
import { ACTIVE, choice, inThree, names } from '../make-field.js';

export const HOLIDAY: RecordShape = {
  kind: 'HOLIDAY',
  names: names('Feestdagen en vakanties', 'Jours fériés et vacances', 'Holidays'),
  mostRows: 2_000,
  title: ['nameNl'],
  fields: [
    {
      key: 'kind',
      label: names('Soort', 'Type', 'Kind'),
      kind: 'choice',
      required: true,
      natural: true,
      group: 'what',
      choices: [
        choice('PUBLIC', 'feestdag', 'jour férié', 'public holiday'),
        choice('SCHOOL', 'schoolvakantie', 'vacances scolaires', 'school holiday'),
        choice('COMMUNITY', 'feestdag van een gemeenschap', 'fête d’une communauté', 'community day'),
      ],
      help: names(
        'Een feestdag sluit overal, een schoolvakantie waar de locatie dat zegt, een gemeenschapsdag nergens.',
        'Un jour férié ferme partout, les vacances scolaires là où le site le dit, une fête de communauté nulle part.',
        'A public holiday closes everywhere, a school holiday where the site says so, a community day nowhere.',
      ),
    },
    {
      key: 'firstDay',
      label: names('Eerste dag', 'Premier jour', 'First day'),
      kind: 'day',
      required: true,
      natural: true,
      group: 'what',
    },
    {
      key: 'lastDay',
      label: names('Laatste dag', 'Dernier jour', 'Last day'),
      kind: 'day',
      required: true,
      derived: true,
      group: 'what',
    },
    ...inThree('name', names('Naam', 'Nom', 'Name'), { required: true, longest: 120, group: 'what' }),
    ACTIVE,
  ],
};
