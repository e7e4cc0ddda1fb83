import { scopeOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { hashToken, newToken } from '../../auth/session.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { type AgendaKind, AgendaLink } from './agenda-link.entity.js';

/**
 * Makes the link to follow something, and ends the one that its maker had for it: asking twice leaves one that works.
 * @param subjectId of the site or the unit; for a person's own agenda it is not needed
 * @returns the link with its token, which is nowhere else and cannot be shown again
 */
export async function makeAgendaLink(
  tx: EntityManager,
  actor: Actor,
  kind: AgendaKind,
  subjectId: string | null,
): Promise<{ link: AgendaLink; token: string }> {
  const { personId } = actor;
  if (personId === null) refuse('NOT_SIGNED_IN');
  // One's own calendar also shows where one comes along, whatever one may read.
  const refusal = kind === 'PERSON' ? undefined : refusalOf(actor, 'reservation.read');
  if (refusal) refuse(refusal);
  const subject = kind === 'PERSON' ? personId : (subjectId ?? '');
  if (kind !== 'PERSON') await requireFollowable(tx, actor, kind, subject);
  const token = newToken();
  const before = await tx.findOneBy(AgendaLink, { personId, kind, subjectId: subject });
  await tx.upsert(
    AgendaLink,
    { personId, kind, subjectId: subject, tokenHash: hashToken(token), createdAt: new Date(), lastUsedAt: null },
    { conflictPaths: ['personId', 'kind', 'subjectId'] },
  );
  const link = await tx.findOneByOrFail(AgendaLink, { personId, kind, subjectId: subject });
  await recordAudit(tx, actor, {
    action: before ? 'agenda.renew' : 'agenda.follow',
    entity: 'agenda_link',
    entityId: link.id,
    before: {},
    after: { kind, subjectId: subject },
  });
  return { link, token };
}

/** A coordinator follows the sites of the own organisation and the kits that live there; who sees everything, all of them. */
async function requireFollowable(tx: EntityManager, actor: Actor, kind: AgendaKind, id: string): Promise<void> {
  if (!isUuid(id)) refuse('NOT_FOUND', { field: 'subjectId' });
  const unit = kind === 'UNIT' ? await tx.findOneBy(EquipmentUnit, { id }) : null;
  const site = await tx.findOneBy(Site, { id: kind === 'UNIT' ? (unit?.homeSiteId ?? id) : id });
  if (!site || (kind === 'UNIT' && !unit)) refuse('NOT_FOUND', { field: 'subjectId' });
  const all = scopeOf(actor.role, 'reservation.read') === 'ALL';
  if (!all && site.organisationId !== actor.organisationId) refuse('NOT_ALLOWED', { field: 'subjectId' });
}

/** Ends a link of the actor's own: from then on it shows nothing to anybody. */
export async function endAgendaLink(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  if (actor.personId === null) refuse('NOT_SIGNED_IN');
  const link = isUuid(id) ? await tx.findOneBy(AgendaLink, { id, personId: actor.personId }) : null;
  if (!link) refuse('NOT_FOUND', { field: 'id' });
  await tx.delete(AgendaLink, { id });
  await recordAudit(tx, actor, {
    action: 'agenda.end',
    entity: 'agenda_link',
    entityId: id,
    before: { kind: link.kind, subjectId: link.subjectId },
    after: {},
  });
}
