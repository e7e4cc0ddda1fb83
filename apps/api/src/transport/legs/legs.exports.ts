import { names, type ListExport } from '../../platform/export/list-export.js';

const CARRIAGES = {
  VAN: names('bestelwagen', 'camionnette', 'van'),
  FETCHED: names('wie het krijgt, haalt het', 'le destinataire vient chercher', 'who gets it fetches it'),
  BROUGHT: names('wie het heeft, brengt het', 'le détenteur apporte', 'who has it brings it'),
};

export const legExports: ListExport[] = [
  {
    name: 'vervoer',
    title: names('Te vervoeren', 'À transporter', 'To be moved'),
    query: `query ($from: Date!, $to: Date!, $carriage: Carriage, $first: Int!, $after: String) {
      list: legs(from: $from, to: $to, carriage: $carriage, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { pickUpAfter deliverBefore carriage arrived travel { km minutes } reservation { number }
          fromSite { name town } toSite { name town } unit { code model { name { nl fr en } volumeM3 { value } massKg { value } } } } } } }`,
    columns: [
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'unit.model.name' },
      { heading: names('Van', 'De', 'From'), path: 'fromSite.name' },
      { heading: names('Plaats van vertrek', 'Localité de départ', 'Town of departure'), path: 'fromSite.town' },
      { heading: names('Naar', 'À', 'To'), path: 'toSite.name' },
      { heading: names('Plaats van aankomst', 'Localité d’arrivée', 'Town of arrival'), path: 'toSite.town' },
      { heading: names('Ophalen vanaf', 'À prendre à partir de', 'Pick up after'), path: 'pickUpAfter', kind: 'instant' },
      { heading: names('Klaar tegen', 'Prêt pour', 'Ready by'), path: 'deliverBefore', kind: 'instant' },
      { heading: names('Kilometer', 'Kilomètres', 'Kilometres'), path: 'travel.km', kind: 'number' },
      { heading: names('Minuten', 'Minutes', 'Minutes'), path: 'travel.minutes', kind: 'number' },
      { heading: names('m³', 'm³', 'm³'), path: 'unit.model.volumeM3.value', kind: 'number' },
      { heading: names('kg', 'kg', 'kg'), path: 'unit.model.massKg.value', kind: 'number' },
      { heading: names('Door', 'Par', 'By'), path: 'carriage', words: CARRIAGES },
      { heading: names('Ter plaatse', 'Sur place', 'Arrived'), path: 'arrived' },
      { heading: names('Reservatie', 'Réservation', 'Reservation'), path: 'reservation.number' },
    ],
  },
];
