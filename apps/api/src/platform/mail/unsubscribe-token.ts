import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings.js';
import { MailTopic } from './mail-kinds.js';

type Secret = Pick<Settings, 'sessionSecret'>;

/** Signs who no longer wants what. Whoever holds it can do that one thing; it does not expire, as the law wants it. */
export function unsubscribeToken({ sessionSecret }: Secret, personId: string, topic: MailTopic): string {
  return `${personId}.${topic}.${signature(sessionSecret, personId, topic)}`;
}

export function readUnsubscribeToken(
  { sessionSecret }: Secret,
  token: string,
): { personId: string; topic: MailTopic } | undefined {
  const [personId = '', topic = '', signed = ''] = token.split('.');
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(sessionSecret, personId, topic))];
  if (!(topic in MailTopic) || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return { personId, topic: topic as MailTopic };
}

// The purpose is part of what is signed: no other use of the secret gives the same text.
const signature = (secret: string, personId: string, topic: string) =>
  createHmac('sha256', secret).update(`unsubscribe\n${personId}\n${topic}`).digest('base64url');
