import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Locale } from '../graphql/enums.js';
import { enqueue } from '../jobs/enqueue.js';
import { wantsMail } from './choose-mail.js';
import { KINDS } from './mail-kinds.js';
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
  [T in MailTemplate]: {
    readonly to: Addressee;
    readonly template: T;
    readonly data: MailData[T];
    /** Names the event, as `${reservation.id}:${reservation.version}`: it is told to this person once, whoever tries. */
    readonly once?: string;
  };
}[MailTemplate];

/**
 * Writes a mail and the job that sends it, in the transaction of what it tells about: rolled back, nobody hears of it.
 * Who chose not to get such mails gets none.
 * @param publicUrl where the links of the mail lead, from the settings
 * @returns whether a mail was made
 */
export async function queueMail(tx: EntityManager, publicUrl: string, { to, template, data, once }: Message): Promise<boolean> {
  if (to.id && !(await wantsMail(tx, to.id, KINDS[template]))) return false;
  const { subject, text, html } = renderMail(template, data, { locale: to.locale, name: to.name, publicUrl });
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(Mail)
    .values({
      toAddress: to.email,
      personId: to.id ?? null,
      locale: to.locale,
      template,
      // Hashed: the key would otherwise say of whom it is after they were forgotten.
      onceKey: once === undefined ? null : hash(`${template}\n${once}\n${to.id ?? to.email}`),
      subject,
      bodyText: text,
      bodyHtml: html,
    })
    .orIgnore()
    .returning('id')
    .execute();
  const [made] = raw as { id: string }[];
  if (!made) return false;
  await enqueue(tx, 'mail.send', { mailId: made.id });
  return true;
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
