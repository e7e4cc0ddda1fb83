import { readCommunication } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { FileTable } from '../../../platform/tables/read-table.js';
import { findColumns, RowReader, type Columns, type JudgedRow } from './judged-row.js';

export const PAYMENT_COLUMNS: Columns = {
  supplier: ['leverancier', 'fournisseur', 'supplier', 'ondernemingsnummer', 'enterprise number', 'numéro d’entreprise'],
  invoice: ['factuur', 'factuurnummer', 'facture', 'numéro de facture', 'invoice', 'invoice number'],
  communication: ['mededeling', 'gestructureerde mededeling', 'communication', 'communication structurée'],
  paidOn: ['betaald op', 'datum', 'betaaldatum', 'payé le', 'date', 'paid on'],
  amount: ['bedrag', 'betaald', 'montant', 'amount'],
  reference: ['kenmerk', 'referentie', 'référence', 'reference'],
};

interface Owed {
  readonly id: string;
  readonly number: string;
  readonly communication: string | null;
  readonly supplier: string;
  readonly enterpriseNumber: string | null;
  readonly owed: string;
  readonly paid: string;
  readonly payments: readonly string[];
}

/** What each row of a list of payments would do: pay an invoice, or nothing when that payment is there already. */
export async function judgePayments(manager: EntityManager, table: FileTable, today: string): Promise<JudgedRow[]> {
  const at = findColumns(table, PAYMENT_COLUMNS);
  const cells = (field: string) => table.rows.map((row) => (row[at[field] ?? -1] ?? '').trim());
  const communications = cells('communication').map((text) => readCommunication(text) ?? '');
  const invoices = await manager.query<Owed[]>(
    `SELECT i.id, i.number, i.communication, s.name AS supplier, s.enterprise_number AS "enterpriseNumber",
            (i.payable_cents - i.credited_cents - i.paid_cents)::text AS owed, i.paid_cents::text AS paid,
            ARRAY(SELECT p.paid_on::text || ' ' || p.cents::text || ' ' || p.reference FROM payment p
                   WHERE p.invoice_id = i.id AND p.takes_back IS NULL
                     AND NOT EXISTS (SELECT 1 FROM payment b WHERE b.takes_back = p.id)) AS payments
       FROM invoice i JOIN supplier s ON s.id = i.supplier_id
      WHERE i.kind = 'INVOICE' AND NOT i.taken_back AND (lower(i.number) = ANY($1) OR i.communication = ANY($2))`,
    [cells('invoice').map((text) => text.toLowerCase()), communications.filter(Boolean)],
  );
  const left = new Map(invoices.map(({ id, owed }) => [id, BigInt(owed)]));
  const used = new Map<string, string[]>();
  return table.rows.map((row, n) => {
    const reader = new RowReader(row, at, table.headings);
    const paidOn = reader.day('paidOn');
    const cents = reader.amount('amount');
    if (paidOn !== null && paidOn > today) reader.say('NOT_A_DAY', 'paidOn');
    const invoice = findInvoice(reader, invoices, communications[n]!);
    const reference = reader.text('reference').slice(0, 140);
    let does: JudgedRow['does'] = 'NEW';
    if (invoice && cents !== null && paidOn !== null) {
      // One payment of the file is one of those that are there: two alike in the file need two alike there.
      const known = [...invoice.payments];
      for (const each of used.get(invoice.id) ?? []) known.splice(known.indexOf(each), 1);
      const same = known.find((each) =>
        reference ? each === `${paidOn} ${cents} ${reference}` : each.startsWith(`${paidOn} ${cents} `),
      );
      if (same !== undefined) {
        used.set(invoice.id, [...(used.get(invoice.id) ?? []), same]);
        does = 'UNCHANGED';
      } else if (cents === 0n) reader.say('NOT_AN_AMOUNT', 'amount');
      else if (cents > left.get(invoice.id)!) reader.say('OVER_INVOICE', 'amount', String(left.get(invoice.id)));
      else left.set(invoice.id, left.get(invoice.id)! - cents);
    }
    return {
      line: table.firstLine + n,
      does: reader.wrong.length > 0 ? 'WRONG' : does,
      title: invoice ? `${invoice.supplier}, ${invoice.number}` : reader.text('invoice') || reader.text('communication'),
      cents: cents === null ? null : String(cents),
      before: null,
      wrong: reader.wrong,
      data: { invoiceId: invoice?.id ?? null, paidOn, reference },
    };
  });
}

function findInvoice(reader: RowReader, invoices: readonly Owed[], communication: string): Owed | undefined {
  const number = reader.text('invoice').toLowerCase();
  const supplier = reader.text('supplier').toLowerCase();
  const digits = supplier.replaceAll(/\D/g, '');
  if (number === '' && communication === '') {
    reader.say('MISSING', 'invoice');
    return undefined;
  }
  const found = invoices.filter(
    (each) =>
      (number === '' || each.number.toLowerCase() === number) &&
      (communication === '' || each.communication === communication) &&
      (supplier === '' ||
        each.supplier.toLowerCase() === supplier ||
        (digits.length >= 9 && (each.enterpriseNumber ?? '').endsWith(digits))),
  );
  if (found.length === 1) return found[0];
  reader.say(found.length === 0 ? 'UNKNOWN_INVOICE' : 'SEVERAL_INVOICES', number ? 'invoice' : 'communication');
  return undefined;
}
