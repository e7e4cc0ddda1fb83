import { names, type ListColumn, type ListExport, type Row } from './export/list-export.js';
import { ROLES } from './export/words.js';

const MAIL_STATES = {
  QUEUED: names('wacht', 'en attente', 'waiting'),
  SENT: names('verstuurd', 'envoyé', 'sent'),
  FAILED: names('mislukt', 'échoué', 'failed'),
  KEPT: names('bewaard', 'conservé', 'kept'),
};

/** Of entries of the audit trail, all of it or a part. */
export const TRAIL_COLUMNS: ListColumn[] = [
  { heading: names('Wanneer', 'Quand', 'When'), path: 'at', kind: 'instant' },
  { heading: names('Wie', 'Qui', 'Who'), path: 'actorName' },
  { heading: names('Rol', 'Rôle', 'Role'), path: 'actorRole', words: ROLES },
  { heading: names('Wat', 'Quoi', 'What'), path: 'action' },
  { heading: names('Soort', 'Type', 'Kind'), path: 'entity' },
  { heading: names('Nummer', 'Identifiant', 'Id'), path: 'entityId' },
  {
    heading: names('Velden: voor → na', 'Champs : avant → après', 'Fields: before → after'),
    path: 'changes',
    value: (changes) => [changes ?? []].flat().map(changeText).join('; '),
  },
  { heading: names('Verzoek', 'Requête', 'Request'), path: 'requestId' },
];
export const TRAIL_FIELDS = 'at actorName actorRole action entity entityId requestId changes { field before after }';

export const platformExports: ListExport[] = [
  {
    name: 'mails',
    title: names('Mails', 'E-mails', 'E-mails'),
    query: `query ($first: Int!, $after: String) {
      list: mails(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { createdAt to subject locale state attempts sentAt lastError } } } }`,
    columns: [
      { heading: names('Gemaakt', 'Créé', 'Made'), path: 'createdAt', kind: 'instant' },
      { heading: names('Aan', 'À', 'To'), path: 'to' },
      { heading: names('Onderwerp', 'Objet', 'Subject'), path: 'subject' },
      { heading: names('Taal', 'Langue', 'Language'), path: 'locale' },
      { heading: names('Staat', 'État', 'State'), path: 'state', words: MAIL_STATES },
      { heading: names('Pogingen', 'Tentatives', 'Attempts'), path: 'attempts', kind: 'number' },
      { heading: names('Verstuurd', 'Envoyé', 'Sent'), path: 'sentAt', kind: 'instant' },
      { heading: names('Laatste fout', 'Dernière erreur', 'Last error'), path: 'lastError' },
    ],
  },
  {
    name: 'spoor',
    title: names('Spoor van wijzigingen', 'Piste d’audit', 'Audit trail'),
    query: `query ($entity: String, $entityId: String, $text: String, $first: Int!, $after: String) {
      list: auditTrail(entity: $entity, entityId: $entityId, text: $text, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { ${TRAIL_FIELDS} } } } }`,
    columns: TRAIL_COLUMNS,
  },
];

function changeText(change: unknown): string {
  const { field, before, after } = change as Row;
  if ((before ?? null) === null && (after ?? null) === null) return String(field);
  return `${String(field)}: ${asText(before)} → ${asText(after)}`;
}

const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : '-');
