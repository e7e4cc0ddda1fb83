import fc from 'fast-check';
import { instantAt } from './brussels-time.js';
import { contains, overlaps, type Period, periodOfDays, subtract } from './period.js';

const period = (start: number, end: number): Period => ({ start, end });
const aPeriod = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })).map(([start, length]) => period(start, start + length));
const minutesOf = ({ start, end }: Period) => Array.from({ length: end - start }, (_, at) => start + at);

describe('periods', () => {
  it('lets back-to-back periods stand: what ends at 12:30 and what begins at 12:30 do not overlap', () => {
    const morning = period(instantAt('2026-11-23', '08:00'), instantAt('2026-11-23', '12:30'));
    const afternoon = period(instantAt('2026-11-23', '12:30'), instantAt('2026-11-23', '17:00'));
    expect(overlaps(morning, afternoon)).toBe(false);
    expect(overlaps(afternoon, morning)).toBe(false);
    expect(overlaps(morning, { ...afternoon, start: afternoon.start - 1 })).toBe(true);
  });

  it('overlaps exactly when an instant lies in both', () => {
    fc.assert(
      fc.property(aPeriod, aPeriod, (a, b) => {
        const inB = new Set(minutesOf(b));
        expect(overlaps(a, b)).toBe(minutesOf(a).some((minute) => inB.has(minute)));
        expect(contains(a, b)).toBe(minutesOf(b).every((minute) => a.start <= minute && minute < a.end));
      }),
    );
  });

  it('runs from 08:00 of the first day to 17:00 of the last', () => {
    expect(periodOfDays('2026-11-23', '2026-11-25')).toEqual(
      period(instantAt('2026-11-23', '08:00'), instantAt('2026-11-25', '17:00')),
    );
  });

  it('is an hour shorter over the start of summer time', () => {
    const ordinary = periodOfDays('2027-03-19', '2027-03-22'); // Friday to Monday, the week before
    const shorter = periodOfDays('2027-03-26', '2027-03-29');
    expect(ordinary.end - ordinary.start - (shorter.end - shorter.start)).toBe(3_600_000);
  });

  it('takes parts out', () => {
    expect(subtract(period(0, 10), [period(6, 8), period(2, 4), period(3, 5)])).toEqual([
      period(0, 2),
      period(5, 6),
      period(8, 10),
    ]);
    expect(subtract(period(0, 10), [period(-5, 15)])).toEqual([]);
    expect(subtract(period(10, 5), [])).toEqual([]);
  });

  it('leaves exactly the instants that no part holds, in order and apart', () => {
    fc.assert(
      fc.property(aPeriod, fc.array(aPeriod, { maxLength: 6 }), (whole, parts) => {
        const free = subtract(whole, parts);
        const taken = new Set(parts.flatMap(minutesOf));
        expect(free.flatMap(minutesOf)).toEqual(minutesOf(whole).filter((minute) => !taken.has(minute)));
        free.slice(1).forEach((each, at) => expect(each.start).toBeGreaterThan(free[at]!.end));
      }),
    );
  });
});
