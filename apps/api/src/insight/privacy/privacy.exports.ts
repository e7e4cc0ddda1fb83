import { names, type ListExport } from '../../platform/export/list-export.js';
import { RETENTION } from './retention.js';

export const privacyExports: ListExport[] = [
  {
    name: 'opruimingen',
    title: names('Wat werd opgeruimd', 'Ce qui a été nettoyé', 'What was cleaned up'),
    query: `query { list: retentionRuns(first: 200) { at rule beforeDay removed actor { name } } }`,
    columns: [
      { heading: names('Wanneer', 'Quand', 'When'), path: 'at', kind: 'instant' },
      {
        heading: names('Wat', 'Quoi', 'What'),
        path: 'rule',
        words: Object.fromEntries(RETENTION.map(({ name, what }) => [name, what])),
      },
      { heading: names('Ouder dan', 'Plus ancien que', 'Older than'), path: 'beforeDay', kind: 'day' },
      { heading: names('Aantal', 'Nombre', 'Number'), path: 'removed', kind: 'number' },
      { heading: names('Door', 'Par', 'By'), path: 'actor.name' },
    ],
  },
  {
    name: 'wat-we-bewaren',
    title: names('Wat we van mensen bewaren', 'Ce que nous conservons des personnes', 'What we keep of people'),
    query: `query { list: personalData { what { nl fr en } columns { nl fr en } why { nl fr en } kept { nl fr en } erasure } }`,
    columns: [
      { heading: names('Wat', 'Quoi', 'What'), path: 'what' },
      { heading: names('Welke gegevens', 'Quelles données', 'Which data'), path: 'columns' },
      { heading: names('Waarom', 'Pourquoi', 'Why'), path: 'why' },
      { heading: names('Hoelang', 'Combien de temps', 'How long'), path: 'kept' },
      {
        heading: names('Bij vergeten', 'En cas d’oubli', 'When forgotten'),
        path: 'erasure',
        words: {
          DELETED: names('weg', 'supprimé', 'gone'),
          BLANKED: names('leeggemaakt', 'vidé', 'blanked'),
          PSEUDONYM: names('blijft, zonder naam', 'reste, sans nom', 'stays, without a name'),
        },
      },
    ],
  },
];
