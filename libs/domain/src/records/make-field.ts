import type { Names } from '../availability/calendar.js';
import type { Choice, Field } from './field.js';

export const names = (nl: string, fr: string, en: string): Names => ({ nl, fr, en });

export const choice = (value: string, nl: string, fr: string, en: string): Choice => ({ value, names: { nl, fr, en } });

/** A text in three languages as three fields; French and English may be left out and then take the Dutch. */
export function inThree(key: string, label: Names, more: Pick<Field, 'required' | 'longest' | 'group'>): Field[] {
  const each = (language: 'Nl' | 'Fr' | 'En', mark: string): Field => ({
    ...more,
    key: `${key}${language}`,
    kind: 'text',
    label: names(`${label.nl} (${mark})`, `${label.fr} (${mark})`, `${label.en} (${mark})`),
    headings: language === 'Nl' ? [label.nl, label.fr, label.en] : [],
    required: more.required === true && language === 'Nl',
    ...(more.required && language !== 'Nl' ? { derived: true } : {}),
  });
  return [each('Nl', 'NL'), each('Fr', 'FR'), each('En', 'EN')];
}

export const ACTIVE: Field = {
  key: 'active',
  label: names('In gebruik', 'En service', 'In use'),
  headings: ['Actief', 'Actif', 'Active'],
  kind: 'yesNo',
  required: true,
  fallback: 'true',
  group: 'state',
};

export const code = (help?: Field['help']): Field => ({
  key: 'code',
  label: names('Code', 'Code', 'Code'),
  kind: 'code',
  required: true,
  natural: true,
  longest: 60,
  group: 'what',
  ...(help ? { help } : {}),
});

export const text = (key: string, label: Field['label'], group: string, more: Partial<Field> = {}): Field => ({
  key,
  label,
  kind: 'text',
  longest: 200,
  group,
  ...more,
});

export const whole = (key: string, label: Field['label'], group: string, most: number, more: Partial<Field> = {}): Field => ({
  key,
  label,
  kind: 'integer',
  least: 0,
  most,
  group,
  ...more,
});
