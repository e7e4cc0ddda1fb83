import { dayOf, isDay } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { localized } from '../../platform/graphql/localized-text.js';
import type { SessionFacts } from '../../platform/mail/mail-template.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import type { By } from '../with-reservation.js';
import { AuthorisationRule } from './authorisation.entities.js';
import { grantAuthorisation } from './keep-authorisations.js';
import { AuthorisationSession, SessionPlace } from './session.entities.js';

const MOST_PLACES = 200;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export interface SessionWish {
  readonly idempotencyKey: string;
  readonly modelId: string;
  readonly siteId: string;
  readonly day: string;
  /** On the clock in Brussels, as 09:00. */
  readonly fromTime: string;
  readonly toTime: string;
  readonly trainer: string;
  readonly places: number;
}

function requireMayPlan(actor: Actor): void {
  const refusal = refusalOf(actor, 'authorisation.grant');
  if (refusal) refuse(refusal);
}

/** Plans a session for a model that asks for an authorisation. Gives its id. */
export function planSession(tx: EntityManager, { actor }: By, wish: SessionWish): Promise<string> {
  return once(tx, actor, wish.idempotencyKey, 'planSession', wish, async () => {
    requireMayPlan(actor);
    const { modelId, siteId, day, fromTime, toTime, places } = wish;
    const trainer = wish.trainer.trim();
    if (!isDay(day)) refuse('INVALID_INPUT', { field: 'day' });
    if (day < dayOf(Date.now())) refuse('IN_THE_PAST', { firstDay: day });
    if (!TIME.test(fromTime)) refuse('INVALID_INPUT', { field: 'fromTime' });
    if (!TIME.test(toTime) || toTime <= fromTime) refuse('INVALID_INPUT', { field: 'toTime' });
    if (trainer.length === 0 || trainer.length > 200) refuse('INVALID_INPUT', { field: 'trainer' });
    if (!Number.isInteger(places) || places < 1 || places > MOST_PLACES)
      refuse('INVALID_INPUT', { field: 'places', available: String(MOST_PLACES) });
    if (!isUuid(modelId) || !(await tx.existsBy(AuthorisationRule, { modelId }))) refuse('NOT_FOUND', { field: 'modelId' });
    if (!isUuid(siteId) || !(await tx.existsBy(Site, { id: siteId }))) refuse('NOT_FOUND', { field: 'siteId' });
    const { identifiers } = await tx.insert(AuthorisationSession, { modelId, siteId, day, fromTime, toTime, trainer, places });
    const { id } = identifiers[0] as { id: string };
    const after = { modelId, siteId, day, fromTime, toTime, places };
    await recordAudit(tx, actor, { action: 'session.plan', entity: 'authorisation_session', entityId: id, after });
    return id;
  });
}

/** Takes a place, if there is one left. Safe to repeat. */
export async function joinSession(tx: EntityManager, by: By, sessionId: string): Promise<AuthorisationSession> {
  const personId = requirePerson(by.actor);
  const session = await lockSession(tx, sessionId);
  requireOpen(session);
  if (await tx.existsBy(SessionPlace, { sessionId, personId })) return session;
  if (session.taken >= session.places) refuse('SESSION_FULL', { available: String(session.places) });
  await tx.insert(SessionPlace, { sessionId, personId });
  await tx.increment(AuthorisationSession, { id: sessionId }, 'taken', 1);
  await recordAudit(tx, by.actor, { action: 'session.join', entity: 'authorisation_session', entityId: sessionId, after: {} });
  await tell(tx, by, session, 'sessionJoined', [personId]);
  return Object.assign(session, { taken: session.taken + 1 });
}

/** Gives one's place back. Safe to repeat. */
export async function leaveSession(tx: EntityManager, by: By, sessionId: string): Promise<AuthorisationSession> {
  const personId = requirePerson(by.actor);
  const session = await lockSession(tx, sessionId);
  const { affected } = await tx.delete(SessionPlace, { sessionId, personId, state: 'JOINED' });
  if (affected !== 1) return session;
  await tx.decrement(AuthorisationSession, { id: sessionId }, 'taken', 1);
  await recordAudit(tx, by.actor, { action: 'session.leave', entity: 'authorisation_session', entityId: sessionId, after: {} });
  return Object.assign(session, { taken: session.taken - 1 });
}

