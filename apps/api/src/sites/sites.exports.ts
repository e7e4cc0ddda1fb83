import { names, type ListExport } from '../platform/export/list-export.js';

export const siteExports: ListExport[] = [
  {
    name: 'locaties',
    title: names('Locaties', 'Sites', 'Sites'),
    query: `query ($text: String, $organisationId: ID, $first: Int!, $after: String) {
      list: sites(text: $text, organisationId: $organisationId, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { code name organisation { name } street postcode town municipality nis latitude longitude
          deliveryStreet deliveryNote powerSupplies floorAreaM2 stepFree maxGroupSize validFrom validTo } } } }`,
    columns: [
      { heading: names('Code', 'Code', 'Code'), path: 'code' },
      { heading: names('Naam', 'Nom', 'Name'), path: 'name' },
      { heading: names('Organisatie', 'Organisation', 'Organisation'), path: 'organisation.name' },
      { heading: names('Straat', 'Rue', 'Street'), path: 'street' },
      { heading: names('Postcode', 'Code postal', 'Postcode'), path: 'postcode' },
      { heading: names('Plaats', 'Localité', 'Town'), path: 'town' },
      { heading: names('Gemeente', 'Commune', 'Municipality'), path: 'municipality' },
      { heading: names('NIS-code', 'Code INS', 'NIS code'), path: 'nis' },
      { heading: names('Breedtegraad', 'Latitude', 'Latitude'), path: 'latitude', kind: 'number' },
      { heading: names('Lengtegraad', 'Longitude', 'Longitude'), path: 'longitude', kind: 'number' },
      { heading: names('Leveradres', 'Adresse de livraison', 'Delivery point'), path: 'deliveryStreet' },
      { heading: names('Bij levering', 'À la livraison', 'On delivery'), path: 'deliveryNote' },
      { heading: names('Stroom', 'Électricité', 'Power'), path: 'powerSupplies' },
      { heading: names('Vloer (m²)', 'Sol (m²)', 'Floor (m²)'), path: 'floorAreaM2', kind: 'number' },
      { heading: names('Zonder trappen', 'Sans marches', 'Step-free'), path: 'stepFree' },
      { heading: names('Grootste groep', 'Plus grand groupe', 'Largest group'), path: 'maxGroupSize', kind: 'number' },
      { heading: names('Geldig van', 'Valable du', 'Valid from'), path: 'validFrom', kind: 'day' },
      { heading: names('Geldig tot', 'Valable au', 'Valid to'), path: 'validTo', kind: 'day' },
    ],
  },
];
