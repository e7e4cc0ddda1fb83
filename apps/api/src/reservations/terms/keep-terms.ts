import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import { LoanTerms, TermsAcceptance } from './terms.entities.js';

const MOST_LETTERS = 20_000;

export interface TermsTexts {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
}

/** The version in force; null while none was ever published. */
export function currentTerms(manager: EntityManager): Promise<LoanTerms | null> {
  return manager.findOne(LoanTerms, { where: {}, order: { version: 'DESC' } });
}

/**
 * Publishes the next version: from then on everybody accepts it before they book again.
 * @param after the version that was read, 0 for none; another one meanwhile is refused
 */
export async function publishTerms(tx: EntityManager, actor: Actor, after: number, texts: TermsTexts): Promise<LoanTerms> {
  const refusal = refusalOf(actor, 'setting.change');
  if (refusal) refuse(refusal);
  for (const field of ['nl', 'fr', 'en'] as const) {
    const length = texts[field].trim().length;
    if (length === 0 || length > MOST_LETTERS) refuse('INVALID_INPUT', { field, available: String(MOST_LETTERS) });
  }
  const version = after + 1;
  if (((await currentTerms(tx))?.version ?? 0) !== after) refuse('STATE_CHANGED', { available: String(version) });
  await tx.insert(LoanTerms, {
    version,
    textNl: texts.nl.trim(),
    textFr: texts.fr.trim(),
    textEn: texts.en.trim(),
  });
  const published = await tx.findOneByOrFail(LoanTerms, { version });
  await recordAudit(tx, actor, { action: 'terms.publish', entity: 'loan_terms', entityId: String(version), after: { version } });
  return published;
}

/** Safe to repeat. Refuses a version that is no longer the one in force. */
export async function acceptTerms(tx: EntityManager, actor: Actor, version: number): Promise<LoanTerms> {
  const { personId } = actor;
  if (personId === null) refuse('NOT_SIGNED_IN');
  const current = await currentTerms(tx);
  if (!current) refuse('NOT_FOUND', { field: 'version' });
  if (current.version !== version) refuse('STATE_CHANGED', { available: String(current.version) });
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(TermsAcceptance)
    .values({ personId, version })
    .orIgnore()
    .returning('version')
    .execute();
  if ((raw as unknown[]).length > 0)
    await recordAudit(tx, actor, { action: 'terms.accept', entity: 'person', entityId: personId, after: { version } });
  return current;
}

export function hasAccepted(manager: EntityManager, personId: string, version: number): Promise<boolean> {
  return manager.existsBy(TermsAcceptance, { personId, version });
}

/** Refuses who asks for equipment without having accepted the terms in force. A planner who acts for somebody answers for it. */
export async function requireTermsAccepted(tx: EntityManager, actor: Actor): Promise<void> {
  if (actor.personId === null || can(actor, 'reservation.override')) return;
  const current = await currentTerms(tx);
  if (current && !(await hasAccepted(tx, actor.personId, current.version)))
    refuse('TERMS_NOT_ACCEPTED', { available: String(current.version) });
}
