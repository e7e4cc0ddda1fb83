import { names, type ListExport } from '../platform/export/list-export.js';
import { TARGET_GROUPS } from '../platform/export/words.js';
import { RESERVATION_STATES } from './reservations.exports.js';

const WAITING_STATES = {
  WAITING: names('wacht', 'attend', 'waiting'),
  OFFERED: names('aangeboden', 'proposé', 'offered'),
  ACCEPTED: names('aangenomen', 'accepté', 'accepted'),
  DECLINED: names('doorgegeven', 'passé au suivant', 'passed on'),
  LAPSED: names('verlopen', 'échu', 'lapsed'),
  WITHDRAWN: names('verlaten', 'quitté', 'left'),
  OVER: names('dagen voorbij', 'jours passés', 'days have passed'),
};
const SERIES_KINDS = {
  WEEKLY: names('elke week', 'chaque semaine', 'every week'),
  SITES: names('meerdere locaties', 'plusieurs sites', 'several sites'),
};
const REQUEST_STATES = {
  OPEN: names('open', 'ouverte', 'open'),
  PLACED: names('geplaatst', 'placée', 'placed'),
  REFUSED: names('geweigerd', 'refusée', 'refused'),
  WITHDRAWN: names('ingetrokken', 'retirée', 'withdrawn'),
};
const ROUND_STATES = {
  PLANNED: names('gepland', 'prévu', 'planned'),
  OPEN: names('open', 'ouvert', 'open'),
  CLOSED: names('gesloten', 'fermé', 'closed'),
  PUBLISHED: names('gepubliceerd', 'publié', 'published'),
  CANCELLED: names('geannuleerd', 'annulé', 'cancelled'),
};
const ROUND_OUTCOMES = {
  PLACED: names('geplaatst', 'placée', 'placed'),
  CAP: names('grens van de organisatie bereikt', 'limite de l’organisation atteinte', 'cap of the organisation reached'),
  COMPETITORS: names('andere aanvragen kwamen eerst', 'd’autres demandes passaient avant', 'other requests came first'),
  NO_TIME: names('geen vrije tijd', 'pas de temps libre', 'no free time'),
  LEFT_OUT: names('door de planner weggelaten', 'laissée de côté par le planificateur', 'left out by the planner'),
};
const FIRST_DAY = names('Eerste dag', 'Premier jour', 'First day');
const LAST_DAY = names('Laatste dag', 'Dernier jour', 'Last day');

