import type { RecordShape } from '../field.js';
import { ACTIVE, choice, code, names, text } from '../make-field.js';

export const ORGANISATION: RecordShape = {
  kind: 'ORGANISATION',
  names: names('Organisaties', 'Organisations', 'Organisations'),
  mostRows: 10_000,
  title: ['name'],
  fields: [
    code(),
    text('name', names('Naam', 'Nom', 'Name'), 'what', { required: true }),
    {
      key: 'kind',
      label: names('Soort', 'Type', 'Kind'),
      kind: 'choice',
      required: true,
      group: 'what',
      choices: [
        choice('TRAINING_PROVIDER', 'opleidingscentrum', 'centre de formation', 'training centre'),
        choice('SCHOOL', 'school', 'école', 'school'),
        choice('COMPANY', 'bedrijf', 'entreprise', 'company'),
        choice('KNOWLEDGE_CENTRE', 'kenniscentrum', 'centre de connaissances', 'knowledge centre'),
        choice('PUBLIC_SERVICE', 'openbare dienst', 'service public', 'public service'),
        choice('OWNER', 'eigenaar', 'propriétaire', 'owner'),
      ],
    },
    {
      key: 'enterpriseNumber',
      label: names('Ondernemingsnummer', 'Numéro d’entreprise', 'Enterprise number'),
      headings: ['KBO', 'BCE', "Numéro d'entreprise"],
      kind: 'enterpriseNumber',
      group: 'what',
    },
    ACTIVE,
  ],
};
