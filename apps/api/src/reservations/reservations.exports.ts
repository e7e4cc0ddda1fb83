import { names, type ListExport } from '../platform/export/list-export.js';

export const RESERVATION_STATES = {
  HELD: names('optie', 'option', 'hold'),
  SUBMITTED: names('aangevraagd', 'demandée', 'requested'),
  CONFIRMED: names('bevestigd', 'confirmée', 'confirmed'),
  ENDED: names('afgerond', 'terminée', 'ended'),
  REJECTED: names('geweigerd', 'refusée', 'rejected'),
  CANCELLED: names('geannuleerd', 'annulée', 'cancelled'),
  EXPIRED: names('verlopen', 'expirée', 'expired'),
};

export const reservationExports: ListExport[] = [
  {
    name: 'reservaties',
    title: names('Reservaties', 'Réservations', 'Reservations'),
    query: `query ($filter: ReservationFilter, $order: ReservationOrder! = LATEST_FIRST, $first: Int!, $after: String) {
      list: reservations(filter: $filter, order: $order, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { number state firstDay lastDay organisation { name } requester { name }
          site { name town municipality } stays { unit { code model { name { nl fr en } domain { name { nl fr en } } } } }
          purpose groupSize contactName contactPhone remark participants hoursUsed decisionReason createdAt decidedAt } } } }`,
    columns: [
      { heading: names('Nummer', 'Numéro', 'Number'), path: 'number' },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: RESERVATION_STATES },
      { heading: names('Eerste dag', 'Premier jour', 'First day'), path: 'firstDay', kind: 'day' },
      { heading: names('Laatste dag', 'Dernier jour', 'Last day'), path: 'lastDay', kind: 'day' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'organisation.name' },
      { heading: names('Aangevraagd door', 'Demandé par', 'Requested by'), path: 'requester.name' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'site.town' },
      { heading: names('Gemeente', 'Commune', 'Municipality'), path: 'site.municipality' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'stays.unit.model.name' },
      { heading: names('Toestellen', 'Appareils', 'Units'), path: 'stays.unit.code' },
      { heading: names('Domein', 'Domaine', 'Domain'), path: 'stays.unit.model.domain.name' },
      { heading: names('Opleiding', 'Formation', 'Course'), path: 'purpose' },
      { heading: names('Groep', 'Groupe', 'Group'), path: 'groupSize', kind: 'number' },
      { heading: names('Contactpersoon', 'Personne de contact', 'Contact'), path: 'contactName' },
      { heading: names('Telefoon', 'Téléphone', 'Phone'), path: 'contactPhone' },
      { heading: names('Opmerking', 'Remarque', 'Remark'), path: 'remark' },
      { heading: names('Deelnemers', 'Participants', 'Participants'), path: 'participants', kind: 'number' },
      { heading: names('Uren gebruikt', 'Heures d’utilisation', 'Hours used'), path: 'hoursUsed', kind: 'number' },
      { heading: names('Reden', 'Motif', 'Reason'), path: 'decisionReason' },
      { heading: names('Gevraagd', 'Demandé', 'Asked'), path: 'createdAt', kind: 'instant' },
      { heading: names('Beslist', 'Décidé', 'Decided'), path: 'decidedAt', kind: 'instant' },
    ],
  },
];
