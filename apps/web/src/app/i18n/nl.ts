import { mergeCatalogues, type Catalogue } from '../../ui/i18n/merge-catalogues.js';

export default mergeCatalogues(import.meta.glob<Catalogue>('/src/**/messages.nl.json', { eager: true, import: 'default' }));
