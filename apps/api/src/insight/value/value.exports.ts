import { euros } from '../../budget/budget.exports.js';
import { names, type ListColumn, type ListExport } from '../../platform/export/list-export.js';

const GROUPS = {
  EMPLOYEES: names('Werknemers', 'Travailleurs', 'Employees'),
  JOB_SEEKERS: names('Werkzoekenden', 'Demandeurs d’emploi', 'Job seekers'),
  COMPANY_STAFF: names('Personeel van bedrijven', 'Personnel d’entreprises', 'Company staff'),
  PUPILS_STUDENTS: names('Leerlingen en studenten', 'Élèves et étudiants', 'Pupils and students'),
  LOW_DIGITAL_SKILLS: names(
    'Mensen met weinig digitale vaardigheden',
    'Personnes peu à l’aise avec le numérique',
    'People with low digital skills',
  ),
};
const PERIOD = '($from: Date, $to: Date)';
const PASSED = '(from: $from, to: $to)';
const COST = names('Kosten', 'Coûts', 'Costs');
const used: ListColumn[] = [
  { heading: names('Uren gebruikt', 'Heures d’utilisation', 'Hours used'), path: 'hours', kind: 'number' },
  { heading: names('Opleidingsuren', 'Heures de formation', 'Training hours'), path: 'trainingHours', kind: 'number' },
  { heading: names('Reservaties', 'Réservations', 'Reservations'), path: 'reservations', kind: 'number' },
  euros(names('Euro per uur', 'Euro par heure', 'Euro per hour'), 'perHour'),
  euros(names('Euro per opleidingsuur', 'Euro par heure de formation', 'Euro per training hour'), 'perTrainingHour'),
];
const USED = 'hours trainingHours reservations perHour perTrainingHour';

export const valueExports: ListExport[] = [
  {
    name: 'euro-per-uur',
    title: names('Euro per uur', 'Euro par heure', 'Euro per hour'),
    query: `query ${PERIOD} { list: unitValues${PASSED} { unit { code model { name { nl fr en } } } acquisition transport maintenance cents
      ${USED} usedDays workingDays paidCents claimedCents idle } }`,
    columns: [
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'unit.model.name' },
      euros(names('Aankoop', 'Acquisition', 'Acquisition'), 'acquisition'),
      euros(names('Vervoer', 'Transport', 'Transport'), 'transport'),
      euros(names('Onderhoud', 'Entretien', 'Maintenance'), 'maintenance'),
      euros(COST, 'cents'),
      ...used,
      { heading: names('Dagen in gebruik', 'Jours d’utilisation', 'Days in use'), path: 'usedDays', kind: 'number' },
      { heading: names('Werkdagen', 'Jours ouvrables', 'Working days'), path: 'workingDays', kind: 'number' },
      euros(names('Betaald', 'Payé', 'Paid'), 'paidCents'),
      euros(names('Gedeclareerd', 'Déclaré', 'Claimed'), 'claimedCents'),
      { heading: names('Staat stil', 'Inutilisé', 'Idle'), path: 'idle' },
    ],
  },
  {
    name: 'kosten-per-locatie',
    title: names('Kosten per locatie', 'Coûts par site', 'Costs per site'),
    query: `query ${PERIOD} { list: siteValues${PASSED} { site { name town } cents ${USED} } }`,
    columns: [
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'site.town' },
      euros(COST, 'cents'),
      ...used,
    ],
  },
  {
    name: 'kosten-per-doelgroep',
    title: names('Kosten per doelgroep', 'Coûts par groupe cible', 'Costs per target group'),
    query: `query ${PERIOD} { list: groupValues${PASSED} { targetGroup cents ${USED} } }`,
    columns: [
      { heading: names('Doelgroep', 'Groupe cible', 'Target group'), path: 'targetGroup', words: GROUPS },
      euros(COST, 'cents'),
      ...used,
    ],
  },
];
