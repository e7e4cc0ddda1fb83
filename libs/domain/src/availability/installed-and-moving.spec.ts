import { dayOf, instantAt, timeOf } from '../values/brussels-time.js';
import { otherDates } from './alternatives.js';
import { siteFit } from './site-fit.js';
import { availability } from './unit-availability.js';
import { ask, calendar, kit, maintenance, NEEDS, site, stay, world } from './world.fixture.js';

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const show = (instant: number) => `${dayOf(instant)} ${timeOf(instant)}`;

describe('a site at the ends of its validity', () => {
  const closing = site('kortrijk', { validTo: '2026-11-20' });

  it('lets a kit go that still stands there after its last day: it would be lost otherwise', () => {
    const before = [stay('2026-11-17', '2026-11-20', 'kortrijk')];
    const verdict = availability(kit(), before, ask('2027-02-02', '2027-02-02', 'brugge'), world([closing]));
    expect(verdict).toMatchObject({ verdict: 'REACHABLE', standsAtSiteId: 'kortrijk' });
  });

  it('has a kit set up before its first day', () => {
    const opening = site('kortrijk', { validFrom: '2026-11-17' });
    const verdict = availability(kit(), [], ask('2026-11-17', '2026-11-17', 'kortrijk'), world([opening]));
    expect(verdict.verdict).toBe('REACHABLE');
    expect(show(verdict.arrival!.latest.ready)).toBe('2026-11-16 17:00');
  });

  it('is still closed to bookings then', () => {
    expect(closing.calendar.isOpen('2026-11-23')).toBe(false);
    expect(closing.calendar.windows('2026-11-23')).toEqual([]);
    expect(closing.calendar.movingWindows('2026-11-23')).toHaveLength(1);
  });
});

describe('a school over the summer', () => {
  it('lets the kit go in September: 62 closed days are not for ever', () => {
    const school = site('kortrijk', { calendar: calendar({ closedInSchoolHolidays: true }) });
    const before = [stay('2027-06-28', '2027-06-30', 'kortrijk')];
    const verdict = availability(kit(), before, ask('2027-10-05', '2027-10-05', 'brugge'), world([school]));
    expect(verdict.verdict).toBe('REACHABLE');
    expect(show(verdict.arrival!.earliest.packStart)).toBe('2027-09-01 08:00');
  });
});

describe('opening hours that touch', () => {
  const halves = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '12:30', to: '17:00' },
    { weekday, from: '08:00', to: '12:30' },
  ]);

  it('are one window, in which work runs on over noon', () => {
    const windows = calendar({ openingHours: halves }).windows('2026-11-17');
    expect(windows.map(({ start, end }) => `${timeOf(start)}-${timeOf(end)}`)).toEqual(['08:00-17:00']);
    const around = world([site('kortrijk', { calendar: calendar({ openingHours: halves }) })]);
    const slow = kit({ setupMinutes: 300 }); // longer than either half
    expect(availability(slow, [], ask('2026-11-17', '2026-11-17', 'kortrijk'), around).verdict).toBe('REACHABLE');
  });

  it('stay apart over a real break, and overlap without counting twice', () => {
    const hours = (...spans: [string, string][]) =>
      calendar({ openingHours: spans.map(([from, to]) => ({ weekday: 2, from, to })) })
        .windows('2026-11-17')
        .map(({ start, end }) => `${timeOf(start)}-${timeOf(end)}`);
    expect(hours(['13:00', '17:00'], ['08:00', '12:00'])).toEqual(['08:00-12:00', '13:00-17:00']);
    expect(hours(['08:00', '14:00'], ['09:00', '10:00'], ['13:00', '17:00'])).toEqual(['08:00-17:00']);
    expect(hours(['17:00', '08:00'])).toEqual([]);
  });
});

describe('site fit', () => {
  const facilities = { powerSupplies: ['V400_32A'] as const, floorAreaM2: 60, stepFree: true, maxGroupSize: 5 };

  it('keeps the limit of the site apart from the estimated one of the model, which a planner may set aside', () => {
    const { refusals } = siteFit(NEEDS, facilities, 9);
    expect(refusals.map(({ available, overridable }) => [available, overridable])).toEqual([
      ['8', true],
      ['5', false],
    ]);
  });

  it('takes every smaller need for served', () => {
    for (const powerNeed of ['NONE', 'V230_16A', 'V400_16A', 'V400_32A'] as const)
      expect(siteFit({ ...NEEDS, powerNeed }, facilities, null).refusals).toEqual([]);
  });

  it('does not doubt the power, floor and way in of what is built in', () => {
    const poor = site('kortrijk', { powerSupplies: ['V230_16A'], floorAreaM2: 1, stepFree: null, maxGroupSize: 5 });
    const machine = kit({ mobility: 'FIXED', homeSiteId: 'kortrijk', needs: { ...NEEDS, powerNeed: 'V400_32A' } });
    const verdict = availability(machine, [], ask('2026-11-17', '2026-11-17', 'kortrijk'), world([poor]));
    expect([verdict.verdict, verdict.refusals, verdict.warnings]).toEqual(['FREE_HERE', [], []]);
    const crowd = ask('2026-11-17', '2026-11-17', 'kortrijk', { groupSize: 6 });
    expect(codes(availability(machine, [], crowd, world([poor])).refusals)).toEqual(['GROUP_TOO_LARGE']);
  });
});

describe('a unit that is taken', () => {
  it('says so alone, without travel that would not happen, and stands where it is taken', () => {
    const on = [stay('2026-11-16', '2026-11-20', 'veurne')];
    const verdict = availability(kit(), on, ask('2026-11-17', '2026-11-17', 'brugge'), world());
    expect(codes(verdict.refusals)).toEqual(['UNIT_TAKEN']);
    expect(verdict).toMatchObject({ standsAtSiteId: 'veurne', arrival: null, departure: null });
  });
});

describe('a gap with maintenance in it', () => {
  it('has its earliest move before and its latest after', () => {
    const occupancies = [stay('2026-11-09', '2026-11-10', 'kortrijk'), maintenance('2026-11-13', '2026-11-13')];
    const { arrival } = availability(kit(), occupancies, ask('2026-11-18', '2026-11-18', 'brugge'), world());
    expect(show(arrival!.earliest.packStart)).toBe('2026-11-12 08:00');
    expect(show(arrival!.latest.ready)).toBe('2026-11-17 17:00');
  });
});

describe('a refusal', () => {
  it('says when the time to travel rests on an estimate, and stays hard', () => {
    const before = [stay('2026-11-16', '2026-11-17', 'kortrijk')];
    const tooFar = (timeBasis: 'ESTIMATED' | 'MEASURED') =>
      availability(kit({ timeBasis }), before, ask('2026-11-18', '2026-11-18', 'brugge'), world()).refusals;
    expect(tooFar('ESTIMATED')).toMatchObject([{ code: 'TOO_FAR_BEFORE', estimated: true, overridable: false }]);
    expect(tooFar('MEASURED')).toMatchObject([{ code: 'TOO_FAR_BEFORE', estimated: false, overridable: false }]);
  });
});

describe('other dates', () => {
  it('are not sought for what no date changes', () => {
    const poor = world([site('brugge', { stepFree: false })]);
    expect(otherDates({ unit: kit(), occupancies: [] }, ask('2026-11-17', '2026-11-17', 'brugge'), poor)).toEqual([]);
    const soon = ask('2026-11-17', '2026-11-17', 'brugge', { now: instantAt('2026-11-02', '12:00') });
    expect(otherDates({ unit: kit({ inService: false }), occupancies: [] }, soon, world())).toEqual([]);
  });
});
