import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { makePasswordToken } from '../auth/password-token.js';
import { refusalOf } from '../auth/require-permission.js';
import { recordAudit } from '../platform/audit.js';
import { isUuid } from '../platform/is-uuid.js';
import { queueMail } from '../platform/mail/queue-mail.js';
import { refuse } from '../platform/refuse.js';
import { AccessRequest } from './access-request.entity.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';
import { freeCode } from './free-code.js';

/** Time to choose the first password; after it, "forgot password" gives a new link. */
const WELCOME_DAYS = 14;

export interface AccessDecision {
  readonly id: string;
  readonly accept: boolean;
  readonly reason?: string | null;
  readonly publicUrl: string;
  /** What the features to the right make for a new organisation, in the same transaction. */
  readonly settle?: (organisation: Organisation, request: AccessRequest) => Promise<void>;
}

/**
 * Answers a request to become a user. Accepting makes the organisation, its coordinator and a mail to choose a password;
 * rejecting mails the reason. Two planners at once: one decides.
 * Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, STATE_CHANGED, INVALID_INPUT (no reason), ALREADY_EXISTS.
 */
export async function decideAccess(tx: EntityManager, actor: Actor, decision: AccessDecision): Promise<AccessRequest> {
  const forbidden = refusalOf(actor, 'access.decide');
  if (forbidden) refuse(forbidden);
  const request = isUuid(decision.id)
    ? await tx.findOne(AccessRequest, { where: { id: decision.id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!request) refuse('NOT_FOUND', { field: 'id' });
  if (request.state !== 'OPEN') refuse('STATE_CHANGED');
  const reason = decision.reason?.trim() || null;
  if (!decision.accept && reason === null) refuse('INVALID_INPUT', { field: 'reason' });

  Object.assign(request, {
    state: decision.accept ? 'ACCEPTED' : 'REJECTED',
    decidedBy: actor.personId,
    decidedAt: new Date(),
    decisionReason: reason,
  });
  await tx.save(request);
  await recordAudit(tx, actor, {
    action: decision.accept ? 'accessRequest.accept' : 'accessRequest.reject',
    entity: 'access_request',
    entityId: request.id,
    before: { state: 'OPEN', decisionReason: null },
    after: { state: request.state, decisionReason: reason },
  });
  if (decision.accept) await welcome(tx, actor, request, decision);
  else await sayNo(tx, request, decision.publicUrl);
  return request;
}

async function welcome(
  tx: EntityManager,
  actor: Actor,
  request: AccessRequest,
  { publicUrl, settle }: AccessDecision,
): Promise<void> {
  const {
    organisationName: name,
    organisationKind: kind,
    enterpriseNumber,
    contactEmail: email,
    contactPhone: phone,
    locale,
  } = request;
  const code = await freeCode(tx, 'organisation', name);
  const organisation = await tx.save(tx.create(Organisation, { code, name, kind, enterpriseNumber }));
  await recordAudit(tx, actor, {
    action: 'organisation.create',
    entity: 'organisation',
    entityId: organisation.id,
    after: { code, name, kind, enterpriseNumber },
  });
  const fields = {
    organisationId: organisation.id,
    email,
    name: request.contactName,
    phone,
    role: 'COORDINATOR' as const,
    locale,
  };
  const person = await tx.save(tx.create(Person, fields));
  await recordAudit(tx, actor, { action: 'person.create', entity: 'person', entityId: person.id, after: fields });
  await settle?.(organisation, request);
  const token = await makePasswordToken(tx, person.id, WELCOME_DAYS * 86_400_000);
  await queueMail(tx, publicUrl, {
    to: person,
    template: 'accessAccepted',
    data: { organisationName: name, token, days: WELCOME_DAYS },
  });
}

async function sayNo(tx: EntityManager, request: AccessRequest, publicUrl: string): Promise<void> {
  await queueMail(tx, publicUrl, {
    to: { email: request.contactEmail, name: request.contactName, locale: request.locale },
    template: 'accessRejected',
    data: { organisationName: request.organisationName, reason: request.decisionReason ?? '' },
  });
}
