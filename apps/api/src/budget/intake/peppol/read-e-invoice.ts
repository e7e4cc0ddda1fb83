import { readCommunication } from '@karavaan/domain';
import { childrenOf, find, readXml, textAt, UnreadableXml, type XmlElement, type XmlProblem } from '../xml/read-xml.js';
import type { EInvoice, EInvoiceLine, Finding } from './e-invoice.js';
import { FieldReader, plain } from './field-reader.js';
import { readAttachments } from './read-attachments.js';
import { readDocumentAllowances, readLines, type ReadLine } from './read-lines.js';
import { readParty } from './read-parties.js';
import { readVatTotal, spreadVat } from './read-vat.js';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const NORM = 'urn:cen.eu:en16931:2017';

export type EInvoiceReading =
  | { readonly ok: true; readonly invoice: EInvoice }
  /** Not a document of this kind at all. */
  | { readonly ok: false; readonly problem: XmlProblem | 'NOT_AN_E_INVOICE'; readonly fileLine: number }
  /** One that says something wrong; `invoice` is what it says. */
  | { readonly ok: false; readonly problem: 'WRONG'; readonly findings: readonly Finding[]; readonly invoice: EInvoice };

/** Reads a Peppol BIS Billing 3.0 invoice or credit note (UBL 2.1) and adds it all up again. */
export function readEInvoice(content: Buffer): EInvoiceReading {
  let root: XmlElement;
  try {
    root = readXml(content);
  } catch (error) {
    if (error instanceof UnreadableXml) return { ok: false, problem: error.problem, fileLine: error.line };
    throw error;
  }
  const kind = root.name === 'Invoice' ? 'INVOICE' : 'CREDIT_NOTE';
  const isUbl =
    root.uri === `${UBL}Invoice-2` ? root.name === 'Invoice' : root.uri === `${UBL}CreditNote-2` && root.name === 'CreditNote';
  if (!isUbl || !textAt(root, 'CustomizationID')?.startsWith(NORM))
    return { ok: false, problem: 'NOT_AN_E_INVOICE', fileLine: root.line };
  const reader = new FieldReader(root, textAt(root, 'DocumentCurrencyCode') ?? 'EUR');
  const invoice = readInvoice(reader, kind);
  const { findings } = reader;
  return findings.length === 0 ? { ok: true, invoice } : { ok: false, problem: 'WRONG', findings, invoice };
}

function readInvoice(reader: FieldReader, kind: EInvoice['kind']): EInvoice {
  const { root } = reader;
  reader.text(root, 'DocumentCurrencyCode');
  const number = reader.text(root, 'ID');
  reader.text(root, 'IssueDate');
  const issuedOn = reader.day(root, 'IssueDate') ?? '';
  const lines = [...readLines(reader), ...readDocumentAllowances(reader)];
  const { vatCents, parts } = readVatTotal(reader, lines);
  const totals = readTotals(reader, lines, vatCents);
  const means = childrenOf(root, 'PaymentMeans');
  const supplier = readParty(root, 'AccountingSupplierParty');
  if (supplier.name === '') reader.say('MISSING', root, 'AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName');
  const credited = find(root, 'BillingReference', 'InvoiceDocumentReference');
  const read: EInvoice = {
    kind,
    number: number.slice(0, 100),
    issuedOn,
    dueOn: reader.day(root, 'DueDate') ?? means.map((each) => reader.day(each, 'PaymentDueDate')).find(Boolean) ?? null,
    currency: reader.currency,
    supplier,
    buyer: readParty(root, 'AccountingCustomerParty'),
    iban: means.map((each) => textAt(each, 'PayeeFinancialAccount', 'ID')?.replaceAll(/\s/g, '')).find(Boolean) ?? null,
    communication:
      means.flatMap((each) => childrenOf(each, 'PaymentID').map(({ text }) => readCommunication(text))).find(Boolean) ?? null,
    orderReference: textAt(root, 'OrderReference', 'ID') ?? null,
    credits: credited ? { number: textAt(credited, 'ID') ?? '', issuedOn: reader.day(credited, 'IssueDate') } : null,
    lines: [...spreadVat(lines, parts), ...roundingLine(totals.roundingCents, root.line)],
    vatCents,
    netCents: totals.netCents,
    prepaidCents: totals.prepaidCents,
    totalCents: totals.payableCents + totals.prepaidCents,
    payableCents: totals.payableCents,
    ...readAttachments(root),
  };
  return read.totalCents < 0n || (read.totalCents === 0n && read.netCents < 0n) ? turned(read) : read;
}

/** The sums of the norm, each against what it adds up. */
function readTotals(reader: FieldReader, lines: readonly ReadLine[], vatCents: bigint) {
  const at = find(reader.root, 'LegalMonetaryTotal');
  if (!at) {
    reader.say('MISSING', reader.root, 'LegalMonetaryTotal');
    return { netCents: 0n, prepaidCents: 0n, roundingCents: 0n, payableCents: 0n };
  }
  const sum = (what: ReadLine['what']) => lines.reduce((all, line) => (line.what === what ? all + line.netCents : all), 0n);
  const check = (field: string, found: bigint, expected: bigint) => {
    if (found !== expected)
      reader.say('TOTAL_DIFFERS', find(at, field) ?? at, `LegalMonetaryTotal/${field}`, {
        found: plain(found),
        expected: plain(expected),
      });
  };
  const linesCents = reader.needed(at, 'LineExtensionAmount');
  check('LineExtensionAmount', linesCents, sum('LINE'));
  const allowances = reader.amount(at, 'AllowanceTotalAmount') ?? 0n;
  check('AllowanceTotalAmount', allowances, -sum('ALLOWANCE'));
  const charges = reader.amount(at, 'ChargeTotalAmount') ?? 0n;
  check('ChargeTotalAmount', charges, sum('CHARGE'));
  const netCents = reader.needed(at, 'TaxExclusiveAmount');
  check('TaxExclusiveAmount', netCents, linesCents - allowances + charges);
  const grossCents = reader.needed(at, 'TaxInclusiveAmount');
  check('TaxInclusiveAmount', grossCents, netCents + vatCents);
  const prepaidCents = reader.amount(at, 'PrepaidAmount') ?? 0n;
  const roundingCents = reader.amount(at, 'PayableRoundingAmount') ?? 0n;
  const payableCents = reader.needed(at, 'PayableAmount');
  check('PayableAmount', payableCents, grossCents - prepaidCents + roundingCents);
  return { netCents, prepaidCents, roundingCents, payableCents };
}

function roundingLine(netCents: bigint, fileLine: number): EInvoiceLine[] {
  if (netCents === 0n) return [];
  return [{ id: null, what: 'ROUNDING', fileLine, description: '', netCents, vatCents: 0n, category: 'O', rate: '' }];
}

/** An invoice below zero takes back, a credit note below zero charges. */
function turned(read: EInvoice): EInvoice {
  return {
    ...read,
    kind: read.kind === 'INVOICE' ? 'CREDIT_NOTE' : 'INVOICE',
    lines: read.lines.map((line) => ({ ...line, netCents: -line.netCents, vatCents: -line.vatCents })),
    netCents: -read.netCents,
    vatCents: -read.vatCents,
    prepaidCents: -read.prepaidCents,
    totalCents: -read.totalCents,
    payableCents: -read.payableCents,
  };
}
