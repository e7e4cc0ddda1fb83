import type { EntityManager } from 'typeorm';
import { Supplier } from '../../papers/papers.entities.js';
import type { Party } from '../peppol/e-invoice.js';

/** By its number alone: names are not unique, and a bill in a known name is the oldest fraud. */
export async function findSupplier(
  manager: EntityManager,
  { enterpriseNumber, vatNumber }: Pick<Party, 'enterpriseNumber' | 'vatNumber'>,
): Promise<string | null> {
  const found =
    (enterpriseNumber ? await manager.findOneBy(Supplier, { enterpriseNumber }) : null) ??
    (vatNumber ? await manager.findOneBy(Supplier, { vatNumber }) : null);
  return found?.id ?? null;
}
