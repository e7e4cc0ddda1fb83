import ICAL from 'ical.js';
import { act, app, far, home, host, openCentres, other, own, planner, reserve, rows, unit } from '../centres.fixture.js';

openCentres();

type Made = { __typename: string; url: string; link: { id: string }; reasons: { code: string }[] };
const FOLLOW = `mutation ($kind: AgendaKind!, $subjectId: ID) { result: followAgenda(kind: $kind, subjectId: $subjectId) {
  __typename ... on NewAgendaLink { url link { id } } ... on Refusal { reasons { code } } } }`;

async function follow(as: string | undefined, kind: string, subjectId: string | null = null): Promise<Made> {
  const { data, errors } = await app.graphql(FOLLOW, { kind, subjectId }, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: Made }).result;
}

const path = (url: string) => new URL(url).pathname + new URL(url).search;
const get = (at: string, cookie?: string) => fetch(app.url + at, { headers: cookie ? { cookie } : {} });

interface Read {
  readonly uid: string;
  readonly status: string;
  readonly sequence: number;
  readonly summary: string;
  readonly start: string;
  readonly zone: string;
  readonly startUtc: string;
}

/** Reads a calendar with a parser that is not the writer's. */
function eventsOf(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      status: component.getFirstPropertyValue('status') as string,
      sequence: event.sequence,
      summary: event.summary,
      start: event.startDate.toString(),
      zone: component.getFirstProperty('dtstart')!.getParameter('tzid') as string,
      startUtc: event.startDate.toJSDate().toISOString(),
    };
  });
}

const feed = async (url: string) => eventsOf(await (await get(path(url))).text());

test('a calendar program reads one’s own reservations, and each change comes with a higher sequence', async () => {
  const mine = await reserve([await unit()]);
  await reserve([await unit()], other);
  const { url } = await follow(own, 'PERSON');
  const [event, ...more] = await feed(url);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ uid: `${mine.id}@karavaan`, status: 'TENTATIVE', sequence: 0, zone: 'Europe/Brussels' });
  expect(event!.summary).toContain('(pas encore confirmée)');

  const confirmed = await act('confirmReservation', { id: mine.id, version: 1 }, planner);
  expect(await feed(url)).toMatchObject([{ uid: event!.uid, status: 'CONFIRMED', sequence: 1 }]);
  await act('cancelReservation', { id: mine.id, version: confirmed.version }, own);
  expect(await feed(url)).toMatchObject([{ uid: event!.uid, status: 'CANCELLED', sequence: 2 }]);
});

test('times are Brussels times and the same instants as in the database, also across a clock change', async () => {
  const mine = await reserve([await unit()]);
  const [{ start }] = (await rows<{ start: Date }>('SELECT lower(during) AS start FROM reservation WHERE id = $1', [
    mine.id,
  ])) as [{ start: Date }];
  const read = async () => {
    const text = await (await get(`/ical/reservatie/${mine.id}.ics`, own)).text();
    return eventsOf(text)[0]!;
  };
  expect((await read()).startUtc).toBe(start.toISOString());

  await rows(
    `UPDATE reservation SET during = '["2027-03-26 08:00 Europe/Brussels","2027-03-30 17:00 Europe/Brussels")' WHERE id = $1`,
    [mine.id],
  );
  expect(await read()).toMatchObject({ start: '2027-03-26T08:00:00', startUtc: '2027-03-26T07:00:00.000Z' });
  await rows(
    `UPDATE reservation SET during = '["2027-10-29 08:00 Europe/Brussels","2027-11-02 17:00 Europe/Brussels")' WHERE id = $1`,
    [mine.id],
  );
  expect(await read()).toMatchObject({ start: '2027-10-29T08:00:00', startUtc: '2027-10-29T06:00:00.000Z' });
});

test('a site and a kit can be followed by who may see them', async () => {
  const kit = await unit();
  const mine = await reserve([kit]);
  for (const [kind, id] of [
    ['SITE', far.id],
    ['UNIT', kit.id],
  ] as const) {
    const { url } = await follow(planner, kind, id);
    expect((await feed(url)).map((each) => each.uid)).toContain(`${mine.id}@karavaan`);
    expect((await follow(own, kind, id)).reasons).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  }
  // The host of a site follows it, and sees there only what the policy lets a host see.
  const { url } = await follow(host, 'SITE', home.id);
  expect(await feed(url)).toEqual([]);
});

test('a new link ends the one before, an ended link shows nothing, and nobody ends another’s', async () => {
  const first = await follow(own, 'PERSON');
  const second = await follow(own, 'PERSON');
  expect((await get(path(first.url))).status).toBe(404);
  expect((await get(path(second.url))).status).toBe(200);
  const end = async (as: string) =>
    (await app.graphql('mutation ($id: ID!) { r: endAgendaLink(id: $id) { __typename } }', { id: second.link.id }, as)).data;
  expect(await end(other)).toEqual({ r: { __typename: 'Refusal' } });
  expect((await get(path(second.url))).status).toBe(200);
  expect(await end(own)).toEqual({ r: { __typename: 'Done' } });
  expect((await get(path(second.url))).status).toBe(404);
});

test('a link shows nothing any more when its maker is no longer active, and its token stands nowhere', async () => {
  const { url } = await follow(other, 'PERSON');
  const token = new URL(url).searchParams.get('key')!;
  const [{ found }] = (await rows<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM agenda_link WHERE encode(token_hash, 'escape') LIKE '%' || $1 || '%')
         OR EXISTS (SELECT 1 FROM audit_entry WHERE changes::text LIKE '%' || $1 || '%') AS found`,
    [token],
  )) as [{ found: boolean }];
  expect(found).toBe(false);
  await rows(`UPDATE person SET active = false WHERE id IN (SELECT person_id FROM agenda_link WHERE id = $1)`, [
    (await rows<{ id: string }>('SELECT id FROM agenda_link ORDER BY created_at DESC LIMIT 1', []))[0]!.id,
  ]);
  expect((await get(path(url))).status).toBe(404);
});

test('visitors and strangers get no calendar', async () => {
  const mine = await reserve([await unit()]);
  expect((await follow(undefined, 'PERSON')).reasons).toMatchObject([{ code: 'NOT_SIGNED_IN' }]);
  expect((await get('/ical/feed.ics?key=guess')).status).toBe(404);
  expect((await get('/ical/feed.ics')).status).toBe(404);
  expect((await get(`/ical/reservatie/${mine.id}.ics`)).status).toBe(404);
  expect((await get('/ical/reservatie/nonsense.ics', own)).status).toBe(404);
});

test('the text keeps RFC 5545: lines of at most 75 octets that end in CRLF, and no personal data', async () => {
  await reserve([await unit()], own, {
    details: { groupSize: 4, purpose: 'Één lange uitleg; met komma, en é'.repeat(5), contactName: 'Mieke Secret' },
  });
  const { url } = await follow(own, 'PERSON');
  const response = await get(path(url));
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await response.text();
  const lines = text.split('\r\n');
  expect(lines.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text).not.toContain('Mieke Secret');
  expect(lines).toContain('METHOD:PUBLISH');
  expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
  for (const stamp of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED'])
    expect(lines.find((line) => line.startsWith(stamp))).toMatch(/:\d{8}T\d{6}Z$/);
});
