import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { Person } from '../people/person.entity.js';
import { recordAudit } from '../platform/audit.js';
import { queueMail } from '../platform/mail/queue-mail.js';
import type { Settings } from '../platform/settings.js';
import { makePasswordToken } from './password-token.js';
import { countAttempt } from './throttle.js';

export const LINK_HOURS = 2;
const MOST_LINKS = 3;

/** Mails a link for a new password to somebody we know; for anybody else, or too often, silently nothing. */
export async function requestPasswordLink(
  dataSource: DataSource,
  settings: Pick<Settings, 'sessionSecret' | 'publicUrl'>,
  { email, ip }: { email: string; ip: string },
): Promise<void> {
  const attempt = await countAttempt(dataSource.manager, settings.sessionSecret, [
    { what: `link:${email}`, most: MOST_LINKS },
    { what: `link-ip:${ip}`, most: MOST_LINKS * 10 },
  ]);
  if (!attempt.allowed) return;
  await inTransaction(dataSource, async (tx) => {
    const person = await tx.findOneBy(Person, { email: email.trim(), active: true });
    if (!person) return;
    const token = await makePasswordToken(tx, person.id, LINK_HOURS * 3_600_000);
    await queueMail(tx, settings.publicUrl, { to: person, template: 'passwordLink', data: { token, hours: LINK_HOURS } });
    await recordAudit(tx, null, { action: 'person.requestPasswordLink', entity: 'person', entityId: person.id });
  });
}