/** The lists round lending: who waits, what repeats, what is handed over. */
export const lendingExports: ListExport[] = [
  {
    name: 'aanvragen',
    title: names('Open aanvragen', 'Demandes ouvertes', 'Requests'),
    query: `query ($filter: RequestFilter, $first: Int!, $after: String) {
      list: requests(filter: $filter, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { number state model { name { nl fr en } } domain { nl fr en } earliestDay latestDay days groupSize targetGroup sme
          course remark organisation { name } requester { name } site { name town municipality } reservation { number }
          decisionReason decidedAt createdAt } } } }`,
    columns: [
      { heading: names('Nummer', 'Numéro', 'Number'), path: 'number' },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: REQUEST_STATES },
      { heading: names('Model', 'Modèle', 'Model'), path: 'model.name' },
      { heading: names('Domein', 'Domaine', 'Domain'), path: 'domain' },
      { heading: names('Ten vroegste', 'Au plus tôt', 'Earliest'), path: 'earliestDay', kind: 'day' },
      { heading: names('Ten laatste', 'Au plus tard', 'Latest'), path: 'latestDay', kind: 'day' },
      { heading: names('Dagen', 'Jours', 'Days'), path: 'days', kind: 'number' },
      { heading: names('Groep', 'Groupe', 'Group'), path: 'groupSize', kind: 'number' },
      { heading: names('Doelgroep', 'Groupe cible', 'Target group'), path: 'targetGroup', words: TARGET_GROUPS },
      { heading: names('Kmo', 'PME', 'SME'), path: 'sme' },
      { heading: names('Opleiding', 'Formation', 'Course'), path: 'course' },
      { heading: names('Opmerking', 'Remarque', 'Remark'), path: 'remark' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'organisation.name' },
      { heading: names('Aangevraagd door', 'Demandé par', 'Requested by'), path: 'requester.name' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'site.town' },
      { heading: names('Gemeente', 'Commune', 'Municipality'), path: 'site.municipality' },
      { heading: names('Reservatie', 'Réservation', 'Reservation'), path: 'reservation.number' },
      { heading: names('Reden', 'Motif', 'Reason'), path: 'decisionReason' },
      { heading: names('Gevraagd', 'Demandé', 'Asked'), path: 'createdAt', kind: 'instant' },
      { heading: names('Beslist', 'Décidé', 'Decided'), path: 'decidedAt', kind: 'instant' },
    ],
  },
  {
    name: 'rondes',
    title: names('Rondes', 'Tours', 'Rounds'),
    query: `query { list: rounds { name state models { name { nl fr en } } opensOn closesOn firstDay lastDay requestCount
      capPlacements capDays weightServed weightAccess weightGroup seed publishedAt } }`,
    columns: [
      { heading: names('Ronde', 'Tour', 'Round'), path: 'name' },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: ROUND_STATES },
      { heading: names('Modellen', 'Modèles', 'Models'), path: 'models.name' },
      { heading: names('Inschrijven vanaf', 'Inscription à partir du', 'Enrol from'), path: 'opensOn', kind: 'day' },
      { heading: names('Inschrijven tot en met', 'Inscription jusqu’au', 'Enrol until'), path: 'closesOn', kind: 'day' },
      { heading: FIRST_DAY, path: 'firstDay', kind: 'day' },
      { heading: LAST_DAY, path: 'lastDay', kind: 'day' },
      { heading: names('Aanvragen', 'Demandes', 'Requests'), path: 'requestCount', kind: 'number' },
      { heading: names('Hoogstens plaatsen', 'Placements au plus', 'Placements at most'), path: 'capPlacements', kind: 'number' },
      { heading: names('Hoogstens dagen', 'Jours au plus', 'Days at most'), path: 'capDays', kind: 'number' },
      {
        heading: names('Gewicht: weinig gekregen', 'Poids : peu servi', 'Weight: served little'),
        path: 'weightServed',
        kind: 'number',
      },
      {
        heading: names('Gewicht: zwakke toegang', 'Poids : accès faible', 'Weight: weak access'),
        path: 'weightAccess',
        kind: 'number',
      },
      { heading: names('Gewicht: groep', 'Poids : groupe', 'Weight: group'), path: 'weightGroup', kind: 'number' },
      { heading: names('Startgetal', 'Graine', 'Seed'), path: 'seed', kind: 'number' },
      { heading: names('Gepubliceerd', 'Publié', 'Published'), path: 'publishedAt', kind: 'instant' },
    ],
  },
  {
    name: 'verdeling',
    title: names('Verdeling van de ronde', 'Répartition du tour', 'Allocation of the round'),
    query: `query ($id: ID!) { list: round(id: $id) { placements { kind firstDay lastDay extraKm pinned preferred outcome cap
      rivals { number } request { number course groupSize organisation { name } site { name town } model { name { nl fr en } } } } } }`,
    each: 'placements',
    columns: [
      { heading: names('Aanvraag', 'Demande', 'Request'), path: 'request.number' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'request.organisation.name' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'request.model.name' },
      { heading: names('Uitslag', 'Résultat', 'Outcome'), path: 'kind', words: ROUND_OUTCOMES },
      { heading: FIRST_DAY, path: 'firstDay', kind: 'day' },
      { heading: LAST_DAY, path: 'lastDay', kind: 'day' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'request.site.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'request.site.town' },
      { heading: names('Opleiding', 'Formation', 'Course'), path: 'request.course' },
      { heading: names('Groep', 'Groupe', 'Group'), path: 'request.groupSize', kind: 'number' },
      { heading: names('Extra km', 'Km en plus', 'Extra km'), path: 'extraKm', kind: 'number' },
      { heading: names('Met de hand', 'À la main', 'By hand'), path: 'pinned' },
      { heading: names('In een gekozen periode', 'Dans une période choisie', 'In a preferred period'), path: 'preferred' },
      { heading: names('Kwamen eerst', 'Passaient avant', 'Came first'), path: 'rivals.number' },
      { heading: names('Grens', 'Limite', 'Cap'), path: 'cap' },
      { heading: names('Bij publicatie', 'À la publication', 'At publication'), path: 'outcome' },
    ],
  },
  {
    name: 'wachtlijst',
    title: names('Wachtlijst', 'Liste d’attente', 'Waiting list'),
    query: `query ($everybody: Boolean! = false, $modelCode: String) {
      list: waitingEntries(everybody: $everybody, modelCode: $modelCode) {
        state ahead firstDay lastDay groupSize purpose answerBefore createdAt
        model { name { nl fr en } } unit { code } site { name town } organisation { name } person { name } } }`,
    columns: [
      { heading: names('Staat', 'État', 'State'), path: 'state', words: WAITING_STATES },
      { heading: names('Voor hen in de rij', 'Avant eux dans la file', 'Before them in line'), path: 'ahead', kind: 'number' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'model.name' },
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: FIRST_DAY, path: 'firstDay', kind: 'day' },
      { heading: LAST_DAY, path: 'lastDay', kind: 'day' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'site.town' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'organisation.name' },
      { heading: names('Wie', 'Qui', 'Who'), path: 'person.name' },
      { heading: names('Opleiding', 'Formation', 'Course'), path: 'purpose' },
      { heading: names('Groep', 'Groupe', 'Group'), path: 'groupSize', kind: 'number' },
      { heading: names('Antwoord voor', 'Répondre avant', 'Answer before'), path: 'answerBefore', kind: 'instant' },
      { heading: names('Gevraagd', 'Demandé', 'Asked'), path: 'createdAt', kind: 'instant' },
    ],
  },
  {
    name: 'reeksen',
    title: names('Reeksen', 'Séries', 'Series'),
    query: `query { list: seriesList { number kind purpose createdAt organisation { name } requester { name }
      occurrences { position firstDay lastDay refused site { name town } unit { code } reservation { number state } } } }`,
    each: 'occurrences',
    columns: [
      { heading: names('Reeks', 'Série', 'Series'), path: 'of.number' },
      { heading: names('Soort', 'Type', 'Kind'), path: 'of.kind', words: SERIES_KINDS },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'of.organisation.name' },
      { heading: names('Wie', 'Qui', 'Who'), path: 'of.requester.name' },
      { heading: names('Opleiding', 'Formation', 'Course'), path: 'of.purpose' },
      { heading: names('Keer', 'Fois', 'Time'), path: 'position', kind: 'number' },
      { heading: FIRST_DAY, path: 'firstDay', kind: 'day' },
      { heading: LAST_DAY, path: 'lastDay', kind: 'day' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'site.name' },
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'unit.code' },
      { heading: names('Reservatie', 'Réservation', 'Reservation'), path: 'reservation.number' },
      { heading: names('Staat', 'État', 'State'), path: 'reservation.state', words: RESERVATION_STATES },
      { heading: names('Waarom niet', 'Pourquoi pas', 'Why not'), path: 'refused' },
    ],
  },
  {
    name: 'overdrachten',
    title: names('Ophalen en terugbrengen', 'Enlever et rendre', 'Fetch and return'),
    query: `query { list: handovers { number state firstDay lastDay organisationName siteName siteTown contactName contactPhone
      deliveryNote units { code } } }`,
    columns: [
      { heading: names('Reservatie', 'Réservation', 'Reservation'), path: 'number' },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: RESERVATION_STATES },
      { heading: FIRST_DAY, path: 'firstDay', kind: 'day' },
      { heading: LAST_DAY, path: 'lastDay', kind: 'day' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'organisationName' },
      { heading: names('Locatie', 'Site', 'Site'), path: 'siteName' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'siteTown' },
      { heading: names('Toestellen', 'Appareils', 'Units'), path: 'units.code' },
      { heading: names('Contactpersoon', 'Personne de contact', 'Contact'), path: 'contactName' },
      { heading: names('Telefoon', 'Téléphone', 'Phone'), path: 'contactPhone' },
      { heading: names('Bij levering', 'À la livraison', 'On delivery'), path: 'deliveryNote' },
    ],
  },
  {
    name: 'sessies',
    title: names('Sessies', 'Sessions', 'Sessions'),
    query: `query { list: authorisationSessions { day fromTime toTime siteName trainer places taken state model { name { nl fr en } } } }`,
    columns: [
      { heading: names('Dag', 'Jour', 'Day'), path: 'day', kind: 'day' },
      { heading: names('Van', 'De', 'From'), path: 'fromTime' },
      { heading: names('Tot', 'À', 'To'), path: 'toTime' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'model.name' },
      { heading: names('Locatie', 'Lieu', 'Site'), path: 'siteName' },
      { heading: names('Lesgever', 'Formateur', 'Trainer'), path: 'trainer' },
      { heading: names('Plaatsen', 'Places', 'Places'), path: 'places', kind: 'number' },
      { heading: names('Ingeschreven', 'Inscrits', 'Signed up'), path: 'taken', kind: 'number' },
      {
        heading: names('Staat', 'État', 'State'),
        path: 'state',
        words: { PLANNED: names('gepland', 'prévue', 'planned'), CANCELLED: names('afgezegd', 'annulée', 'cancelled') },
      },
    ],
  },
  {
    name: 'begeleiders',
    title: names('Begeleiders', 'Accompagnateurs', 'Instructors'),
    query: `query { list: instructors { name email models { name { nl fr en } } areas weekdays loans { number } } }`,
    columns: [
      { heading: names('Naam', 'Nom', 'Name'), path: 'name' },
      { heading: names('E-mail', 'E-mail', 'Email'), path: 'email' },
      { heading: names('Modellen', 'Modèles', 'Models'), path: 'models.name' },
      { heading: names('Regio’s', 'Régions', 'Regions'), path: 'areas' },
      { heading: names('Weekdagen', 'Jours', 'Weekdays'), path: 'weekdays', value: (days) => [days].flat().join(', ') },
      { heading: names('Reservaties', 'Réservations', 'Reservations'), path: 'loans.number' },
    ],
  },
  {
    name: 'machtigingen',
    title: names('Machtigingen', 'Autorisations', 'Authorisations'),
    query: `query { list: authorisations { person { name email organisation } model { name { nl fr en } } grantedOn validUntil note } }`,
    columns: [
      { heading: names('Naam', 'Nom', 'Name'), path: 'person.name' },
      { heading: names('E-mail', 'E-mail', 'Email'), path: 'person.email' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'person.organisation' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'model.name' },
      { heading: names('Gegeven', 'Accordée', 'Granted'), path: 'grantedOn', kind: 'day' },
      { heading: names('Geldig tot en met', 'Valable jusqu’au', 'Valid until'), path: 'validUntil', kind: 'day' },
      { heading: names('Opmerking', 'Remarque', 'Remark'), path: 'note' },
    ],
  },
];
