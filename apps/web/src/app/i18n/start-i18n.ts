import { firstLanguage, storeLanguage, type Language } from '../../ui/i18n/languages.js';
import type { Catalogue } from '../../ui/i18n/merge-catalogues.js';
import { addTexts, hasTexts, showTexts } from '../../ui/i18n/texts.js';
import nl from './nl.js';

// Dutch is the fallback: what the first page needs comes with it. The other languages come when somebody asks for them.
const OTHERS: Record<Exclude<Language, 'nl'>, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('./fr.js'),
  en: () => import('./en.js'),
};

export async function startI18n(): Promise<void> {
  addTexts('nl', nl);
  await showLanguage(firstLanguage());
}

let rest: Promise<void> | undefined;

/** The Dutch texts that did not come with the first page; every other page waits for them. */
export function loadOtherTexts(): Promise<void> {
  rest ??= import('./nl-rest.js').then(({ default: texts }) => addTexts('nl', texts));
  return rest;
}

/** Shows the product in another language and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await showLanguage(language);
}

async function showLanguage(language: Language): Promise<void> {
  if (language !== 'nl' && !hasTexts(language)) addTexts(language, (await OTHERS[language]()).default);
  document.documentElement.setAttribute('lang', language);
  showTexts(language);
}
