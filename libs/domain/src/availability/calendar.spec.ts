import { timeOf } from '../values/brussels-time.js';
import { eachDay } from '../values/days.js';
import { compileCalendar, holidayTable } from './calendar.js';
import { calendar, TABLE, VANS } from './world.fixture.js';

const hoursOn = (rules: Parameters<typeof calendar>[0], day: string) =>
  calendar(rules)
    .windows(day)
    .map(({ start, end }) => `${timeOf(start)}-${timeOf(end)}`);

describe('a calendar', () => {
  it('is open by weekday', () => {
    const week = eachDay('2026-11-16', '2026-11-22');
    expect(week.map((day) => calendar().isOpen(day))).toEqual([true, true, true, true, true, false, false]);
    expect(hoursOn({}, '2026-11-16')).toEqual(['08:00-17:00']);
    expect(calendar().closedReason('2026-11-21')).toEqual({ kind: 'NO_OPENING_HOURS' });
    expect(calendar().closedReason('2026-11-20')).toBeNull();
  });

  it('has several windows on a day, in order of time', () => {
    const openingHours = [
      { weekday: 1, from: '13:00', to: '17:00' },
      { weekday: 1, from: '08:00', to: '12:00' },
    ];
    expect(hoursOn({ openingHours }, '2026-11-16')).toEqual(['08:00-12:00', '13:00-17:00']);
  });

  it('keeps its hours on the clock on both sides of a change', () => {
    const sundays = { openingHours: [{ weekday: 7, from: '08:00', to: '17:00' }] };
    for (const day of ['2027-03-21', '2027-03-28', '2026-10-25', '2027-10-31'])
      expect(hoursOn(sundays, day)).toEqual(['08:00-17:00']);
    const night = { openingHours: [{ weekday: 7, from: '00:00', to: '24:00' }] };
    const lengths = ['2027-03-28', '2027-10-31'].map((day) => {
      const [window] = calendar(night).windows(day);
      return (window!.end - window!.start) / 3_600_000;
    });
    expect(lengths).toEqual([23, 25]);
  });

  it('closes on a public holiday and says which', () => {
    expect(calendar().isOpen('2026-11-11')).toBe(false);
    expect(calendar().closedReason('2026-11-11')).toMatchObject({ kind: 'HOLIDAY', names: { nl: 'Wapenstilstand' } });
  });

  it('closes in school holidays only where the site says so', () => {
    expect(calendar().isOpen('2026-11-03')).toBe(true);
    const school = calendar({ closedInSchoolHolidays: true });
    expect(school.isOpen('2026-11-03')).toBe(false);
    expect(school.closedReason('2026-11-03')).toMatchObject({ names: { nl: 'Herfstvakantie' } });
    expect(school.isOpen('2026-11-09')).toBe(true);
  });

  it('does not close on the day of a community', () => {
    const saturdays = calendar({ openingHours: [{ weekday: 6, from: '08:00', to: '12:00' }] });
    expect(saturdays.isOpen('2026-07-11')).toBe(true);
  });

  it('names the public holiday inside a school holiday', () => {
    const school = calendar({ closedInSchoolHolidays: true });
    expect(school.closedReason('2026-12-25')).toMatchObject({ names: { nl: 'Kerstmis' } });
    expect(school.closedReason('2026-12-24')).toMatchObject({ names: { nl: 'Kerstvakantie' } });
  });

  it('closes from the first to the last day of a closure, both included', () => {
    const closed = calendar({ closures: [{ firstDay: '2026-11-17', lastDay: '2026-11-18', reason: 'verhuis' }] });
    expect(eachDay('2026-11-16', '2026-11-19').map((day) => closed.isOpen(day))).toEqual([true, false, false, true]);
    expect(closed.closedReason('2026-11-17')).toMatchObject({ kind: 'CLOSURE', names: { nl: 'verhuis' } });
  });

  it('is open from its first to its last valid day, both included', () => {
    const valid = calendar({ validFrom: '2026-11-17', validTo: '2026-11-18' });
    expect(eachDay('2026-11-16', '2026-11-19').map((day) => valid.isOpen(day))).toEqual([false, true, true, false]);
    expect(valid.closedReason('2026-11-19')).toEqual({ kind: 'NOT_VALID' });
    expect(valid.windows('2026-11-19')).toEqual([]);
  });

  it('has a reason exactly for the days that are closed', () => {
    const calendars = [
      calendar(),
      VANS,
      calendar({ closedInSchoolHolidays: true, validFrom: '2026-11-05', validTo: '2027-08-01' }),
      calendar({ closures: [{ firstDay: '2026-12-01', lastDay: '2026-12-04', reason: 'x' }] }),
    ];
    for (const each of calendars)
      for (const day of eachDay('2026-10-20', '2027-09-10')) expect(each.closedReason(day) === null).toBe(each.isOpen(day));
  });

  it('has a transport shift of its own: working days from 07:00, not on public holidays', () => {
    expect(VANS.windows('2026-11-12').map(({ start, end }) => `${timeOf(start)}-${timeOf(end)}`)).toEqual(['07:00-17:00']);
    expect(VANS.isOpen('2026-11-11')).toBe(false);
    expect(VANS.isOpen('2026-11-14')).toBe(false);
  });

  it('answers the same again, and each calendar for itself', () => {
    const rules = { openingHours: [{ weekday: 1, from: '09:00', to: '10:00' }], closedInSchoolHolidays: false };
    const [a, b] = [compileCalendar(rules, TABLE), compileCalendar({ ...rules, validTo: '2026-01-01' }, TABLE)];
    expect(a.windows('2026-11-16')).toEqual(a.windows('2026-11-16'));
    expect(a.isOpen('2026-11-16')).toBe(true);
    expect(b.isOpen('2026-11-16')).toBe(false);
  });
});

describe('a table of holidays', () => {
  it('holds every day of a holiday, and none of a community', () => {
    const names = { nl: 'a', fr: 'b', en: 'c' };
    const table = holidayTable([
      { kind: 'SCHOOL', firstDay: '2026-12-30', lastDay: '2027-01-02', names },
      { kind: 'COMMUNITY', firstDay: '2026-07-11', lastDay: '2026-07-11', names },
    ]);
    expect([...table.SCHOOL.keys()]).toEqual(eachDay('2026-12-30', '2027-01-02'));
    expect(table.PUBLIC.size).toBe(0);
  });
});
