import type { Language } from '../../ui/i18n/languages.js';

/** Each language names itself, so that somebody who reads no other finds it. */
export const LANGUAGE_NAMES: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' };
