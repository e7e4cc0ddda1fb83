import fc from 'fast-check';
import { dayOf, instantAt } from '../values/brussels-time.js';
import { addDays } from '../values/days.js';
import { dayStatuses } from './day-status.js';
import { availability, type Taken } from './unit-availability.js';
import { ask, calendar, kit, maintenance, NOW, site, stay, world } from './world.fixture.js';

const statuses = (
  occupancies: readonly Taken[],
  { from, to, siteId, now = NOW }: { from: string; to: string; siteId: string | null; now?: number },
  around = world(),
  unit = kit(),
) => dayStatuses(unit, occupancies, { from, to, siteId, now }, around);
const words = (days: ReturnType<typeof statuses>) => days.map(({ status }) => status).join(' ');

describe('the calendar of a unit', () => {
  const busy = [stay('2026-11-18', '2026-11-19', 'kortrijk')];

  it('shows the days before and after a stay elsewhere as travel', () => {
    // Monday 16 to Tuesday 24 November 2026.
    expect(words(statuses(busy, { from: '2026-11-16', to: '2026-11-24', siteId: 'brugge' }))).toBe(
      'FREE ARRIVES TAKEN TAKEN LEAVES CLOSED CLOSED FREE FREE',
    );
  });

  it('shows them as free at the place of the stay itself', () => {
    expect(words(statuses(busy, { from: '2026-11-16', to: '2026-11-20', siteId: 'kortrijk' }))).toBe(
      'FREE FREE TAKEN TAKEN FREE',
    );
  });

  it('shows a weekend inside a stay as taken, and one outside as closed with the reason', () => {
    const long = [stay('2026-11-20', '2026-11-23', 'brugge')];
    const days = statuses(long, { from: '2026-11-20', to: '2026-11-28', siteId: 'brugge' });
    expect(words(days)).toBe('TAKEN TAKEN TAKEN TAKEN FREE FREE FREE FREE CLOSED');
    expect(days.at(-1)!.closed).toEqual({ kind: 'NO_OPENING_HOURS' });
  });

  it('names the holiday', () => {
    const [day] = statuses([], { from: '2026-11-11', to: '2026-11-11', siteId: 'brugge' });
    expect(day).toMatchObject({ status: 'CLOSED', closed: { kind: 'HOLIDAY', names: { nl: 'Wapenstilstand' } } });
  });

  it('closes the past, days that are too near, and a site or unit that is not in use', () => {
    const only = (day: string, siteId: string, around = world(), unit = kit()) =>
      statuses([], { from: day, to: day, siteId }, around, unit)[0];
    expect(only('2026-10-30', 'brugge')).toMatchObject({ status: 'CLOSED', closed: { kind: 'PAST' } });
    expect(only('2026-11-05', 'kortrijk', world([], { noticeDays: 7 }))).toMatchObject({
      status: 'CLOSED',
      closed: { kind: 'NOTICE' },
    });
    const moved = world([site('kortrijk', { validTo: '2026-11-16' })]);
    expect(only('2026-11-17', 'kortrijk', moved)).toMatchObject({ status: 'CLOSED', closed: { kind: 'NOT_VALID' } });
    const retired = kit({ inService: false });
    expect(only('2026-11-17', 'brugge', world(), retired)).toMatchObject({ status: 'CLOSED', closed: { kind: 'UNIT' } });
  });

  it('gives one entry per day, also over the changes of the clock', () => {
    const days = statuses([], { from: '2027-03-25', to: '2027-03-31', siteId: 'brugge' });
    expect(days.map(({ date }) => date)).toEqual([
      '2027-03-25',
      '2027-03-26',
      '2027-03-27',
      '2027-03-28',
      '2027-03-29',
      '2027-03-30',
      '2027-03-31',
    ]);
    expect(words(days)).toBe('FREE FREE CLOSED CLOSED CLOSED FREE FREE'); // the 29th is Easter Monday
  });
});

describe('any calendar', () => {
  const entries = fc.array(
    fc.record({
      offset: fc.integer({ min: -20, max: 60 }),
      days: fc.integer({ min: 1, max: 7 }),
      siteId: fc.constantFrom('brugge', 'kortrijk', 'ieper', 'veurne', null),
    }),
    { maxLength: 8 },
  );

  it('is free exactly on the days that can be reserved as a single day', () => {
    const around = world([site('ieper', { calendar: calendar({ closedInSchoolHolidays: true }) })], { noticeDays: 3 });
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom('brugge', 'ieper', null),
        fc.constantFrom('MOBILE', 'FIXED'),
        (entries, siteId, mobility) => {
          const taken: Taken[] = [];
          for (const { offset, days, siteId } of entries) {
            const firstDay = addDays(dayOf(NOW), offset);
            const next = siteId
              ? stay(firstDay, addDays(firstDay, days - 1), mobility === 'FIXED' ? 'brugge' : siteId)
              : maintenance(firstDay, addDays(firstDay, days - 1));
            if (taken.every((each) => each.end <= next.start || next.end <= each.start)) taken.push(next);
          }
          taken.sort((a, b) => a.start - b.start);
          const unit = kit({ mobility });
          for (const { date, status } of statuses(taken, { from: '2026-10-28', to: '2026-12-20', siteId }, around, unit)) {
            const { verdict } = availability(unit, taken, ask(date, date, siteId), around);
            expect([date, status === 'FREE']).toEqual([date, verdict !== 'UNAVAILABLE']);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('changes with the moment of looking only towards less', () => {
    const later = instantAt('2026-11-04', '12:00');
    const span = { from: '2026-11-01', to: '2026-11-13', siteId: 'kortrijk' };
    const free = (now: number) =>
      statuses([], { ...span, now })
        .filter(({ status }) => status === 'FREE')
        .map(({ date }) => date);
    expect(free(NOW)).toEqual(expect.arrayContaining(free(later)));
    expect(free(later).length).toBeLessThan(free(NOW).length);
  });
});
