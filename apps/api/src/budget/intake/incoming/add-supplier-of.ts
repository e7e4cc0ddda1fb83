import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { recordAudit } from '../../../platform/audit.js';
import { refuse } from '../../../platform/refuse.js';
import { Supplier } from '../../papers/papers.entities.js';
import { findSupplier } from './find-supplier.js';
import { IncomingInvoice } from './incoming.entities.js';
import { openIncoming } from './open-incoming.js';
import { waitsFor } from './waits-for.js';

/**
 * Makes a supplier of who sent an e-invoice, and lets all that wait for that supplier go on. Without a number of the enterprise
 * or of VAT nobody can be known again: INVALID_INPUT. Refuses also NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, STATE_CHANGED.
 */
export async function addSupplierOf(
  tx: EntityManager,
  actor: Actor,
  input: { readonly id: string; readonly version: number },
): Promise<IncomingInvoice> {
  const incoming = await openIncoming(tx, actor, input);
  const { supplier, iban } = incoming.content;
  const { enterpriseNumber, vatNumber } = supplier;
  if (!enterpriseNumber && !vatNumber) refuse('INVALID_INPUT', { field: 'enterpriseNumber' });
  const supplierId = (await findSupplier(tx, supplier)) ?? (await make());
  const waiting = await tx.query<{ id: string }[]>(
    `SELECT id FROM incoming_invoice WHERE state = 'PARKED' AND supplier_id IS NULL
        AND (content->'supplier'->>'enterpriseNumber' = $1 OR content->'supplier'->>'vatNumber' = $2) ORDER BY id FOR UPDATE`,
    [enterpriseNumber, vatNumber],
  );
  for (const { id } of waiting) {
    const each = (await tx.findOneBy(IncomingInvoice, { id }))!;
    const reason = each.reason === 'WRONG' ? 'WRONG' : waitsFor({ supplierId, content: each.content });
    await tx.update(IncomingInvoice, { id }, { supplierId, reason, version: each.version + 1 });
  }
  return (await tx.findOneBy(IncomingInvoice, { id: incoming.id }))!;

  async function make(): Promise<string> {
    const made = await tx.save(tx.create(Supplier, { name: supplier.name, enterpriseNumber, vatNumber, iban }));
    await recordAudit(tx, actor, {
      action: 'supplier.add',
      entity: 'supplier',
      entityId: made.id,
      after: { name: made.name, enterpriseNumber, vatNumber, iban },
    });
    return made.id;
  }
}
