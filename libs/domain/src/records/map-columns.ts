import { foldWord } from './fold-word.js';
import type { Field, RecordKind } from './field.js';
import { SHAPES } from './shapes.js';

/** Which field each column holds, by its heading in Dutch, French or English; null for a heading that says nothing. */
export function mapColumns(kind: RecordKind, headings: readonly string[]): (string | null)[] {
  const byWord = new Map<string, string>();
  for (const field of SHAPES[kind].fields) for (const word of wordsOf(field)) if (!byWord.has(word)) byWord.set(word, field.key);
  const taken = new Set<string>();
  return headings.map((heading) => {
    const key = byWord.get(foldWord(heading));
    if (key === undefined || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

const wordsOf = ({ key, label, headings = [] }: Field) =>
  [key, label.nl, label.fr, label.en, ...headings].map((word) => foldWord(word));

/** The fields that a file must have a column for: without them no record can be found or made. */
export function missingColumns(kind: RecordKind, mapping: readonly (string | null)[]): string[] {
  return SHAPES[kind].fields.filter(({ natural, key }) => natural && !mapping.includes(key)).map(({ key }) => key);
}
