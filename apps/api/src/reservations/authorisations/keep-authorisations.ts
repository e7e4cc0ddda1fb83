import { authorisedUntil, isDay } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { Authorisation, type AuthorisationKind, AuthorisationRule } from './authorisation.entities.js';

const MOST_MONTHS = 120;

function requirePlanner(actor: Actor): void {
  const refusal = refusalOf(actor, 'authorisation.grant');
  if (refusal) refuse(refusal);
}

async function requireModel(tx: EntityManager, modelId: string): Promise<void> {
  if (!isUuid(modelId) || !(await tx.existsBy(EquipmentModel, { id: modelId }))) refuse('NOT_FOUND', { field: 'modelId' });
}

export interface RuleWish {
  readonly modelId: string;
  /** Null: everybody may book it again. */
  readonly kind: AuthorisationKind | null;
  readonly validMonths: number | null;
}

/** Says what a model asks of who books it. What people have already stays as it was granted. */
export async function setAuthorisationRule(tx: EntityManager, actor: Actor, wish: RuleWish): Promise<void> {
  requirePlanner(actor);
  const { modelId, kind, validMonths } = wish;
  await requireModel(tx, modelId);
  if (validMonths !== null && (!Number.isInteger(validMonths) || validMonths < 1 || validMonths > MOST_MONTHS))
    refuse('INVALID_INPUT', { field: 'validMonths', available: String(MOST_MONTHS) });
  const before = await tx.findOneBy(AuthorisationRule, { modelId });
  if (kind === null) await tx.delete(AuthorisationRule, { modelId });
  else await tx.upsert(AuthorisationRule, { modelId, kind, validMonths, updatedAt: new Date() }, { conflictPaths: ['modelId'] });
  await recordAudit(tx, actor, {
    action: 'authorisation.rule',
    entity: 'equipment_model',
    entityId: modelId,
    before: before ? { kind: before.kind, validMonths: before.validMonths } : {},
    after: kind ? { kind, validMonths } : {},
  });
}

export interface GrantWish {
  readonly email: string;
  readonly modelId: string;
  readonly grantedOn: string;
  readonly note?: string | null;
}

/** Writes down that a person had the orientation or has the certificate. Safe to repeat: one per person, model and day. */
export async function grantAuthorisation(tx: EntityManager, actor: Actor, wish: GrantWish): Promise<Authorisation> {
  requirePlanner(actor);
  const { modelId, grantedOn } = wish;
  await requireModel(tx, modelId);
  if (!isDay(grantedOn)) refuse('INVALID_INPUT', { field: 'grantedOn' });
  const note = wish.note?.trim() || null;
  if ((note?.length ?? 0) > 500) refuse('INVALID_INPUT', { field: 'note' });
  const person = await tx.findOneBy(Person, { email: wish.email.trim(), active: true });
  if (!person) refuse('NOT_FOUND', { field: 'email' });
  const rule = await tx.findOneBy(AuthorisationRule, { modelId });
  if (!rule) refuse('NOT_FOUND', { field: 'modelId' });
  const known = await tx.findOneBy(Authorisation, { personId: person.id, modelId, grantedOn });
  if (known && known.revokedAt === null) return known;
  const until = authorisedUntil(rule, grantedOn);
  await tx.upsert(
    Authorisation,
    { personId: person.id, modelId, grantedOn, validUntil: until, note, grantedBy: actor.personId, revokedAt: null },
    { conflictPaths: ['personId', 'modelId', 'grantedOn'] },
  );
  const granted = await tx.findOneByOrFail(Authorisation, { personId: person.id, modelId, grantedOn });
  await recordAudit(tx, actor, {
    action: 'authorisation.grant',
    entity: 'authorisation',
    entityId: granted.id,
    before: {},
    after: { modelId, grantedOn, validUntil: until },
  });
  return granted;
}

/** Takes an authorisation back from now on; what is booked already stays. Safe to repeat. */
export async function revokeAuthorisation(tx: EntityManager, actor: Actor, id: string): Promise<Authorisation> {
  requirePlanner(actor);
  const held = isUuid(id) ? await tx.findOneBy(Authorisation, { id }) : null;
  if (!held) refuse('NOT_FOUND', { field: 'id' });
  if (held.revokedAt !== null) return held;
  const revokedAt = new Date();
  await tx.update(Authorisation, { id }, { revokedAt });
  await recordAudit(tx, actor, {
    action: 'authorisation.revoke',
    entity: 'authorisation',
    entityId: id,
    before: { revokedAt: null },
    after: { revokedAt: revokedAt.toISOString() },
  });
  return Object.assign(held, { revokedAt });
}
