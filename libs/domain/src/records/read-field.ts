import { isDay } from '../values/days.js';
import { enterpriseNumber } from '../values/enterprise-number.js';
import { foldWord } from './fold-word.js';
import type { Choice, Field } from './field.js';
import { readHours, readTime, writeHours } from './hours-text.js';

/** Why a text is no value of its field. */
export type FieldProblem =
  | 'MISSING'
  | 'TOO_LONG'
  | 'NO_NUMBER'
  | 'NOT_WHOLE'
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'NO_DAY'
  | 'NO_YES_OR_NO'
  | 'NO_CHOICE'
  | 'NO_CODE'
  | 'NO_EMAIL'
  | 'NO_ENTERPRISE_NUMBER'
  | 'NO_HOURS'
  | 'NO_TIME';

export type Read = { readonly text: string | null } | { readonly problem: FieldProblem };

const YES = new Set(['ja', 'j', 'oui', 'o', 'yes', 'y', 'true', 'waar', 'vrai', '1', 'x']);
const NO = new Set(['nee', 'neen', 'n', 'non', 'no', 'false', 'onwaar', 'faux', '0', '-']);
const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/**
 * What somebody typed, or what stands in a cell of a file, as the one canonical text of the value: a dot in numbers,
 * days as YYYY-MM-DD, true or false, codes of choices. Null is nothing.
 */
export function readField(field: Field, typed: string): Read {
  const text = typed.normalize('NFC').replaceAll('\u00a0', ' ').trim();
  if (text === '') return { text: null };
  switch (field.kind) {
    case 'text':
      return text.length > (field.longest ?? 200) ? { problem: 'TOO_LONG' } : { text };
    case 'code':
    case 'reference':
      if (text.length > (field.longest ?? 254)) return { problem: 'TOO_LONG' };
      return field.kind === 'reference' || /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) ? { text } : { problem: 'NO_CODE' };
    case 'email':
      return EMAIL.test(text) && text.length <= 254 ? { text: text.toLowerCase() } : { problem: 'NO_EMAIL' };
    case 'enterpriseNumber':
      return found(enterpriseNumber(text), 'NO_ENTERPRISE_NUMBER');
    case 'integer':
    case 'decimal':
      return readNumber(field, text);
    case 'yesNo':
      return found(yesOrNo(text), 'NO_YES_OR_NO');
    case 'day':
      return found(readDay(text), 'NO_DAY');
    case 'time':
      return found(readTime(text), 'NO_TIME');
    case 'choice':
      return found(chosen(field.choices ?? [], text), 'NO_CHOICE');
    case 'choices':
      return readChoices(field.choices ?? [], text);
    case 'hours':
      return found(hoursOf(text), 'NO_HOURS');
    default:
      return field.kind satisfies never;
  }
}

function hoursOf(text: string): string | undefined {
  const hours = readHours(text);
  return hours ? writeHours(hours) : undefined;
}

const found = (text: string | undefined, problem: FieldProblem): Read => (text === undefined ? { problem } : { text });

function yesOrNo(text: string): string | undefined {
  const word = foldWord(text);
  if (YES.has(word)) return 'true';
  return NO.has(word) || text === '-' ? 'false' : undefined;
}

/** A choice by its code or by its name in any language. */
function chosen(choices: readonly Choice[], text: string): string | undefined {
  const word = foldWord(text);
  return choices.find(({ value, names }) => [value, names.nl, names.fr, names.en].some((name) => foldWord(name) === word))?.value;
}

function readChoices(choices: readonly Choice[], text: string): Read {
  const parts = text.split(/[;|\n]/).flatMap((part) => (chosen(choices, part) ? [part] : part.split(/,(?!\s*\d+\s*A)/)));
  const values = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => chosen(choices, part));
  if (values.includes(undefined)) return { problem: 'NO_CHOICE' };
  const known = choices.map(({ value }) => value).filter((value) => values.includes(value));
  return { text: known.join(';') };
}

/** `1.250,5`, `1250.5` and `1 250,5` are one number; a lone dot or comma is taken for the decimal mark. */
function readNumber(field: Field, text: string): Read {
  let plain = text.replaceAll(/[\s\u202f']/g, '');
  if (plain.includes(',') && plain.includes('.'))
    plain =
      plain.lastIndexOf(',') > plain.lastIndexOf('.') ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  else plain = plain.replace(',', '.');
  if (!/^-?\d{1,15}(\.\d+)?$/.test(plain)) return { problem: 'NO_NUMBER' };
  const number = Number(plain);
  if (field.kind === 'integer' && !Number.isInteger(number)) return { problem: 'NOT_WHOLE' };
  if (field.least !== undefined && number < field.least) return { problem: 'TOO_SMALL' };
  if (field.most !== undefined && number > field.most) return { problem: 'TOO_LARGE' };
  return { text: String(number) };
}

/** `28/03/2027`, `28-3-2027`, `28.03.2027` or `2027-03-28`, with or without a time behind it. */
function readDay(text: string): string | undefined {
  const [, first = '', middle = '', last = ''] = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ].*)?$/.exec(text) ?? [];
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  const iso = `${year}-${middle.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}
