import { IsNull, LessThan, type EntityManager } from 'typeorm';
import { Document } from './document.entity.js';

/** Long after any retry of what was to attach it. */
const LOOSE_DAYS = 30;

/** Throws away files that were uploaded and never attached. Gives the count. */
export async function dropLoose(manager: EntityManager, now = Date.now()): Promise<number> {
  const { affected } = await manager.delete(Document, {
    entity: IsNull(),
    createdAt: LessThan(new Date(now - LOOSE_DAYS * 86_400_000)),
  });
  return affected ?? 0;
}
