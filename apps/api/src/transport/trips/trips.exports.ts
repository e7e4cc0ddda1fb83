import { names, type ListExport } from '../../platform/export/list-export.js';

const STATES = {
  DRAFT: names('ontwerp', 'projet', 'draft'),
  PUBLISHED: names('gepubliceerd', 'publié', 'published'),
  DONE: names('gereden', 'effectué', 'driven'),
};

export const tripExports: ListExport[] = [
  {
    name: 'ritten',
    title: names('Ritten', 'Trajets', 'Trips'),
    query: `query ($from: Date!, $to: Date!) { list: trips(from: $from, to: $to) { number day state departsAt returnsAt km
      driveMinutes vehicle { name plate } driver { name } helper { name } stops { kind site { name } leg { unit { code } } }
      figures { minutes cents co2Kg emptyKm volumeM3 massKg } } }`,
    columns: [
      { heading: names('Rit', 'Trajet', 'Trip'), path: 'number', kind: 'number' },
      { heading: names('Dag', 'Jour', 'Day'), path: 'day', kind: 'day' },
      { heading: names('Toestand', 'État', 'State'), path: 'state', words: STATES },
      { heading: names('Wagen', 'Camionnette', 'Van'), path: 'vehicle.name' },
      { heading: names('Nummerplaat', 'Plaque', 'Number plate'), path: 'vehicle.plate' },
      { heading: names('Chauffeur', 'Chauffeur', 'Driver'), path: 'driver.name' },
      { heading: names('Tweede persoon', 'Deuxième personne', 'Second person'), path: 'helper.name' },
      { heading: names('Vertrek', 'Départ', 'Departure'), path: 'departsAt', kind: 'instant' },
      { heading: names('Terug', 'Retour', 'Return'), path: 'returnsAt', kind: 'instant' },
      { heading: names('Locaties', 'Sites', 'Sites'), path: 'stops.site.name' },
      { heading: names('Toestellen', 'Appareils', 'Units'), path: 'stops.leg.unit.code' },
      { heading: names('Kilometer', 'Kilomètres', 'Kilometres'), path: 'km', kind: 'number' },
      { heading: names('Leeg (km)', 'À vide (km)', 'Empty (km)'), path: 'figures.emptyKm', kind: 'number' },
      { heading: names('Minuten', 'Minutes', 'Minutes'), path: 'figures.minutes', kind: 'number' },
      { heading: names('Minuten rijden', 'Minutes de conduite', 'Minutes of driving'), path: 'driveMinutes', kind: 'number' },
      {
        heading: names('Kosten', 'Coûts', 'Costs'),
        path: 'figures.cents',
        kind: 'number',
        value: (cents) => Number(cents) / 100,
      },
      { heading: names('kg CO₂', 'kg de CO₂', 'kg of CO₂'), path: 'figures.co2Kg', kind: 'number' },
      { heading: names('Meeste m³', 'm³ maximum', 'Most m³'), path: 'figures.volumeM3', kind: 'number' },
      { heading: names('Meeste kg', 'kg maximum', 'Most kg'), path: 'figures.massKg', kind: 'number' },
    ],
  },
];
