import { mergeCatalogues, type Catalogue } from '../../ui/i18n/merge-catalogues.js';

/** The Dutch texts of what the first page shows. */
export default mergeCatalogues(
  import.meta.glob<Catalogue>(
    ['/src/app/messages.nl.json', '/src/ui/messages.nl.json', '/src/features/search/messages.nl.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
