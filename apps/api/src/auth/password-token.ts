import { MoreThan, IsNull, type EntityManager } from 'typeorm';
import { PasswordToken } from '../people/session.entity.js';
import { hashToken, newToken } from './session.js';

/** Makes a token for one new password; it lives in a mail, the table only keeps its hash. */
export async function makePasswordToken(tx: EntityManager, personId: string, validMs: number): Promise<string> {
  const token = newToken();
  await tx.insert(PasswordToken, { tokenHash: hashToken(token), personId, expiresAt: new Date(Date.now() + validMs) });
  return token;
}

/** Uses a token up and gives whose it is; undefined when it is unknown, over or used. Two at once: one gets it. */
export async function usePasswordToken(tx: EntityManager, token: string): Promise<string | undefined> {
  const tokenHash = hashToken(token);
  const now = new Date();
  const { affected } = await tx.update(PasswordToken, { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) }, { usedAt: now });
  return affected === 1 ? (await tx.findOneByOrFail(PasswordToken, { tokenHash })).personId : undefined;
}
