import type { EntityManager } from 'typeorm';
import type { Locale } from '../graphql/enums.js';
import { enqueue } from '../jobs/enqueue.js';
import type { MailData, MailTemplate } from './mail-template.js';
import { Mail } from './mail.entity.js';
import { renderMail } from './render-mail.js';

/** Who gets a mail. Without an id: somebody who is no user (yet). */
export interface Addressee {
  readonly id?: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

type Message = {
  [T in MailTemplate]: { readonly to: Addressee; readonly template: T; readonly data: MailData[T] };
}[MailTemplate];

/**
 * Writes a mail and the job that sends it, in the transaction of what it tells about: rolled back, nobody hears of it.
 * @param publicUrl where the links of the mail lead, from the settings
 */
export async function queueMail(tx: EntityManager, publicUrl: string, { to, template, data }: Message): Promise<void> {
  // Who was forgotten has no address, and hears no more of what goes on.
  if (to.email.endsWith('@invalid')) return;
  const { subject, text, html } = renderMail(template, data, { locale: to.locale, name: to.name, publicUrl });
  const { identifiers } = await tx.insert(Mail, {
    toAddress: to.email,
    personId: to.id ?? null,
    locale: to.locale,
    template,
    subject,
    bodyText: text,
    bodyHtml: html,
  });
  await enqueue(tx, 'mail.send', { mailId: (identifiers[0] as { id: string }).id });
}
