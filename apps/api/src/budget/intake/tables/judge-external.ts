import type { EntityManager } from 'typeorm';
import type { FileTable } from '../../../platform/tables/read-table.js';
import { findColumns, RowReader, type JudgedRow } from './judged-row.js';
import { PAYMENT_COLUMNS } from './judge-payments.js';

interface Ours {
  readonly id: string;
  readonly number: string;
  readonly supplier: string;
  readonly paidOn: string;
  readonly cents: string;
}

/**
 * The payments of the official books beside ours, over the days that the file covers: the same, another amount, only there,
 * only here. Nothing is written.
 */
export async function judgeExternal(manager: EntityManager, table: FileTable): Promise<JudgedRow[]> {
  const at = findColumns(table, PAYMENT_COLUMNS);
  const rows = table.rows.map((row, n) => {
    const reader = new RowReader(row, at, table.headings);
    const number = reader.needed('invoice');
    const paidOn = reader.day('paidOn');
    return { reader, number, paidOn, cents: reader.amount('amount'), line: table.firstLine + n };
  });
  const days = rows.flatMap(({ paidOn }) => paidOn ?? []).toSorted();
  const ours = await manager.query<Ours[]>(
    `SELECT p.id, i.number, s.name AS supplier, p.paid_on::text AS "paidOn", p.cents::text AS cents
       FROM payment p JOIN invoice i ON i.id = p.invoice_id JOIN supplier s ON s.id = i.supplier_id
      WHERE p.paid_on BETWEEN $1 AND $2 AND p.takes_back IS NULL
        AND NOT EXISTS (SELECT 1 FROM payment b WHERE b.takes_back = p.id) ORDER BY p.paid_on, p.id`,
    [days[0] ?? '0001-01-01', days.at(-1) ?? '0001-01-01'],
  );
  const left = new Map(ours.map((each) => [each.id, each]));
  const take = (fits: (each: Ours) => boolean) => {
    const found = [...left.values()].find(fits);
    if (found) left.delete(found.id);
    return found;
  };
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  // What is exactly the same first, so that an amount that differs is not held against the wrong one.
  const exact = rows.map(({ number, paidOn, cents }) =>
    take((each) => same(each.number, number) && each.paidOn === paidOn && each.cents === String(cents)),
  );
  const judged = rows.map(({ reader, number, cents, line, paidOn }, n): JudgedRow => {
    const found = exact[n] ?? (reader.wrong.length === 0 ? take((each) => same(each.number, number)) : undefined);
    if (reader.wrong.length === 0 && !exact[n]) {
      if (!found) reader.say('NOT_BOOKED_HERE', 'invoice');
      else if (found.cents !== String(cents)) reader.say('DIFFERS', 'amount', found.cents);
      else if (found.paidOn !== paidOn) reader.say('DIFFERS', 'paidOn', found.paidOn);
    }
    return {
      line,
      does: reader.wrong.length > 0 ? 'WRONG' : 'UNCHANGED',
      title: found ? `${found.supplier}, ${found.number}` : number,
      cents: cents === null ? null : String(cents),
      before: found?.cents ?? null,
      wrong: reader.wrong,
      data: {},
    };
  });
  const only = [...left.values()].map(({ supplier, number, paidOn, cents }): JudgedRow => ({
    line: 0,
    does: 'WRONG',
    title: `${supplier}, ${number}`,
    cents: null,
    before: cents,
    wrong: [{ code: 'NOT_IN_FILE', column: '', text: paidOn }],
    data: {},
  }));
  return [...judged, ...only];
}
