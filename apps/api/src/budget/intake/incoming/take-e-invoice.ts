import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { refusalOf } from '../../../auth/require-permission.js';
import { recordAudit } from '../../../platform/audit.js';
import { keepFiles, moveFiles } from '../../../platform/documents/keep-file.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { refuse } from '../../../platform/refuse.js';
import { Invoice } from '../../papers/papers.entities.js';
import { readEInvoice } from '../peppol/read-e-invoice.js';
import type { XmlProblem } from '../xml/read-xml.js';
import { bookIfClear } from './book-if-clear.js';
import { duplicateOf } from './duplicate-of.js';
import { findSupplier } from './find-supplier.js';
import { IncomingInvoice } from './incoming.entities.js';
import { keep } from './kept-invoice.js';
import { waitsFor } from './waits-for.js';

/** A file that is not taken, with the line of it that says why. */
export class RefusedEInvoice extends Error {
  constructor(
    readonly problem: XmlProblem | 'NOT_AN_E_INVOICE' | 'DUPLICATE',
    readonly fileLine: number,
    /** The number of the invoice that is there already. */
    readonly number = '',
  ) {
    super(problem);
  }
}

export const EINVOICE_ENTITY = 'incoming_invoice';

/**
 * Takes an e-invoice in: books it where its order says on what, else parks it with the reason. The same id is the same file.
 * Refuses NOT_SIGNED_IN, NOT_ALLOWED, INVALID_INPUT, KEY_REUSED. @throws {RefusedEInvoice}
 */
export async function takeEInvoice(
  tx: EntityManager,
  actor: Actor,
  { id, fileName, content }: { readonly id: string; readonly fileName: string; readonly content: Buffer },
): Promise<IncomingInvoice> {
  const refusal = refusalOf(actor, 'budget.write');
  if (refusal) refuse(refusal);
  if (!isUuid(id)) refuse('INVALID_INPUT', { field: 'id' });
  // One at a time: the same file or the same invoice may come twice at one moment.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('budget.incoming', 0))`);
  const sha256 = createHash('sha256').update(content).digest();
  const earlier = await tx.findOneBy(IncomingInvoice, { id });
  if (earlier) {
    if (!earlier.sha256.equals(sha256)) refuse('KEY_REUSED');
    return earlier;
  }
  const reading = readEInvoice(content);
  if (!reading.ok && reading.problem !== 'WRONG') throw new RefusedEInvoice(reading.problem, reading.fileLine);
  const { invoice } = reading;
  const supplier = await findSupplier(tx, invoice.supplier);
  const again = await reopened(tx, actor, sha256, supplier);
  if (again) return again;
  const known = await duplicateOf(tx, sha256, invoice, supplier);
  if (known !== undefined) throw new RefusedEInvoice('DUPLICATE', 1, known);
  const incoming = tx.create(IncomingInvoice, {
    id,
    fileName: fileName.trim().slice(-200) || 'factuur.xml',
    sha256,
    state: 'PARKED',
    reason: reading.ok ? 'NEEDS_LINE' : 'WRONG',
    content: keep(invoice),
    findings: reading.ok ? [] : [...reading.findings].slice(0, 50),
    supplierName: invoice.supplier.name,
    number: invoice.number,
    issuedOn: invoice.issuedOn || null,
    payableCents: invoice.totalCents,
    supplierId: supplier,
    createdBy: actor.personId,
  });
  if (reading.ok) incoming.reason = waitsFor(incoming);
  await tx.insert(IncomingInvoice, incoming as never);
  await keepFiles(tx, actor, EINVOICE_ENTITY, id, [
    ...invoice.attachments,
    { name: incoming.fileName, mediaType: 'application/xml', content },
  ]);
  await recordAudit(tx, actor, {
    action: 'eInvoice.take',
    entity: EINVOICE_ENTITY,
    entityId: id,
    after: { fileName: incoming.fileName, number: incoming.number, reason: incoming.reason },
  });
  return incoming.reason === 'NEEDS_LINE' ? bookIfClear(tx, actor, id) : (await tx.findOneBy(IncomingInvoice, { id }))!;
}

/** A file that was put away, or whose invoice was taken back, goes on from where it was. */
async function reopened(
  tx: EntityManager,
  actor: Actor,
  sha256: Buffer,
  supplierId: string | null,
): Promise<IncomingInvoice | undefined> {
  const earlier = await tx.findOneBy(IncomingInvoice, { sha256 });
  if (!earlier || earlier.state === 'PARKED') return undefined;
  const { id, state, invoiceId, findings, content, version } = earlier;
  if (invoiceId && !(await tx.existsBy(Invoice, { id: invoiceId, takenBack: true }))) return undefined;
  if (invoiceId) await moveFiles(tx, ['invoice', invoiceId], [EINVOICE_ENTITY, id]);
  const reason = findings.length > 0 ? ('WRONG' as const) : waitsFor({ supplierId, content });
  await tx.update(
    IncomingInvoice,
    { id },
    { state: 'PARKED', reason, supplierId, invoiceId: null, note: '', version: version + 1 },
  );
  await recordAudit(tx, actor, {
    action: 'eInvoice.reopen',
    entity: EINVOICE_ENTITY,
    entityId: id,
    before: { state },
    after: { state: 'PARKED' },
  });
  return (await tx.findOneBy(IncomingInvoice, { id }))!;
}
