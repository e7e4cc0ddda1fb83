import { names, type ListExport } from '../platform/export/list-export.js';

const VERDICTS = {
  FREE_HERE: names('staat er al', 'déjà sur place', 'already there'),
  REACHABLE: names('kan komen', 'peut venir', 'can come'),
  GUEST: names('je gaat ernaartoe', 'vous vous y rendez', 'you go there'),
  UNAVAILABLE: names('niet vrij', 'pas libre', 'not free'),
};

export const placementExports: ListExport[] = [
  {
    name: 'zoeken',
    title: names('Wat is vrij', 'Ce qui est libre', 'What is free'),
    query: `query ($input: AvailabilityInput!, $first: Int!, $after: String) {
      list: availability(input: $input, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { verdict extraKm unit { code model { name { nl fr en } } } standsAt { name town }
          arrival { date from } departure { date } } } } }`,
    columns: [
      { heading: names('Model', 'Modèle', 'Model'), path: 'unit.model.name' },
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: names('Vrij?', 'Libre ?', 'Free?'), path: 'verdict', words: VERDICTS },
      { heading: names('Staat in', 'Se trouve à', 'Stands at'), path: 'standsAt.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'standsAt.town' },
      { heading: names('Aankomst', 'Arrivée', 'Arrival'), path: 'arrival.date', kind: 'day' },
      { heading: names('Vanaf', 'À partir de', 'From'), path: 'arrival.from' },
      { heading: names('Vertrek', 'Départ', 'Departure'), path: 'departure.date', kind: 'day' },
      { heading: names('Extra km', 'Km en plus', 'Extra km'), path: 'extraKm', kind: 'number' },
    ],
  },
];
