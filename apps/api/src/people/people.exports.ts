import { names, type ListExport } from '../platform/export/list-export.js';
import { ORGANISATION_KINDS } from '../platform/export/words.js';

const REQUEST_STATES = {
  OPEN: names('open', 'ouverte', 'open'),
  ACCEPTED: names('aanvaard', 'acceptée', 'accepted'),
  REJECTED: names('geweigerd', 'refusée', 'rejected'),
};

export const peopleExports: ListExport[] = [
  {
    name: 'organisaties',
    title: names('Organisaties', 'Organisations', 'Organisations'),
    query: `query ($text: String) {
      list: organisations(text: $text, first: 200) { code name kind enterpriseNumber sites { name town } } }`,
    columns: [
      { heading: names('Code', 'Code', 'Code'), path: 'code' },
      { heading: names('Naam', 'Nom', 'Name'), path: 'name' },
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: ORGANISATION_KINDS },
      { heading: names('Ondernemingsnummer', 'Numéro d’entreprise', 'Enterprise number'), path: 'enterpriseNumber' },
      { heading: names('Locaties', 'Sites', 'Sites'), path: 'sites.name' },
      { heading: names('Plaatsen', 'Localités', 'Towns'), path: 'sites.town' },
    ],
  },
  {
    name: 'toegang',
    title: names('Aanvragen om gebruiker te worden', 'Demandes d’accès', 'Requests to become a user'),
    query: `query ($state: AccessRequestState) {
      list: accessRequests(state: $state) {
        createdAt organisationName organisationKind enterpriseNumber contactName contactEmail contactPhone
        street postcode town message state decidedAt decisionReason } }`,
    columns: [
      { heading: names('Gevraagd', 'Demandé', 'Asked'), path: 'createdAt', kind: 'instant' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'organisationName' },
      { heading: names('Soort', 'Type', 'Kind'), path: 'organisationKind', words: ORGANISATION_KINDS },
      { heading: names('Ondernemingsnummer', 'Numéro d’entreprise', 'Enterprise number'), path: 'enterpriseNumber' },
      { heading: names('Contactpersoon', 'Personne de contact', 'Contact'), path: 'contactName' },
      { heading: names('E-mail', 'E-mail', 'E-mail'), path: 'contactEmail' },
      { heading: names('Telefoon', 'Téléphone', 'Phone'), path: 'contactPhone' },
      { heading: names('Straat', 'Rue', 'Street'), path: 'street' },
      { heading: names('Postcode', 'Code postal', 'Postcode'), path: 'postcode' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'town' },
      { heading: names('Bericht', 'Message', 'Message'), path: 'message' },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: REQUEST_STATES },
      { heading: names('Beslist', 'Décidé', 'Decided'), path: 'decidedAt', kind: 'instant' },
      { heading: names('Reden', 'Motif', 'Reason'), path: 'decisionReason' },
    ],
  },
];
