import { Controller, Get, Header, HttpCode, NotFoundException, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import type { Locale } from '../graphql/enums.js';
import { isUuid } from '../is-uuid.js';
import { Settings } from '../settings.js';
import { chooseMail } from './choose-mail.js';
import { escapeHtml } from './escape-html.js';
import { TOPICS, type MailTopic } from './mail-kinds.js';
import { catalogues } from './render-mail.js';
import { readUnsubscribeToken } from './unsubscribe-token.js';

const HTML = 'text/html; charset=utf-8';

/**
 * One-click unsubscribing (RFC 8058): a mail program posts to the address in the mail's header, without cookies. A person
 * who opens it gets a page with one button: programs that only look at links unsubscribe nobody.
 */
@Controller('mail/unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('X-Robots-Tag', 'noindex')
  async ask(@Query('t') token: unknown): Promise<string> {
    const { locale, topic } = await this.read(token);
    const words = catalogues[locale].unsubscribe;
    return page(
      locale,
      words.title,
      `<p>${escapeHtml(words.ask.replace('{topic}', words.topics[topic]))}</p>
<form method="post"><button style="font:inherit;padding:.75em 1.5em">${escapeHtml(words.button)}</button></form>`,
    );
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async unsubscribe(@Query('t') token: unknown): Promise<string> {
    const { personId, locale, topic } = await this.read(token);
    await inTransaction(this.dataSource, (tx) => chooseMail(tx, null, personId, topic, false));
    const words = catalogues[locale].unsubscribe;
    return page(
      locale,
      words.title,
      `<p role="status">${escapeHtml(words.done.replace('{topic}', words.topics[topic]))}</p>
<p><a href="${escapeHtml(this.settings.publicUrl)}/mijn-mails">${escapeHtml(words.choose)}</a></p>`,
    );
  }

  private async read(token: unknown): Promise<{ personId: string; locale: Locale; topic: MailTopic }> {
    const said = typeof token === 'string' && token.length < 300 ? readUnsubscribeToken(this.settings, token) : undefined;
    if (!said || TOPICS[said.topic].required || !isUuid(said.personId)) throw new NotFoundException();
    const [person] = await this.dataSource.query<{ locale: Locale }[]>('SELECT locale FROM person WHERE id = $1', [
      said.personId,
    ]);
    if (!person) throw new NotFoundException();
    return { ...said, locale: person.locale };
  }
}

function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font-family:sans-serif;line-height:1.5;max-width:36em;margin:3em auto;padding:0 1em}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>
`;
}
