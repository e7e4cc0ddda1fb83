import { names, type ListExport } from '../../platform/export/list-export.js';

const KINDS = {
  TOURS: names('rondreizen', 'tournées de kits', 'tours'),
  TRIPS: names('ritten', 'trajets', 'trips'),
  REPAIR: names('herstel', 'réparation', 'repair'),
};
const STATES = {
  QUEUED: names('wacht', 'en attente', 'waiting'),
  RUNNING: names('zoekt', 'cherche', 'searching'),
  DONE: names('klaar', 'terminé', 'done'),
  FAILED: names('mislukt', 'échoué', 'failed'),
};

export const planningExports: ListExport[] = [
  {
    name: 'plannen',
    title: names('Plannen', 'Plans', 'Plans'),
    query: `query { list: plans { kind state firstDay lastDay createdByName createdAt proposal { figures { served asked km hours co2Kg } } } }`,
    columns: [
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: KINDS },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: STATES },
      { heading: names('Van', 'Du', 'From'), path: 'firstDay', kind: 'day' },
      { heading: names('Tot', 'Au', 'To'), path: 'lastDay', kind: 'day' },
      { heading: names('Door', 'Par', 'By'), path: 'createdByName' },
      { heading: names('Gevraagd op', 'Demandé le', 'Asked on'), path: 'createdAt', kind: 'instant' },
      { heading: names('Bediend', 'Servi', 'Served'), path: 'proposal.figures.served', kind: 'number' },
      { heading: names('Van de', 'Sur', 'Out of'), path: 'proposal.figures.asked', kind: 'number' },
      { heading: names('Kilometer', 'Kilomètres', 'Kilometres'), path: 'proposal.figures.km', kind: 'number' },
      { heading: names('Uren rijden', 'Heures de route', 'Hours of driving'), path: 'proposal.figures.hours', kind: 'number' },
      { heading: names('kg CO₂', 'kg CO₂', 'kg CO₂'), path: 'proposal.figures.co2Kg', kind: 'number' },
    ],
  },
];
