import { names, type ListExport } from '../../platform/export/list-export.js';
import { DOMAINS } from '../../equipment/domains.js';

export const figuresExports: ListExport[] = [
  {
    name: 'vraag',
    title: names('Vraag zonder antwoord', 'Demande sans réponse', 'Unmet demand'),
    query: `query ($from: Date!, $to: Date!) {
      list: unmetDemand(from: $from, to: $to) { model { code name { nl fr en } } domain municipality nis area searches refusals open } }`,
    columns: [
      { heading: names('Model', 'Modèle', 'Model'), path: 'model.name' },
      { heading: names('Code', 'Code', 'Code'), path: 'model.code' },
      { heading: names('Domein', 'Domaine', 'Domain'), path: 'domain', words: DOMAINS },
      { heading: names('Gemeente', 'Commune', 'Municipality'), path: 'municipality' },
      { heading: names('Gebied', 'Zone', 'Area'), path: 'area' },
      {
        heading: names('Zoekopdrachten zonder resultaat', 'Recherches sans résultat', 'Searches that found nothing'),
        path: 'searches',
        kind: 'number',
      },
      { heading: names('Weigeringen', 'Refus', 'Refusals'), path: 'refusals', kind: 'number' },
      { heading: names('Wachtende vragen', 'Demandes en attente', 'Wishes that wait'), path: 'open', kind: 'number' },
    ],
  },
  {
    name: 'bereik',
    title: names('Bereik', 'Couverture', 'Coverage'),
    query: `query ($input: CoverageInput!) { list: coverageByMunicipality(input: $input) { nis name area inhabitants covered share } }`,
    columns: [
      { heading: names('Gemeente', 'Commune', 'Municipality'), path: 'name' },
      { heading: names('NIS-code', 'Code INS', 'NIS code'), path: 'nis' },
      { heading: names('Gebied', 'Zone', 'Area'), path: 'area' },
      { heading: names('Inwoners', 'Habitants', 'Inhabitants'), path: 'inhabitants', kind: 'number' },
      { heading: names('Bereikt', 'Couverts', 'Covered'), path: 'covered', kind: 'number' },
      { heading: names('Deel', 'Part', 'Share'), path: 'share', kind: 'percent' },
    ],
  },
];