/** Calls a session off and tells who would have come. Safe to repeat. */
export async function cancelSession(
  tx: EntityManager,
  by: By,
  { id, reason }: { id: string; reason?: string | null },
): Promise<AuthorisationSession> {
  requireMayPlan(by.actor);
  const session = await lockSession(tx, id);
  if (session.state === 'CANCELLED') return session;
  const why = reason?.trim().slice(0, 500) || null;
  await tx.update(AuthorisationSession, { id }, { state: 'CANCELLED', reason: why });
  await recordAudit(tx, by.actor, {
    action: 'session.cancel',
    entity: 'authorisation_session',
    entityId: id,
    before: { state: session.state },
    after: { state: 'CANCELLED' },
  });
  Object.assign(session, { state: 'CANCELLED', reason: why });
  const places = await tx.findBy(SessionPlace, { sessionId: id, state: 'JOINED' });
  await tell(
    tx,
    by,
    session,
    'sessionCancelled',
    places.map((place) => place.personId),
  );
  return session;
}

/** Writes down who came; who did gets the authorisation from that day on. A planner may correct it; what was granted stays. */
export async function noteAttendance(
  tx: EntityManager,
  by: By,
  { sessionId, personId, attended }: { sessionId: string; personId: string; attended: boolean },
): Promise<AuthorisationSession> {
  requireMayPlan(by.actor);
  const session = await lockSession(tx, sessionId);
  if (session.state === 'CANCELLED') refuse('STATE_CHANGED', { available: session.state });
  if (session.day > dayOf(Date.now())) refuse('INVALID_INPUT', { field: 'day' });
  const place = isUuid(personId) ? await tx.findOneBy(SessionPlace, { sessionId, personId }) : null;
  if (!place) refuse('NOT_FOUND', { field: 'personId' });
  const state = attended ? 'ATTENDED' : 'ABSENT';
  if (place.state === state) return session;
  await tx.update(SessionPlace, { sessionId, personId }, { state });
  await recordAudit(tx, by.actor, {
    action: 'session.attendance',
    entity: 'authorisation_session',
    entityId: sessionId,
    before: { state: place.state },
    after: { state },
  });
  if (attended) {
    const { email } = await tx.findOneByOrFail(Person, { id: personId });
    await grantAuthorisation(tx, by.actor, { email, modelId: session.modelId, grantedOn: session.day });
  }
  return session;
}

/** What a mail about a session tells, for many sessions at once. */
export async function factsOfSessions(
  tx: EntityManager,
  sessions: readonly AuthorisationSession[],
): Promise<Map<string, SessionFacts>> {
  const models = await tx.findBy(EquipmentModel, { id: In(sessions.map((session) => session.modelId)) });
  const sites = await tx.findBy(Site, { id: In(sessions.map((session) => session.siteId)) });
  return new Map(
    sessions.map((session) => {
      const { id: sessionId, day, fromTime: from, toTime: to, trainer, reason } = session;
      const model = models.find((each) => each.id === session.modelId)!;
      const site = sites.find((each) => each.id === session.siteId)!;
      return [
        sessionId,
        { sessionId, kits: [localized(model, 'name')!], siteName: site.name, day, window: { from, to }, trainer, reason },
      ];
    }),
  );
}

async function tell(
  tx: EntityManager,
  { settings }: By,
  session: AuthorisationSession,
  template: 'sessionJoined' | 'sessionCancelled',
  personIds: readonly string[],
): Promise<void> {
  const data = (await factsOfSessions(tx, [session])).get(session.id)!;
  for (const to of await tx.findBy(Person, { id: In([...personIds]), active: true }))
    await queueMail(tx, settings.publicUrl, { to, template, data });
}

function requirePerson(actor: Actor): string {
  if (actor.personId === null) refuse('NOT_SIGNED_IN');
  return actor.personId;
}

async function lockSession(tx: EntityManager, id: string): Promise<AuthorisationSession> {
  const session = isUuid(id)
    ? await tx.findOne(AuthorisationSession, { where: { id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!session) refuse('NOT_FOUND', { field: 'sessionId' });
  return session;
}

function requireOpen({ state, day }: AuthorisationSession): void {
  if (state === 'CANCELLED') refuse('STATE_CHANGED', { available: state });
  if (day < dayOf(Date.now())) refuse('IN_THE_PAST', { firstDay: day });
}
