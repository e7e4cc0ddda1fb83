import { dayOf, timeOf } from '@karavaan/domain';
import type { Locale } from '../graphql/enums.js';
import { en } from './catalogues/en.js';
import { fr } from './catalogues/fr.js';
import { nl } from './catalogues/nl.js';
import { escapeHtml as escape } from './escape-html.js';
import { KINDS, TOPICS } from './mail-kinds.js';
import type { MailCatalogue, MailData, MailTemplate } from './mail-template.js';

export const catalogues: Readonly<Record<Locale, MailCatalogue>> = { nl, fr, en };
const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a mail in one language, as plain text and as simple HTML with the same content. */
export function renderMail<T extends MailTemplate>(
  template: T,
  data: MailData[T],
  { locale, name, publicUrl }: { locale: Locale; name: string; publicUrl: string },
): RenderedMail {
  const catalogue = catalogues[locale];
  const { subject, paragraphs, link } = catalogue.templates[template];
  const words: Record<string, unknown> = { ...data, name };
  if ('firstDay' in data) words['firstDayText'] = dayInWords(data.firstDay, locale);
  if ('day' in data) words['dayText'] = dayInWords(data.day, locale);
  const say = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, word: string) => oneLine(words[word]));
  const parts = {
    subject: say(subject),
    greeting: say(catalogue.greeting),
    paragraphs: paragraphs.map(say),
    facts: factsOf(data, catalogue, locale),
    link: link === null ? null : { label: link, url: publicUrl + pathOf(data) },
    closing: catalogue.closing,
    choose: TOPICS[KINDS[template]].required ? null : { label: catalogue.choose, url: `${publicUrl}/mijn-mails` },
  };
  return { subject: parts.subject, text: asText(parts), html: asHtml(parts, locale) };
}

interface Parts {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly closing: string;
  readonly choose: { readonly label: string; readonly url: string } | null;
}

function factsOf(data: MailData[MailTemplate], { labels, period, hours }: MailCatalogue, locale: Locale): Parts['facts'] {
  const facts: (readonly [string, string])[] = [];
  if ('kitCode' in data) {
    const days = { first: dayInWords(data.firstDay, locale), last: dayInWords(data.lastDay, locale) };
    const sentence = data.firstDay === data.lastDay ? period.one : period.more;
    facts.push([labels.kits, `${data.kits.map((kit) => kit[locale]).join(', ')} (${data.kitCode})`]);
    facts.push([labels.site, data.siteName]);
    facts.push([labels.period, sentence.replace('{first}', days.first).replace('{last}', days.last)]);
  }
  if ('seriesNumber' in data) {
    facts.push([labels.series, data.seriesNumber]);
    facts.push([labels.kits, data.kits.map((kit) => kit[locale]).join(', ')]);
    for (const { firstDay, lastDay, siteName } of data.times) {
      const sentence = firstDay === lastDay ? period.one : period.more;
      const days = sentence.replace('{first}', dayInWords(firstDay, locale)).replace('{last}', dayInWords(lastDay, locale));
      facts.push([labels.period, `${days}, ${siteName}`]);
    }
  }
  if ('sessionId' in data) {
    facts.push([labels.kits, data.kits.map((kit) => kit[locale]).join(', ')]);
    facts.push([labels.day, dayInWords(data.day, locale)]);
    facts.push([labels.site, data.siteName]);
    facts.push([labels.trainer, data.trainer]);
  }
  if ('authorisedUntil' in data) {
    facts.push([labels.kits, data.kits.map((kit) => kit[locale]).join(', ')]);
    facts.push([labels.validUntil, dayInWords(data.authorisedUntil, locale)]);
  }
  if ('number' in data || 'requestNumber' in data) {
    const days = { first: dayInWords(data.firstDay, locale), last: dayInWords(data.lastDay, locale) };
    const sentence = data.firstDay === data.lastDay ? period.one : period.more;
    facts.push('number' in data ? [labels.number, data.number] : [labels.request, data.requestNumber]);
    facts.push([labels.kits, data.kits.map((kit) => kit[locale]).join(', ')]);
    facts.push([labels.site, data.siteName]);
    facts.push([labels.period, sentence.replace('{first}', days.first).replace('{last}', days.last)]);
  }
  if ('answerBefore' in data && data.answerBefore) facts.push([labels.answerBefore, instantInWords(data.answerBefore, locale)]);
  if ('defect' in data) {
    facts.push([labels.kits, `${data.kit[locale]} (${data.unitCode})`]);
    facts.push([labels.defect, data.defect]);
  }
  if ('items' in data)
    for (const { kit, unitCode, inspection, validTo } of data.items)
      facts.push([
        `${kit[locale]} (${unitCode})`,
        [inspection[locale], validTo && dayInWords(validTo, locale)].filter(Boolean).join(', '),
      ]);
  if ('window' in data && data.window)
    facts.push([labels.window, hours.replace('{from}', data.window.from).replace('{to}', data.window.to)]);
  if ('contact' in data) facts.push([labels.contact, data.contact]);
  if ('reason' in data && data.reason) facts.push([labels.reason, data.reason]);
  return facts;
}

