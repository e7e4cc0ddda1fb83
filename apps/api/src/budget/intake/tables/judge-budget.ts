import type { EntityManager } from 'typeorm';
import type { FileTable } from '../../../platform/tables/read-table.js';
import { RUBRICS } from '../../budget.words.js';
import type { Rubric } from '../../enums.js';
import { findColumns, RowReader, type Columns, type JudgedRow } from './judged-row.js';

export const BUDGET_COLUMNS: Columns = {
  code: ['code', 'lijn', 'budgetlijn', 'ligne', 'line'],
  name: ['naam', 'omschrijving', 'nom', 'name'],
  rubric: ['rubriek', 'rubrique', 'rubric'],
  amount: ['budget', 'bedrag', 'montant', 'amount'],
};

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
const WORDS = new Map(
  Object.entries(RUBRICS).flatMap(([rubric, { nl, fr, en }]) =>
    [rubric, nl, fr, en].map((word): [string, Rubric] => [plain(word), rubric as Rubric]),
  ),
);

interface Known {
  readonly id: string;
  readonly code: string;
  readonly cents: string;
}

/** What each row of a budget would do: a line that is new, one with another amount, or nothing. */
export async function judgeBudget(manager: EntityManager, table: FileTable, agreementId: string): Promise<JudgedRow[]> {
  const at = findColumns(table, BUDGET_COLUMNS);
  const lines = await manager.query<Known[]>(
    `SELECT l.id, l.code, COALESCE(v.cents, 0)::text AS cents FROM budget_line l
       LEFT JOIN budget_version b ON b.agreement_id = l.agreement_id AND b.state = 'ACTIVE'
       LEFT JOIN budget_version_line v ON v.version_id = b.id AND v.line_id = l.id WHERE l.agreement_id = $1`,
    [agreementId],
  );
  const known = new Map(lines.map((line) => [line.code.toLowerCase(), line]));
  const seen = new Set<string>();
  return table.rows.map((row, n) => {
    const reader = new RowReader(row, at, table.headings);
    const code = reader.needed('code');
    const cents = reader.amount('amount');
    if (cents !== null && cents < 0n) reader.say('NOT_AN_AMOUNT', 'amount');
    const line = known.get(code.toLowerCase());
    const rubric = WORDS.get(plain(reader.text('rubric')));
    if (!line && code !== '') {
      reader.needed('name');
      if (!rubric) reader.say('UNKNOWN_RUBRIC', 'rubric');
    }
    if (code !== '' && seen.has(code.toLowerCase())) reader.say('TWICE', 'code');
    seen.add(code.toLowerCase());
    const same = line !== undefined && cents !== null && line.cents === String(cents);
    return {
      line: table.firstLine + n,
      does: reader.wrong.length > 0 ? 'WRONG' : same ? 'UNCHANGED' : line ? 'CHANGED' : 'NEW',
      title: [code, reader.text('name')].filter(Boolean).join(' '),
      cents: cents === null ? null : String(cents),
      before: line?.cents ?? null,
      wrong: reader.wrong,
      data: { lineId: line?.id ?? null, code, name: reader.text('name'), rubric: rubric ?? null },
    };
  });
}
