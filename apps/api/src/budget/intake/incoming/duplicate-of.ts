import type { EntityManager } from 'typeorm';
import type { EInvoice } from '../peppol/e-invoice.js';

/** The number of what is there already: the same file, or the same number and day of this supplier. */
export async function duplicateOf(
  manager: EntityManager,
  sha256: Buffer,
  { number, issuedOn, supplier }: Pick<EInvoice, 'number' | 'issuedOn' | 'supplier'>,
  supplierId: string | null,
): Promise<string | undefined> {
  const [found] = await manager.query<{ number: string }[]>(
    `SELECT number FROM incoming_invoice
      WHERE sha256 = $1
         OR (state = 'PARKED' AND number = $2 AND issued_on = NULLIF($3, '')::date
             AND (supplier_id = $4::uuid
                  OR (supplier_id IS NULL AND supplier_name = $5 AND content->'supplier'->>'vatNumber' IS NOT DISTINCT FROM $6)))
      UNION ALL
     SELECT number FROM invoice WHERE supplier_id = $4::uuid AND number = $2 AND issued_on = NULLIF($3, '')::date AND NOT taken_back
      LIMIT 1`,
    [sha256, number, issuedOn, supplierId, supplier.name, supplier.vatNumber],
  );
  return found?.number;
}
