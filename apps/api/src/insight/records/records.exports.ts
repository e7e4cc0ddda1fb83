import { names, type ListExport } from '../../platform/export/list-export.js';

const KINDS = {
  SITE: names('locatie', 'site', 'site'),
  MODEL: names('model', 'modèle', 'model'),
  UNIT: names('toestel', 'appareil', 'unit'),
  PACKING_LIST: names('paklijst', 'liste de colisage', 'packing list'),
  ORGANISATION: names('organisatie', 'organisation', 'organisation'),
  PERSON: names('gebruiker', 'utilisateur', 'user'),
  HOLIDAY: names('feestdag of vakantie', 'jour férié ou congé', 'holiday'),
};

/** The records that administrators keep, one kind at a time: all values in the order of the form. */
export const recordExports: ListExport[] = [
  {
    name: 'gegevens',
    title: names('Gegevens', 'Données', 'Records'),
    query: `query ($kind: RecordKind!, $text: String, $state: RecordState, $first: Int!, $after: String) {
      list: managedRecords(kind: $kind, text: $text, state: $state, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { kind title active values { value } } } } }`,
    columns: [
      { heading: names('Soort', 'Type', 'Kind'), path: 'kind', words: KINDS },
      { heading: names('Naam', 'Nom', 'Name'), path: 'title' },
      { heading: names('In gebruik', 'Utilisé', 'In use'), path: 'active' },
      { heading: names('Waarden', 'Valeurs', 'Values'), path: 'values.value' },
    ],
  },
];