/** The addresses of the web client's pages. */
function pathOf(data: MailData[MailTemplate]): string {
  if ('instructionId' in data) return '/begeleiders';
  if ('requestNumber' in data) return data.reservationId ? `/reservaties/${data.reservationId}` : '/aanvragen';
  if ('reservationId' in data) return `/reservaties/${data.reservationId}`;
  if ('kitCode' in data) return `/toestel/${encodeURIComponent(data.kitCode)}`;
  if ('seriesId' in data) return `/reeksen/${data.seriesId}`;
  if ('waitingId' in data) return '/wachtlijst';
  if ('sessionId' in data || 'authorisedUntil' in data) return '/machtigingen';
  if ('defect' in data)
    return data.bookings
      ? `/onderhoud/herplannen/${encodeURIComponent(data.unitCode)}`
      : `/toestel/${encodeURIComponent(data.unitCode)}`;
  if ('items' in data) return '/onderhoud';
  return 'token' in data ? `/wachtwoord?token=${data.token}` : '/';
}

function dayInWords(day: string, locale: Locale): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long', year: 'numeric' })}`;
}

/** On the clock in Brussels. */
function instantInWords(iso: string, locale: Locale): string {
  const instant = Date.parse(iso);
  return `${dayInWords(dayOf(instant), locale)}, ${timeOf(instant)}`;
}

function asText({ greeting, paragraphs, facts, link, closing, choose }: Parts): string {
  const blocks = [greeting, ...paragraphs];
  if (facts.length > 0) blocks.push(facts.map(([label, value]) => `${label}: ${value}`).join('\n'));
  if (link) blocks.push(`${link.label}:\n${link.url}`);
  blocks.push(closing);
  if (choose) blocks.push(`${choose.label}:\n${choose.url}`);
  return `${blocks.join('\n\n')}\n`;
}

function asHtml({ subject, greeting, paragraphs, facts, link, closing, choose }: Parts, locale: Locale): string {
  const list = facts.map(([label, value]) => `<dt><strong>${escape(label)}</strong></dt><dd>${escape(value)}</dd>`).join('');
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:40em">',
    ...[greeting, ...paragraphs].map((sentence) => `<p>${escape(sentence)}</p>`),
    list && `<dl>${list}</dl>`,
    link ? `<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>` : '',
    `<p>${escape(closing).replace('\n', '<br>')}</p>`,
    choose ? `<p style="font-size:13px"><a href="${escape(choose.url)}">${escape(choose.label)}</a></p>` : '',
    '</body></html>',
  ].join('\n');
}

/** A line break in a name must not begin another header or sentence. */
const oneLine = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\r\n]+/g, ' ');
