import {
  changedKeys,
  naturalKey,
  readField,
  readRecord,
  SHAPES,
  type RecordKind,
  type RecordTexts,
  type Wrong,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { deriveFields, type Draft } from './derive-fields.js';
import { findObstacles } from './find-obstacles.js';
import { findReferences } from './find-references.js';
import type { KeptRecord } from './read-records.js';
import { referencesOf } from './record-tables.js';

export type Given = Readonly<Record<string, string | null>>;

/** What a row of a file, or a form, would do to a record. */
export interface RowOutcome {
  readonly does: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG';
  readonly title: string;
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
  readonly wrong: readonly Wrong[];
}

/** An outcome with what is needed to write it. */
export interface Judged {
  readonly outcome: RowOutcome;
  readonly before: KeptRecord | null;
  readonly draft: Draft;
}

/**
 * Says of each row what it would do, without doing it. The number of queries does not grow with the rows.
 * @param existing the record that each row is about, or null for a new one
 */
export async function judgeRecords(
  tx: EntityManager,
  kind: RecordKind,
  rows: readonly Given[],
  existing: readonly (KeptRecord | null)[],
  blank: 'MISSING' | 'KEPT',
): Promise<Judged[]> {
  const wrong: Wrong[][] = [];
  const drafts: Draft[] = [];
  const keys = new Map<string, number>();
  rows.forEach((given, at) => {
    const checked = readRecord(kind, given, existing[at]?.texts ?? null, blank);
    const texts = { ...checked.texts };
    wrong[at] = [...checked.wrong];
    drafts[at] = { texts, references: {} };
    const key = naturalKey(kind, texts);
    const first = SHAPES[kind].fields.find(({ natural }) => natural)!.key;
    if (keys.has(key)) wrong[at].push({ field: first, problem: 'TWICE', detail: String(keys.get(key)! + 1) });
    else keys.set(key, at);
  });
  await resolveReferences(tx, kind, drafts, wrong);
  await deriveFields(tx, kind, drafts);
  drafts.forEach(({ texts }, at) => {
    // What follows from a field that is wrong itself says nothing new.
    if (wrong[at]!.length > 0) return;
    for (const { key, required, derived } of SHAPES[kind].fields)
      if (required && derived && !texts[key]) wrong[at]!.push({ field: key, problem: 'MISSING' });
  });
  const obstacles = await findObstacles(
    tx,
    kind,
    drafts.map(({ texts, references }, at) => {
      const before = existing[at] ?? null;
      return { id: before?.id ?? null, before: before?.texts ?? null, after: texts, references };
    }),
  );
  return drafts.map((draft, at) => {
    const before = existing[at] ?? null;
    const all = [...wrong[at]!, ...obstacles[at]!];
    return { before, draft, outcome: toOutcome(kind, before?.texts ?? null, draft.texts, all) };
  });
}

function toOutcome(kind: RecordKind, before: RecordTexts | null, after: RecordTexts, wrong: readonly Wrong[]): RowOutcome {
  const keys = changedKeys(kind, before ?? {}, after);
  const changes = keys.map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }));
  const title = SHAPES[kind].title
    .map((key) => after[key])
    .filter(Boolean)
    .join(', ');
  const does = wrong.length > 0 ? 'WRONG' : before ? (keys.length > 0 ? 'CHANGED' : 'UNCHANGED') : 'NEW';
  return { does, title, changes: does === 'CHANGED' || does === 'NEW' ? changes : [], wrong };
}

async function resolveReferences(tx: EntityManager, kind: RecordKind, drafts: readonly Draft[], wrong: Wrong[][]): Promise<void> {
  const fields = referencesOf(kind);
  const found = await findReferences(tx, fields, (field) =>
    drafts.map(({ texts }) => texts[field.key]).filter((text) => text != null),
  );
  drafts.forEach(({ texts, references }, at) => {
    for (const { key } of fields) {
      const text = texts[key];
      if (!text) continue;
      const record = found.get(key)!.get(text.toLowerCase());
      if (record) {
        texts[key] = record.code;
        references[key] = record.id;
      } else wrong[at]!.push({ field: key, problem: 'UNKNOWN', detail: text });
    }
  });
}

/** The canonical natural key of a row, as far as it can be read: what finds its record. */
export function keyTexts(kind: RecordKind, given: Given, meaning: (field: string, text: string) => string): RecordTexts {
  return Object.fromEntries(
    SHAPES[kind].fields
      .filter(({ natural }) => natural)
      .map((field) => {
        const read = readField(field, given[field.key] ?? '');
        const text = 'text' in read ? read.text : null;
        return [field.key, text === null ? null : field.refers ? meaning(field.key, text) : text];
      }),
  );
}
