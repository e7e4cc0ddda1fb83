import { createHmac } from 'node:crypto';
import { MoreThan, type EntityManager } from 'typeorm';
import { SignInAttempt } from '../people/session.entity.js';

const WINDOW_MS = 15 * 60_000;

/** Something that is counted: at most `most` times in a quarter of an hour. */
export interface Subject {
  readonly what: string;
  readonly most: number;
}

export type Attempt = { readonly allowed: boolean; forget(): Promise<void> };

/**
 * Counts an attempt for each subject and tells whether it may go on. It is counted before the work and not in its
 * transaction, so that attempts at the same moment count too. `forget` takes it back: a good sign-in is no attempt.
 */
export async function countAttempt(manager: EntityManager, secret: string, subjects: readonly Subject[]): Promise<Attempt> {
  const hashes = subjects.map(({ what }) => createHmac('sha256', secret).update(what.toLowerCase()).digest());
  const { identifiers } = await manager.insert(
    SignInAttempt,
    hashes.map((subjectHash) => ({ subjectHash })),
  );
  const counts = await Promise.all(
    hashes.map((subjectHash) => manager.countBy(SignInAttempt, { subjectHash, at: MoreThan(new Date(Date.now() - WINDOW_MS)) })),
  );
  return {
    allowed: counts.every((count, at) => count <= (subjects[at]?.most ?? 0)),
    async forget() {
      await manager.delete(
        SignInAttempt,
        identifiers.map((each) => each.id as string),
      );
    },
  };
}
