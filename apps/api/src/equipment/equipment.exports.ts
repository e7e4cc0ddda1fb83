import { names, type ListExport } from '../platform/export/list-export.js';
import { MOBILITY } from '../platform/export/words.js';

const LIST = (node: string) => `query ($filter: CatalogueFilter, $first: Int!, $after: String) {
  list: catalogue(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${node} } } } }`;

export const equipmentExports: ListExport[] = [
  {
    name: 'modellen',
    title: names('Modellen', 'Modèles', 'Models'),
    query: LIST(`code name { nl fr en } domain { name { nl fr en } } mobility exampleProduct unitCount cases
      massKg { value } volumeM3 { value } floorM2 { value } powerNeed maxParticipants { value }
      setupMinutes { value } packMinutes { value } needsTailLift needsTwoPersons inspectionIntervalMonths source`),
    columns: [
      { heading: names('Code', 'Code', 'Code'), path: 'code' },
      { heading: names('Naam', 'Nom', 'Name'), path: 'name' },
      { heading: names('Domein', 'Domaine', 'Domain'), path: 'domain.name' },
      { heading: names('Reist of vast', 'Mobile ou fixe', 'Travels or fixed'), path: 'mobility', words: MOBILITY },
      { heading: names('Voorbeeld', 'Exemple', 'Example'), path: 'exampleProduct' },
      { heading: names('Aantal toestellen', 'Nombre d’appareils', 'Units'), path: 'unitCount', kind: 'number' },
      { heading: names('Koffers', 'Caisses', 'Cases'), path: 'cases', kind: 'number' },
      { heading: names('Massa (kg)', 'Masse (kg)', 'Mass (kg)'), path: 'massKg.value', kind: 'number' },
      { heading: names('Volume (m³)', 'Volume (m³)', 'Volume (m³)'), path: 'volumeM3.value', kind: 'number' },
      { heading: names('Vloer (m²)', 'Sol (m²)', 'Floor (m²)'), path: 'floorM2.value', kind: 'number' },
      { heading: names('Stroom', 'Électricité', 'Power'), path: 'powerNeed' },
      { heading: names('Grootste groep', 'Plus grand groupe', 'Largest group'), path: 'maxParticipants.value', kind: 'number' },
      { heading: names('Opzetten (min)', 'Installation (min)', 'Set-up (min)'), path: 'setupMinutes.value', kind: 'number' },
      { heading: names('Inpakken (min)', 'Emballage (min)', 'Packing (min)'), path: 'packMinutes.value', kind: 'number' },
      { heading: names('Laadklep nodig', 'Hayon nécessaire', 'Needs tail-lift'), path: 'needsTailLift' },
      { heading: names('Twee personen', 'Deux personnes', 'Two persons'), path: 'needsTwoPersons' },
      {
        heading: names('Keuring (maanden)', 'Contrôle (mois)', 'Inspection (months)'),
        path: 'inspectionIntervalMonths',
        kind: 'number',
      },
      { heading: names('Bron', 'Source', 'Source'), path: 'source' },
    ],
  },
  {
    name: 'toestellen',
    title: names('Toestellen', 'Appareils', 'Units'),
    query: LIST(`code name { nl fr en } domain { name { nl fr en } } units {
      code serial mobility inService homeSite { name town municipality } owner { name } inspectedOn inspectionValidTo }`),
    each: 'units',
    columns: [
      { heading: names('Toestel', 'Appareil', 'Unit'), path: 'code' },
      { heading: names('Model', 'Modèle', 'Model'), path: 'of.name' },
      { heading: names('Domein', 'Domaine', 'Domain'), path: 'of.domain.name' },
      { heading: names('Reist of vast', 'Mobile ou fixe', 'Travels or fixed'), path: 'mobility', words: MOBILITY },
      { heading: names('In gebruik', 'En service', 'In service'), path: 'inService' },
      { heading: names('Thuis', 'Site d’attache', 'Home'), path: 'homeSite.name' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'homeSite.town' },
      { heading: names('Gemeente', 'Commune', 'Municipality'), path: 'homeSite.municipality' },
      { heading: names('Eigenaar', 'Propriétaire', 'Owner'), path: 'owner.name' },
      { heading: names('Gekeurd op', 'Contrôlé le', 'Inspected on'), path: 'inspectedOn', kind: 'day' },
      {
        heading: names('Keuring geldig tot', 'Contrôle valable jusqu’au', 'Inspection valid to'),
        path: 'inspectionValidTo',
        kind: 'day',
      },
    ],
  },
];
