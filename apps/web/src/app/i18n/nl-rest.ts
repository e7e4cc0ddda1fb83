import { mergeCatalogues, type Catalogue } from '../../ui/i18n/merge-catalogues.js';

/** The Dutch texts of all other pages; they come beside the first of these. */
export default mergeCatalogues(
  import.meta.glob<Catalogue>(['/src/features/*/messages.nl.json', '/src/ui/*/messages.nl.json', '!/src/features/search/**'], {
    eager: true,
    import: 'default',
  }),
);
