import { useMemo, useSyncExternalStore } from 'react';
import type { Language } from './languages.js';
import type { Catalogue } from './merge-catalogues.js';

/** Fills the `{{places}}` of a text; `count` also chooses its plural form. */
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: string, values?: Values) => string;

// The texts by language. Dutch stands in where another language has not arrived yet.
const texts = new Map<Language, Catalogue>();
const plurals = new Map<Language, Intl.PluralRules>();
const listeners = new Set<() => void>();
let shown: Language = 'nl';
let version = 0;

/** Adds texts of a language to those that it has. */
export function addTexts(language: Language, more: Catalogue): void {
  texts.set(language, { ...texts.get(language), ...more });
  changed();
}

export const hasTexts = (language: Language): boolean => texts.has(language);
export const shownLanguage = (): Language => shown;

/** Shows another language on every screen. */
export function showTexts(language: Language): void {
  shown = language;
  changed();
}

function changed(): void {
  version++;
  for (const listener of listeners) listener();
}

function find(language: Language, key: string): string | undefined {
  let at: string | Catalogue | undefined = texts.get(language);
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}

/** The text in its plural form (`_one`, `_other`, … of the language) or as it stands. */
function pick(language: Language, key: string, count: string | number | undefined): string | undefined {
  if (typeof count !== 'number') return find(language, key);
  let rules = plurals.get(language);
  if (!rules) plurals.set(language, (rules = new Intl.PluralRules(language)));
  return find(language, `${key}_${rules.select(count)}`) ?? find(language, `${key}_other`) ?? find(language, key);
}

export function hasText(key: string): boolean {
  return (find(shown, key) ?? find('nl', key)) !== undefined;
}

/** The text of a key in the shown language; the key itself where there is none, so that a gap is seen. */
export function translate(key: string, values: Values = {}): string {
  const text = pick(shown, key, values['count']) ?? pick('nl', key, values['count']) ?? key;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `t` in the language that is shown; the component is drawn again when that changes or texts arrive. */
export function useTranslation(): { t: Translate; language: Language } {
  const at = useSyncExternalStore(subscribe, () => version);
  // A new function for each version, so that what is memoised by `t` is made again.
  return useMemo(() => ({ t: (key, values) => translate(key, values), language: at >= 0 ? shown : 'nl' }), [at]);
}
