import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { recordAudit } from '../platform/audit.js';
import type { Locale } from '../platform/graphql/enums.js';
import { Person } from './person.entity.js';

/** Keeps the language that a person reads; nothing happens for a visitor or when it stays the same. */
export async function setLocale(tx: EntityManager, actor: Actor, locale: Locale): Promise<void> {
  if (actor.personId === null) return;
  const before = await tx.findOneByOrFail(Person, { id: actor.personId });
  if (before.locale === locale) return;
  await tx.update(Person, { id: actor.personId }, { locale });
  await recordAudit(tx, actor, {
    action: 'person.setLocale',
    entity: 'person',
    entityId: actor.personId,
    before: { locale: before.locale },
    after: { locale },
  });
}
