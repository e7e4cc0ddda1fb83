import type { MailData, MailTemplate } from './mail-template.js';
import { catalogues, renderMail } from './render-mail.js';

const reservation = {
  reservationId: '5e0b0d5c-0000-4000-8000-000000000001',
  number: 'R-00042',
  kits: [{ nl: 'Lasrobot', fr: 'Robot de soudage', en: 'Welding robot' }],
  siteName: 'VTI Brugge',
  firstDay: '2027-01-05',
  lastDay: '2027-01-07',
  reason: 'Het toestel is in keuring.',
};
const { reservationId: _, ...offered } = reservation;
const offer = { ...offered, waitingId: '5e0b0d5c-0000-4000-8000-000000000002', reason: null };
const near = {
  kitCode: 'COB-02',
  kits: reservation.kits,
  siteName: 'VTI Brugge',
  firstDay: '2027-01-05',
  lastDay: '2027-01-07',
  km: '9',
};
const series = {
  seriesId: '5e0b0d5c-0000-4000-8000-000000000003',
  seriesNumber: 'S-00007',
  kits: reservation.kits,
  times: [
    { firstDay: '2027-01-05', lastDay: '2027-01-05', siteName: 'VTI Brugge' },
    { firstDay: '2027-01-12', lastDay: '2027-01-13', siteName: 'VTI Kortrijk' },
  ],
};
const request = {
  requestId: '5e0b0d5c-0000-4000-8000-000000000004',
  requestNumber: 'A-00012',
  reservationId: null,
  kits: reservation.kits,
  siteName: 'VTI Brugge',
  firstDay: '2027-02-01',
  lastDay: '2027-03-31',
};
const session = {
  sessionId: 'c0ffee00-0000-4000-8000-000000000001',
  kits: reservation.kits,
  siteName: 'Campus Roeselare',
  day: '2026-12-24',
  window: { from: '09:00', to: '12:00' },
  trainer: 'Jan Peeters',
};
const data: MailData = {
  submitted: reservation,
  confirmed: reservation,
  rejected: reservation,
  changed: reservation,
  cancelled: reservation,
  pickupTomorrow: { ...reservation, reason: null, contact: 'Karel, 050 12 34 56', window: { from: '08:00', to: '17:00' } },
  overdue: { ...reservation, reason: null, contact: 'karavaan@localhost' },
  kitIncomplete: reservation,
  waitingOffer: { ...offer, answerBefore: '2026-12-24T10:00:00Z' },
  waitingLapsed: offer,
  defectReported: { unitCode: 'LAS-03', kit: reservation.kits[0]!, defect: 'De toorts lekt', bookings: 0 },
  defectBlocks: { unitCode: 'LAS-03', kit: reservation.kits[0]!, defect: 'De toorts lekt', bookings: 2 },
  inspectionsDue: {
    count: 1,
    items: [
      {
        unitCode: 'LAS-03',
        kit: reservation.kits[0]!,
        inspection: { nl: 'Keuring', fr: 'Contrôle', en: 'Inspection' },
        validTo: '2026-12-24',
      },
    ],
  },
  kitComesNear: near,
  authorisationEnds: { kits: reservation.kits, authorisedUntil: '2026-12-24' },
  instructionPlanned: { ...reservation, reason: null, instructionId: reservation.reservationId },
  instructionFreed: { ...reservation, reason: null, instructionId: reservation.reservationId },
  sessionJoined: session,
  sessionCancelled: { ...session, reason: 'De lesgever is ziek' },
  sessionTomorrow: session,
  requestSubmitted: request,
  requestPlaced: { ...request, reservationId: reservation.reservationId },
  requestRefused: { ...request, reason: 'Geen kit vrij' },
  requestNotPlaced: { ...request, reason: 'Geen dagen meer' },
  seriesSubmitted: series,
  seriesChanged: series,
  seriesCancelled: series,
  accessAccepted: { organisationName: 'VTI Brugge', token: 'abc', days: 14 },
  accessRejected: { organisationName: 'VTI Brugge', reason: 'Geen opleidingen.' },
  passwordLink: { token: 'abc', hours: 2 },
};
const templates = Object.keys(data) as MailTemplate[];
const locales = ['nl', 'fr', 'en'] as const;
const to = (locale: 'nl' | 'fr' | 'en') => ({ locale, name: 'Ann', publicUrl: 'https://karavaan.example' });

test.each(locales.flatMap((locale) => templates.map((template) => [locale, template] as const)))(
  '%s %s: no word is left open, text and page say the same',
  (locale, template) => {
    const { subject, text, html } = renderMail(template, data[template], to(locale));
    expect(`${subject}${text}${html}`).not.toMatch(/[{}]|undefined|null/);
    const words = (html.split('<body')[1] ?? '').replace(/^[^>]*>/, '').replace(/<[^>]+>/g, ' ');
    for (const sentence of text.split('\n').filter((line) => line && !line.includes('://')))
      for (const part of sentence.replace(/:$/, '').split(': ')) expect(unescape(words)).toContain(part);
    expect(html).toContain(`<html lang="${locale}">`);
  },
);

test('every language fills in the same words in the same mail', () => {
  const wordsOf = (locale: 'nl' | 'fr' | 'en', template: MailTemplate) => {
    const { subject, paragraphs } = catalogues[locale].templates[template];
    return [subject, ...paragraphs].flatMap((sentence) => sentence.match(/\{\w+\}/g) ?? []).sort();
  };
  for (const template of templates)
    for (const locale of locales) expect([template, wordsOf(locale, template)]).toEqual([template, wordsOf('nl', template)]);
});

test('the period is told in full, both days included, in the language of the person', () => {
  expect(renderMail('confirmed', reservation, to('nl')).text).toContain(
    'van dinsdag 5 januari 2027 tot en met donderdag 7 januari 2027',
  );
  expect(renderMail('confirmed', reservation, to('fr')).text).toContain('du mardi 5 janvier 2027 au jeudi 7 janvier 2027 inclus');
  expect(renderMail('confirmed', reservation, to('en')).text).toContain(
    'from Tuesday 5 January 2027 up to and including Thursday 7 January 2027',
  );
});

test('the links lead to the pages of the web client', () => {
  expect(renderMail('confirmed', reservation, to('nl')).text).toContain(
    `https://karavaan.example/reservaties/${reservation.reservationId}\n`,
  );
  expect(renderMail('passwordLink', data.passwordLink, to('nl')).html).toContain(
    'href="https://karavaan.example/wachtwoord?token=abc"',
  );
});

test('one day is told as one day', () => {
  const { text } = renderMail('confirmed', { ...reservation, lastDay: '2027-01-05' }, to('nl'));
  expect(text).toContain('Periode: dinsdag 5 januari 2027\n');
});

test('what people typed cannot become markup or another line', () => {
  const evil = { organisationName: 'A\r\nBcc: x@example.org', reason: '<script>alert(1)</script>' };
  const { subject, text, html } = renderMail('accessRejected', evil, { ...to('en'), name: '<b>Ann</b>\nX' });
  expect(html).not.toMatch(/<script|<b>/);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text.split('\n')[0]).toBe('Hello <b>Ann</b> X,');
});

const unescape = (html: string) =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
