import { useLanguage } from './useLanguage.js';

export type LocalizedText = { nl: string; fr: string; en: string };

/** Picks the reader's language out of a text that the API gives in three. */
export function useText(): (text: LocalizedText) => string {
  const language = useLanguage();
  return (text) => text[language] || text.nl;
}
