import type { Names } from '../../platform/export/table.js';
import type { CellKind } from '../../platform/export/table.js';
import type { ListColumn } from '../../platform/export/list-export.js';
import { names } from '../../platform/export/list-export.js';

/** One part of the report: rows of the answer to `REPORT_QUERY`, as a table with one of its columns as bars. */
export interface ReportPart {
  readonly title: Names;
  /** What the figures mean. */
  readonly note: Names;
  /** Where the rows stand in the answer. */
  readonly rows: string;
  readonly columns: readonly ListColumn[];
  readonly bars: readonly [name: number, length: number];
}

export const REPORT_QUERY = `query ($from: Date!, $to: Date!) {
  found: indicators(from: $from, to: $to) {
    reservations ended submitted rejected cancelled participants hoursUsed trainingHours companies smes companiesUnnamed
    groups { targetGroup reservations participants hoursUsed trainingHours }
    units { unit { code model { name { nl fr en } } } usedDays workingDays share }
    sites { site { name town } usedDays unitDays share }
    areas { area reservations share inhabitantsShare participants hoursUsed }
  }
}`;

const column = (heading: Names, path: string, kind?: CellKind): ListColumn => ({ heading, path, ...(kind ? { kind } : {}) });
const RESERVATIONS = column(names('Reservaties', 'Réservations', 'Reservations'), 'reservations', 'number');
const PARTICIPANTS = column(names('Deelnemers', 'Participants', 'Participants'), 'participants', 'number');
const HOURS = column(names('Uren gebruikt', 'Heures d’utilisation', 'Hours used'), 'hoursUsed', 'number');
const USED = column(names('Dagen in gebruik', 'Jours d’utilisation', 'Days in use'), 'usedDays', 'number');
const UTILISATION = column(names('Benutting', 'Taux d’utilisation', 'Utilisation'), 'share', 'percent');

const GROUPS: Record<string, Names> = {
  EMPLOYEES: names('Werknemers', 'Travailleurs', 'Employees'),
  JOB_SEEKERS: names('Werkzoekenden', 'Demandeurs d’emploi', 'Job seekers'),
  COMPANY_STAFF: names('Personeel van bedrijven', 'Personnel d’entreprises', 'Company staff'),
  PUPILS_STUDENTS: names('Leerlingen en studenten', 'Élèves et étudiants', 'Pupils and students'),
  LOW_DIGITAL_SKILLS: names(
    'Mensen met weinig digitale vaardigheden',
    'Personnes peu à l’aise avec le numérique',
    'People with low digital skills',
  ),
  NONE: names('Niet opgesplitst', 'Non ventilé', 'Not split up'),
};

/** The figures without rows of their own, in order, with what each means. */
export const TOTALS: readonly (readonly [path: string, heading: Names, meaning: Names])[] = [
  [
    'reservations',
    names('Reservaties', 'Réservations', 'Reservations'),
    names(
      'bevestigd of afgerond, met de laatste dag in de periode',
      'confirmées ou terminées, avec le dernier jour dans la période',
      'confirmed or ended, with their last day in the period',
    ),
  ],
  [
    'ended',
    names('Waarvan afgerond', 'Dont terminées', 'Of which ended'),
    names('het gebruik is gemeld', 'l’utilisation a été déclarée', 'their use was reported'),
  ],
  [
    'participants',
    names('Deelnemers', 'Participants', 'Participants'),
    names('zoals gemeld bij de terugkeer', 'déclarés au retour', 'as reported at the return'),
  ],
  [
    'hoursUsed',
    names('Uren gebruikt', 'Heures d’utilisation', 'Hours used'),
    names(
      'uren dat het materiaal werd gebruikt',
      'heures pendant lesquelles le matériel a servi',
      'hours that the equipment was used',
    ),
  ],
  [
    'trainingHours',
    names('Opleidingsuren', 'Heures de formation', 'Training hours'),
    names('deelnemers maal uren', 'participants fois heures', 'participants times hours'),
  ],
  [
    'companies',
    names('Bedrijven bereikt', 'Entreprises touchées', 'Companies reached'),
    names(
      'verschillende namen, en bedrijven die zelf reserveerden',
      'noms différents, et entreprises qui ont réservé',
      'different names, and companies that booked',
    ),
  ],
  [
    'smes',
    names('Waarvan kmo’s', 'Dont PME', 'Of which SMEs'),
    names('zo gemeld bij de terugkeer', 'déclarées ainsi au retour', 'reported as such at the return'),
  ],
  [
    'companiesUnnamed',
    names('Groepen zonder bedrijfsnaam', 'Groupes sans nom d’entreprise', 'Groups without a company name'),
    names('niet meegeteld bij de bedrijven', 'non comptés parmi les entreprises', 'not counted among the companies'),
  ],
  [
    'rejected',
    names('Geweigerd', 'Refusées', 'Rejected'),
    names(
      'reservaties met de laatste dag in de periode',
      'réservations avec le dernier jour dans la période',
      'reservations with their last day in the period',
    ),
  ],
  [
    'cancelled',
    names('Geannuleerd', 'Annulées', 'Cancelled'),
    names(
      'reservaties met de laatste dag in de periode',
      'réservations avec le dernier jour dans la période',
      'reservations with their last day in the period',
    ),
  ],
];

