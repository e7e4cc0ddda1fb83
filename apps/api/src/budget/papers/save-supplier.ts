import { enterpriseNumber as readNumber } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { requireOfficer, requireText } from '../officer.js';
import { lockVersion, saveVersion } from '../save.js';
import { Supplier } from './papers.entities.js';
import type { SupplierInput } from './papers.inputs.js';

/** A new supplier; who is known by enterprise or VAT number is refused. Gives its id. */
export function addSupplier(tx: EntityManager, actor: Actor, input: SupplierInput & { idempotencyKey: string }): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'addSupplier', input, async () => {
    const fields = check(input);
    const { identifiers } = await tx.insert(Supplier, fields);
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, actor, { action: 'supplier.add', entity: 'supplier', entityId: id, after: fields });
    return id;
  });
}

export async function changeSupplier(
  tx: EntityManager,
  actor: Actor,
  input: SupplierInput & { id: string; version: number },
): Promise<Supplier> {
  requireOfficer(actor);
  const supplier = await lockVersion(tx, Supplier, input.id, input.version);
  return saveVersion(tx, actor, 'supplier.change', Supplier, supplier, check(input));
}

function check({ name, enterpriseNumber, vatNumber, iban, active = true }: SupplierInput) {
  const number = enterpriseNumber?.trim() ? readNumber(enterpriseNumber) : null;
  if (number === undefined) refuse('INVALID_INPUT', { field: 'enterpriseNumber' });
  const account = iban?.replaceAll(/\s/g, '').toUpperCase() || null;
  if (account && !isIban(account)) refuse('INVALID_INPUT', { field: 'iban' });
  const vat = vatNumber?.replaceAll(/[\s.]/g, '').toUpperCase() || null;
  if (vat && !/^[A-Z]{2}[A-Z0-9]{2,13}$/.test(vat)) refuse('INVALID_INPUT', { field: 'vatNumber' });
  return { name: requireText(name, 'name', 200), enterpriseNumber: number, vatNumber: vat, iban: account, active };
}

/** ISO 13616: with the first four characters at the end and letters as numbers, the rest modulo 97 is 1. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((each) => Number.parseInt(each, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
