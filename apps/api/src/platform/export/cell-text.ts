import { dayOf, timeOf } from '@karavaan/domain';
import type { Locale } from '../graphql/enums.js';
import type { Cell, CellKind } from './table.js';

const TAGS: Record<Locale, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };
const YES: Record<Locale, readonly [string, string]> = { nl: ['ja', 'nee'], fr: ['oui', 'non'], en: ['yes', 'no'] };

export const tagOf = (locale: Locale): string => TAGS[locale];

export const yesOrNo = (value: boolean, locale: Locale): string => YES[locale][value ? 0 : 1];

/** A cell as a person reads it: `1.250,5`, `48,4%`, `28/03/2027`, `28/03/2027 08:05`; nothing for null. */
export function cellText(cell: Cell, kind: CellKind, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return yesOrNo(cell, locale);
  if (typeof cell === 'number') return numberText(cell, kind, locale);
  if (kind === 'day') return dayText(cell);
  if (kind === 'instant') return `${dayText(dayOf(Date.parse(cell)))} ${timeOf(Date.parse(cell))}`;
  return cell;
}

const dayText = (day: string) => day.split('-').toReversed().join('/');

function numberText(value: number, kind: CellKind, locale: Locale): string {
  const style = kind === 'percent' ? { style: 'percent' as const, maximumFractionDigits: 1 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(TAGS[locale], style).format(value).replaceAll(/[\u00a0\u202f]/g, ' ');
}
