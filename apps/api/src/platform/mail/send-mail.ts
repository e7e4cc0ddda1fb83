import { createTransport, type Transporter } from 'nodemailer';
import type { DataSource } from 'typeorm';
import type { Settings } from '../settings.js';
import { TOPICS, topicOf } from './mail-kinds.js';
import { Mail } from './mail.entity.js';
import { unsubscribeToken } from './unsubscribe-token.js';
import { withoutToken } from './without-token.js';

/** Gives a mail to the mail server. */
export type Sender = (mail: Mail) => Promise<void>;

/** The way out by SMTP; undefined when no server is set. */
export function smtpSender(settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'sessionSecret'>): Sender | undefined {
  const { smtpUrl, mailFrom } = settings;
  if (!smtpUrl) return undefined;
  const transport: Transporter = createTransport(smtpUrl, {
    from: mailFrom,
    connectionTimeout: 20_000,
    socketTimeout: 30_000,
  } as object);
  return async (mail) => {
    await transport.sendMail({
      from: mailFrom,
      to: { name: '', address: mail.toAddress },
      subject: mail.subject,
      text: mail.bodyText,
      html: mail.bodyHtml,
      // The same id at each try lets a mail server recognise what it has already.
      messageId: `<${mail.id}@karavaan>`,
      headers: { 'Content-Language': mail.locale, 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(settings, mail) },
    });
  };
}

/** One click in the mail program, without signing in (RFC 2369, RFC 8058); not for what somebody must know. */
function unsubscribeHeaders(settings: Pick<Settings, 'publicUrl' | 'sessionSecret'>, { personId, template }: Mail): object {
  const topic = topicOf(template);
  if (personId === null || TOPICS[topic].required) return {};
  const address = `${settings.publicUrl}/mail/unsubscribe?t=${unsubscribeToken(settings, personId, topic)}`;
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/**
 * Sends one mail, once: a mail that was sent or kept stays so. Without a sender it is kept for the outbox page.
 * @param lastTry when this fails, nobody tries again
 * @throws what the mail server said, so that the job is tried again
 */
export async function sendMail(
  dataSource: DataSource,
  sender: Sender | undefined,
  mailId: string,
  lastTry: boolean,
): Promise<void> {
  const { manager } = dataSource;
  const mail = await manager.findOneBy(Mail, { id: mailId });
  if (!mail || mail.state === 'SENT' || mail.state === 'KEPT') return;
  if (!sender) {
    await manager.update(Mail, { id: mailId }, { state: 'KEPT' });
    return;
  }
  const attempts = mail.attempts + 1;
  try {
    await sender(mail);
  } catch (error) {
    await manager.update(Mail, { id: mailId }, { attempts, lastError: reasonOf(error), state: lastTry ? 'FAILED' : 'QUEUED' });
    throw error;
  }
  // What has gone out need not lie here with a key in it.
  const bodies = { bodyText: withoutToken(mail.bodyText), bodyHtml: withoutToken(mail.bodyHtml) };
  await manager.update(Mail, { id: mailId }, { attempts, lastError: null, state: 'SENT', sentAt: new Date(), ...bodies });
}

function reasonOf(error: unknown): string {
  const { response, message } = error as { response?: string; message?: string };
  return (response ?? message ?? 'unknown').slice(0, 500);
}
