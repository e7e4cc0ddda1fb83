import { canReserve } from './can-reserve.js';
import { ask, calendar, kit, site, stay, world } from './world.fixture.js';

const free = (id: string, facts = {}) => ({ unit: kit({ id, ...facts }), occupancies: [] });
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const three = ask('2026-11-17', '2026-11-19', 'ieper');

describe('several units', () => {
  it('can be reserved when each of them can, and their kilometres add up', () => {
    const verdict = canReserve([free('a'), free('b')], three, world());
    expect(verdict).toMatchObject({ ok: true, siteId: 'ieper', refusals: [], extraKm: 80 });
    expect(verdict.availabilities.map((each) => each.verdict)).toEqual(['REACHABLE', 'REACHABLE']);
  });

  it('are refused together when one of them is taken: all or none', () => {
    const taken = { unit: kit({ id: 'b' }), occupancies: [stay('2026-11-19', '2026-11-20', 'brugge')] };
    const verdict = canReserve([free('a'), taken], three, world());
    expect(verdict.ok).toBe(false);
    expect(verdict.refusals).toMatchObject([{ code: 'UNIT_TAKEN', unitId: 'b' }]);
  });

  it('cannot be at two places: fixed equipment stays where it stands', () => {
    const booth = free('booth', { mobility: 'FIXED', homeSiteId: 'kortrijk' });
    const verdict = canReserve([free('a'), booth], three, world());
    expect(verdict).toMatchObject({ ok: false, siteId: null });
    expect(verdict.refusals).toMatchObject([{ code: 'FIXED_ELSEWHERE', siteId: 'kortrijk' }]);
    expect(canReserve([free('a'), booth], ask('2026-11-17', '2026-11-19', 'kortrijk'), world()).ok).toBe(true);
  });
});

describe('a planner’s reason', () => {
  const crowd = ask('2026-11-17', '2026-11-19', 'ieper', { groupSize: 12 });

  it('passes by what rests on an estimate, and keeps what it passed by', () => {
    expect(codes(canReserve([free('a')], crowd, world()).refusals)).toEqual(['GROUP_TOO_LARGE']);
    const verdict = canReserve([free('a')], crowd, world(), { overrideReason: 'Twee groepen na elkaar' });
    expect(verdict).toMatchObject({ ok: true, refusals: [], overridden: [{ code: 'GROUP_TOO_LARGE' }] });
  });

  it('passes by a closed day only where the hours are an assumption', () => {
    const sunday = ask('2026-11-22', '2026-11-22', 'ieper');
    const leave = { overrideReason: 'Opendeurdag' };
    expect(codes(canReserve([free('a')], sunday, world(), leave).refusals)).toEqual(['SITE_CLOSED']);
    const assumed = world([site('ieper', { openingHoursAssumed: true })]);
    expect(canReserve([free('a')], sunday, assumed).refusals).toMatchObject([{ code: 'SITE_CLOSED', estimated: true }]);
    expect(canReserve([free('a')], sunday, assumed, leave)).toMatchObject({ ok: true, overridden: [{ code: 'SITE_CLOSED' }] });
  });

  it('never passes by a closure that was told, also where the hours are an assumption', () => {
    const moving = calendar({ closures: [{ firstDay: '2026-11-11', lastDay: '2026-11-13', reason: 'verhuis' }] });
    const closed = world([site('ieper', { openingHoursAssumed: true, calendar: moving })]);
    const leave = { overrideReason: 'Opendeurdag' };
    // The first of these days is a public holiday too.
    for (const day of ['2026-11-11', '2026-11-12'])
      expect(canReserve([free('a')], ask(day, day, 'ieper'), closed, leave)).toMatchObject({
        ok: false,
        overridden: [],
        refusals: [{ code: 'SITE_CLOSED', estimated: false, overridable: false }],
      });
  });

  it('never passes by overlap, travel or inspection', () => {
    const hard = [
      { unit: kit({ id: 'a' }), occupancies: [stay('2026-11-18', '2026-11-18', 'brugge')] },
      free('b', { inspectionValidTo: '2026-11-01' }),
      free('c', { inService: false }),
    ];
    const verdict = canReserve(hard, three, world(), { overrideReason: 'Het moet' });
    expect(codes(verdict.refusals)).toEqual(['UNIT_TAKEN', 'INSPECTION_EXPIRED', 'UNIT_OUT_OF_SERVICE']);
    expect(verdict.overridden).toEqual([]);
  });
});

test('a decision does not ask again for the notice that the booking kept', () => {
  const strict = world([], { noticeDays: 30 });
  expect(codes(canReserve([free('a')], three, strict).refusals)).toEqual(['TOO_SHORT_NOTICE']);
  expect(canReserve([free('a')], three, strict, { ignoreNotice: true }).ok).toBe(true);
});
