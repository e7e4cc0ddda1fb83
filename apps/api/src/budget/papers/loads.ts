import { In } from 'typeorm';
import { type Batch, grouped } from '../../platform/graphql/loaders.js';
import { PaperBalance } from '../ledger/ledger.entities.js';
import { Payment } from '../paying/paying.entities.js';
import { Invoice, InvoiceAllocation, InvoiceLine, InvoicePart, ProcurementThreshold } from './papers.entities.js';

export const balanceOfPapers: Batch<string, PaperBalance | null> = async (ids, { manager }) => {
  const rows = await manager.find(PaperBalance, { where: { paperId: In([...ids]) } });
  const found = new Map(rows.map((row) => [row.paperId, row]));
  return ids.map((id) => found.get(id) ?? null);
};

export const linesOfInvoices: Batch<string, InvoiceLine[]> = async (ids, { manager }) => {
  const rows = await manager.find(InvoiceLine, { where: { invoiceId: In([...ids]) }, order: { position: 'ASC' } });
  return grouped(ids, rows, (row) => row.invoiceId);
};

export const partsOfInvoices: Batch<string, InvoicePart[]> = async (ids, { manager }) => {
  const rows = await manager.find(InvoicePart, { where: { invoiceId: In([...ids]) }, order: { id: 'ASC' } });
  return grouped(ids, rows, (row) => row.invoiceId);
};

export const allocationsOfLines: Batch<string, InvoiceAllocation[]> = async (ids, { manager }) => {
  const rows = await manager.find(InvoiceAllocation, { where: { invoiceLineId: In([...ids]) }, order: { id: 'ASC' } });
  return grouped(ids, rows, (row) => row.invoiceLineId);
};

export const paymentsOfInvoices: Batch<string, Payment[]> = async (ids, { manager }) => {
  const rows = await manager.find(Payment, { where: { invoiceId: In([...ids]) }, order: { paidOn: 'ASC', id: 'ASC' } });
  return grouped(ids, rows, (row) => row.invoiceId);
};

export const creditsOfInvoices: Batch<string, Invoice[]> = async (ids, { manager }) => {
  const rows = await manager.find(Invoice, { where: { creditsId: In([...ids]) }, order: { issuedOn: 'ASC', id: 'ASC' } });
  return grouped(ids, rows, (row) => row.creditsId!);
};

export const invoicesOfCommitments: Batch<string, Invoice[]> = async (ids, { manager }) => {
  const rows = await manager.query<{ commitmentId: string; invoiceId: string }[]>(
    `SELECT DISTINCT commitment_id AS "commitmentId", invoice_id AS "invoiceId" FROM invoice_part WHERE commitment_id = ANY($1::uuid[])`,
    [[...ids]],
  );
  const invoices = await manager.find(Invoice, {
    where: { id: In(rows.map((row) => row.invoiceId)) },
    order: { issuedOn: 'ASC', id: 'ASC' },
  });
  return ids.map((id) => {
    const mine = new Set(rows.filter((row) => row.commitmentId === id).map((row) => row.invoiceId));
    return invoices.filter((invoice) => mine.has(invoice.id));
  });
};

/** The whole table of thresholds: a handful of rows. */
export const thresholds: Batch<string, ProcurementThreshold[]> = async (keys, { manager }) => {
  const rows = await manager.find(ProcurementThreshold, { order: { validFrom: 'ASC', procedure: 'ASC' } });
  return keys.map(() => rows);
};
