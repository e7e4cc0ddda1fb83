import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Session } from '../people/session.entity.js';
import type { Role } from '../platform/graphql/enums.js';
import { VISITOR, type Actor } from './actor.js';

const DAY_MS = 86_400_000;
/** A session ends this long after its last use… */
export const SESSION_MS = 14 * DAY_MS;
/** …and this long after signing in, however much it is used. */
const LONGEST_SESSION_MS = 90 * DAY_MS;
/** Writing "last seen" at every request would make each read a write. */
const TOUCH_EVERY_MS = DAY_MS / 24;

/** Only its hash is stored: who reads the table cannot sign in with it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Begins a session and gives its token, for the cookie. */
export async function startSession(tx: EntityManager, personId: string): Promise<string> {
  const token = newToken();
  await tx.insert(Session, { tokenHash: hashToken(token), personId, expiresAt: new Date(Date.now() + SESSION_MS) });
  return token;
}

export async function endSession(tx: EntityManager, token: string): Promise<void> {
  await tx.delete(Session, { tokenHash: hashToken(token) });
}

interface SessionRow {
  personId: string;
  role: Role;
  organisationId: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Who holds this token now; a visitor when it is unknown, over, or the person is no longer active. */
export async function actorOfToken(manager: EntityManager, token: string | undefined): Promise<Actor> {
  if (token === undefined) return VISITOR;
  const tokenHash = hashToken(token);
  const [row] = await manager.query<SessionRow[]>(
    `SELECT p.id AS "personId", p.role, p.organisation_id AS "organisationId",
            s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
       FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = $1 AND s.expires_at > now() AND p.active`,
    [tokenHash],
  );
  if (!row) return VISITOR;
  if (Date.now() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) await touch(manager, tokenHash, row.createdAt);
  return { role: row.role, personId: row.personId, organisationId: row.organisationId };
}

/** Who holds each of these sessions now, by the hash of its token in hex; sessions that are over are absent. */
export async function actorsOfHashes(manager: EntityManager, hashes: readonly Buffer[]): Promise<Map<string, Actor>> {
  const rows = await manager.query<(SessionRow & { hash: string })[]>(
    `SELECT encode(s.token_hash, 'hex') AS hash, p.id AS "personId", p.role, p.organisation_id AS "organisationId"
       FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = ANY($1::bytea[]) AND s.expires_at > now() AND p.active`,
    [hashes],
  );
  return new Map(rows.map(({ hash, role, personId, organisationId }) => [hash, { role, personId, organisationId }]));
}

async function touch(manager: EntityManager, tokenHash: Buffer, createdAt: Date): Promise<void> {
  const expiresAt = new Date(Math.min(Date.now() + SESSION_MS, createdAt.getTime() + LONGEST_SESSION_MS));
  await manager.update(Session, { tokenHash }, { lastSeenAt: new Date(), expiresAt });
}
