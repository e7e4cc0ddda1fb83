import type { Language } from './languages.js';
import { useTranslation } from './texts.js';

export function useLanguage(): Language {
  return useTranslation().language;
}