export const REPORT: readonly ReportPart[] = [
  {
    title: names('Per doelgroep', 'Par groupe cible', 'By target group'),
    note: names(
      'Van afgeronde reservaties. De uren van een reservatie worden over de groepen verdeeld naar hun deelnemers.',
      'Des réservations terminées. Les heures d’une réservation sont réparties entre les groupes selon leurs participants.',
      'Of ended reservations. The hours of a reservation are shared over its groups by their participants.',
    ),
    rows: 'groups',
    columns: [
      { heading: names('Doelgroep', 'Groupe cible', 'Target group'), path: 'targetGroup', words: GROUPS },
      RESERVATIONS,
      PARTICIPANTS,
      HOURS,
      column(names('Opleidingsuren', 'Heures de formation', 'Training hours'), 'trainingHours', 'number'),
    ],
    bars: [0, 2],
  },
  {
    title: names('Per gebied', 'Par zone', 'By area'),
    note: names(
      'Het arrondissement van de locatie, met het deel van de inwoners van de provincie dat er woont.',
      'L’arrondissement du site, avec la part des habitants de la province qui y vivent.',
      'The arrondissement of the site, with the share of the province’s inhabitants who live there.',
    ),
    rows: 'areas',
    columns: [
      column(names('Gebied', 'Zone', 'Area'), 'area'),
      RESERVATIONS,
      column(names('Deel', 'Part', 'Share'), 'share', 'percent'),
      column(names('Deel van de inwoners', 'Part des habitants', 'Share of inhabitants'), 'inhabitantsShare', 'percent'),
      PARTICIPANTS,
      HOURS,
    ],
    bars: [0, 2],
  },
  {
    title: names('Benutting per toestel', 'Utilisation par appareil', 'Utilisation by unit'),
    note: names(
      'Werkdagen met een reservatie, van alle werkdagen in de periode (maandag tot vrijdag, zonder feestdagen).',
      'Jours ouvrables avec une réservation, sur tous ceux de la période (du lundi au vendredi, hors jours fériés).',
      'Working days with a reservation, of all in the period (Monday to Friday, without public holidays).',
    ),
    rows: 'units',
    columns: [
      column(names('Toestel', 'Appareil', 'Unit'), 'unit.code'),
      column(names('Model', 'Modèle', 'Model'), 'unit.model.name'),
      USED,
      column(names('Werkdagen', 'Jours ouvrables', 'Working days'), 'workingDays', 'number'),
      UTILISATION,
    ],
    bars: [0, 4],
  },
  {
    title: names('Benutting per locatie', 'Utilisation par site', 'Utilisation by site'),
    note: names(
      'Werkdagen waarop er minstens één toestel in gebruik is.',
      'Jours ouvrables où au moins un appareil y est utilisé.',
      'Working days on which at least one unit is in use there.',
    ),
    rows: 'sites',
    columns: [
      column(names('Locatie', 'Site', 'Site'), 'site.name'),
      column(names('Plaats', 'Localité', 'Town'), 'site.town'),
      USED,
      column(names('Toesteldagen', 'Jours-appareils', 'Unit days'), 'unitDays', 'number'),
      UTILISATION,
    ],
    bars: [0, 2],
  },
];
