import fc from 'fast-check';
import { dayOf, instantAt, timeOf } from '../values/brussels-time.js';
import { addDays } from '../values/days.js';
import { overlaps, periodOfDays } from '../values/period.js';
import { availability, type Taken, type UnitFacts } from './unit-availability.js';
import { ask, calendar, kit, maintenance, NOW, site, stay, world } from './world.fixture.js';

const judge = (occupancies: readonly Taken[], asked: ReturnType<typeof ask>, around = world(), unit: UnitFacts = kit()) =>
  availability(unit, occupancies, asked, around);
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const show = (instant: number) => `${dayOf(instant)} ${timeOf(instant)}`;

describe('a kit', () => {
  it('is free where it stands', () => {
    expect(judge([], ask('2026-11-17', '2026-11-19', 'brugge'))).toMatchObject({
      verdict: 'FREE_HERE',
      siteId: 'brugge',
      standsAtSiteId: 'brugge',
      travel: null,
      extraKm: 0,
      arrival: null,
      departure: null,
      refusals: [],
    });
  });

  it('comes from home, no later than the working day before', () => {
    const verdict = judge([], ask('2026-11-17', '2026-11-19', 'ieper')); // two hops: 40 km, 60 minutes
    expect(verdict).toMatchObject({
      verdict: 'REACHABLE',
      standsAtSiteId: 'brugge',
      travel: { km: 40, minutes: 60 },
      extraKm: 40,
    });
    expect(show(verdict.arrival!.latest.ready)).toBe('2026-11-16 17:00');
    expect(show(verdict.arrival!.latest.arrive)).toBe('2026-11-16 16:00'); // 60 minutes of set-up
    expect(show(verdict.arrival!.earliest.packStart)).toBe('2026-11-02 12:00'); // now
  });

  it('stays at its last place until it is needed elsewhere: there is no way home', () => {
    const before = [stay('2026-11-09', '2026-11-10', 'kortrijk')];
    expect(judge(before, ask('2026-11-24', '2026-11-24', 'kortrijk'))).toMatchObject({
      verdict: 'FREE_HERE',
      standsAtSiteId: 'kortrijk',
      extraKm: 0,
    });
    expect(judge(before, ask('2026-11-24', '2026-11-24', 'brugge'))).toMatchObject({ verdict: 'REACHABLE', extraKm: 20 });
  });

  it('may be booked back to back at one site', () => {
    const neighbours = [stay('2026-11-16', '2026-11-17', 'brugge'), stay('2026-11-19', '2026-11-20', 'brugge')];
    expect(judge(neighbours, ask('2026-11-18', '2026-11-18', 'brugge')).verdict).toBe('FREE_HERE');
  });

  it('may be booked back to back within one day, morning and afternoon', () => {
    const morning = { ...stay('2026-11-18', '2026-11-18', 'brugge'), end: instantAt('2026-11-18', '12:30') };
    const afternoon = { start: instantAt('2026-11-18', '12:30'), end: instantAt('2026-11-18', '17:00') };
    const asked = ask('2026-11-18', '2026-11-18', 'brugge', { period: afternoon });
    expect(judge([morning], asked).verdict).toBe('FREE_HERE');
    expect(codes(judge([{ ...morning, end: morning.end + 1 }], asked).refusals)).toContain('UNIT_TAKEN');
  });

  it('is taken on a single shared day, and the refusal names what is in the way', () => {
    const other = stay('2026-11-19', '2026-11-23', 'brugge');
    expect(judge([other], ask('2026-11-17', '2026-11-19', 'brugge')).refusals).toEqual([
      {
        code: 'UNIT_TAKEN',
        unitId: 'kit-1',
        siteId: 'brugge',
        occupancyId: other.id,
        reservationId: other.reservationId,
        firstDay: '2026-11-19',
        lastDay: '2026-11-23',
        estimated: false,
        overridable: false,
      },
    ]);
  });

  it('is taken by maintenance too', () => {
    const { refusals } = judge([maintenance('2026-11-18', '2026-11-18')], ask('2026-11-17', '2026-11-19', 'brugge'));
    expect(refusals).toMatchObject([{ code: 'UNIT_TAKEN', firstDay: '2026-11-18', lastDay: '2026-11-18', reservationId: null }]);
  });

  it('cannot come overnight from another site: the refusal names the stay before', () => {
    const before = stay('2026-11-16', '2026-11-17', 'kortrijk');
    const { verdict, refusals } = judge([before], ask('2026-11-18', '2026-11-18', 'brugge'));
    expect(verdict).toBe('UNAVAILABLE');
    expect(refusals).toMatchObject([
      { code: 'TOO_FAR_BEFORE', siteId: 'kortrijk', occupancyId: before.id, lastDay: '2026-11-17', overridable: false },
    ]);
    expect(judge([before], ask('2026-11-19', '2026-11-19', 'brugge')).verdict).toBe('REACHABLE');
  });

  it('cannot leave overnight for another site: the refusal names the stay after', () => {
    const after = stay('2026-11-18', '2026-11-20', 'kortrijk');
    const { refusals } = judge([after], ask('2026-11-17', '2026-11-17', 'brugge'));
    expect(refusals).toMatchObject([
      { code: 'TOO_FAR_AFTER', siteId: 'kortrijk', occupancyId: after.id, firstDay: '2026-11-18' },
    ]);
    const early = judge([after], ask('2026-11-16', '2026-11-16', 'brugge'));
    expect(early.verdict).toBe('FREE_HERE');
    expect(show(early.departure!.earliest.packStart)).toBe('2026-11-17 08:00');
  });

  it('counts a weekend and a holiday between two stays as no time to travel', () => {
    // Tuesday 10 November 17:00 to Thursday 12 November 08:00: Wednesday is Armistice Day.
    const before = [stay('2026-11-09', '2026-11-10', 'kortrijk')];
    expect(codes(judge(before, ask('2026-11-12', '2026-11-12', 'brugge')).refusals)).toEqual(['TOO_FAR_BEFORE']);
    expect(judge(before, ask('2026-11-13', '2026-11-13', 'brugge')).verdict).toBe('REACHABLE');
    const friday = [stay('2026-11-19', '2026-11-20', 'kortrijk')];
    expect(codes(judge(friday, ask('2026-11-23', '2026-11-23', 'brugge')).refusals)).toEqual(['TOO_FAR_BEFORE']);
  });

  it('knows that the site it leaves is closed', () => {
    const closed = site('kortrijk', {
      calendar: calendar({ closures: [{ firstDay: '2026-11-18', lastDay: '2026-11-20', reason: 'brugdagen' }] }),
    });
    const before = [stay('2026-11-16', '2026-11-17', 'kortrijk')];
    expect(judge(before, ask('2026-11-20', '2026-11-20', 'brugge')).verdict).toBe('REACHABLE');
    expect(codes(judge(before, ask('2026-11-20', '2026-11-20', 'brugge'), world([closed])).refusals)).toEqual(['TOO_FAR_BEFORE']);
  });

  it('leaves from now on when its last stay is over', () => {
    const past = [stay('2026-10-26', '2026-10-27', 'kortrijk')];
    // Monday 12:00 + 45 minutes to pack, 30 to drive and 60 to set up: Tuesday 08:00 works, at 16:00 it would not.
    expect(judge(past, ask('2026-11-03', '2026-11-03', 'brugge')).verdict).toBe('REACHABLE');
    const late = ask('2026-11-03', '2026-11-03', 'brugge', { now: instantAt('2026-11-02', '16:00') });
    expect(codes(judge(past, late).refusals)).toEqual(['TOO_FAR_BEFORE']);
  });

  it('moves in one free piece of the gap, never through maintenance', () => {
    const before = stay('2026-11-09', '2026-11-10', 'kortrijk');
    const asked = ask('2026-11-20', '2026-11-20', 'brugge');
    expect(judge([before, maintenance('2026-11-13', '2026-11-18')], asked).verdict).toBe('REACHABLE');
    // From Thursday the 12th to the morning of the 20th there is no working hour left.
    expect(codes(judge([before, maintenance('2026-11-12', '2026-11-19')], asked).refusals)).toEqual(['TOO_FAR_BEFORE']);
  });

  it('tells the extra way: in and out, less what it would have driven anyway', () => {
    const neighbours = [stay('2026-11-09', '2026-11-10', 'brugge'), stay('2026-11-30', '2026-12-01', 'ieper')];
    // brugge-kortrijk 20 + kortrijk-ieper 20 − brugge-ieper 40 = 0: it lies on the way.
    expect(judge(neighbours, ask('2026-11-18', '2026-11-18', 'kortrijk')).extraKm).toBe(0);
    // brugge-veurne 60 + veurne-ieper 20 − brugge-ieper 40 = 40.
    expect(judge(neighbours, ask('2026-11-18', '2026-11-18', 'veurne')).extraKm).toBe(40);
    // It stands in Brugge and leaves from there anyway.
    expect(judge(neighbours, ask('2026-11-18', '2026-11-18', 'brugge')).extraKm).toBe(0);
  });

  it('is looked at where it stands when no place is asked', () => {
    const before = [stay('2026-11-09', '2026-11-10', 'kortrijk')];
    expect(judge(before, ask('2026-11-18', '2026-11-18', null))).toMatchObject({
      verdict: 'FREE_HERE',
      siteId: 'kortrijk',
      extraKm: 0,
    });
  });
});

describe('the days of an ask', () => {
  it('starts and ends on open days; the closed ones between do not matter', () => {
    expect(judge([], ask('2026-11-20', '2026-11-23', 'brugge')).verdict).toBe('FREE_HERE'); // over a weekend
    expect(judge([], ask('2026-11-10', '2026-11-12', 'brugge')).verdict).toBe('FREE_HERE'); // over Armistice Day
    expect(judge([], ask('2026-11-20', '2026-11-21', 'brugge')).refusals).toMatchObject([
      { code: 'SITE_CLOSED', siteId: 'brugge', firstDay: '2026-11-21' },
    ]);
    expect(judge([], ask('2026-11-11', '2026-11-12', 'brugge')).refusals).toMatchObject([
      { code: 'SITE_CLOSED', firstDay: '2026-11-11' },
    ]);
    expect(codes(judge([], ask('2026-11-21', '2026-11-22', 'brugge')).refusals)).toEqual(['SITE_CLOSED', 'SITE_CLOSED']);
    expect(codes(judge([], ask('2026-11-21', '2026-11-21', 'brugge')).refusals)).toEqual(['SITE_CLOSED']);
  });

  it('are not in the past', () => {
    expect(codes(judge([], ask('2026-10-30', '2026-10-30', 'brugge')).refusals)).toContain('IN_THE_PAST');
    expect(judge([], ask('2026-11-03', '2026-11-03', 'brugge')).refusals).toEqual([]);
  });

  it('lie within the validity of the site', () => {
    const around = world([site('kortrijk', { validFrom: '2026-11-12', validTo: '2026-11-20' })]);
    expect(judge([], ask('2026-11-17', '2026-11-20', 'kortrijk'), around).verdict).toBe('REACHABLE');
    for (const [firstDay, lastDay] of [
      ['2026-11-10', '2026-11-13'],
      ['2026-11-19', '2026-11-23'],
    ] as const)
      expect(judge([], ask(firstDay, lastDay, 'kortrijk'), around).refusals).toContainEqual(
        expect.objectContaining({ code: 'SITE_NOT_VALID', siteId: 'kortrijk', overridable: false }),
      );
  });

  it('come early enough for a stay that needs a move; a planner may set that aside', () => {
    const around = world([], { noticeDays: 7 });
    const { refusals } = judge([], ask('2026-11-06', '2026-11-06', 'kortrijk'), around);
    expect(refusals).toMatchObject([{ code: 'TOO_SHORT_NOTICE', needed: '7', available: '4', overridable: true }]);
    expect(judge([], ask('2026-11-09', '2026-11-09', 'kortrijk'), around).verdict).toBe('REACHABLE'); // exactly 7 days
    expect(judge([], ask('2026-11-06', '2026-11-06', 'brugge'), around).verdict).toBe('FREE_HERE'); // nothing moves
  });
});

describe('a unit', () => {
  it('must be in service', () => {
    const { refusals } = judge([], ask('2026-11-17', '2026-11-17', 'brugge'), world(), kit({ inService: false }));
    expect(refusals).toMatchObject([{ code: 'UNIT_OUT_OF_SERVICE', unitId: 'kit-1', overridable: false }]);
  });

  it('must be inspected through the last day: a legal limit that nobody overrides', () => {
    const unit = kit({ inspectionValidTo: '2026-11-18' });
    expect(judge([], ask('2026-11-17', '2026-11-18', 'brugge'), world(), unit).refusals).toEqual([]);
    expect(judge([], ask('2026-11-17', '2026-11-19', 'brugge'), world(), unit).refusals).toMatchObject([
      { code: 'INSPECTION_EXPIRED', unitId: 'kit-1', overridable: false },
    ]);
  });

  it('warns when it should be inspected and nobody knows when it was', () => {
    const unknown = judge([], ask('2026-11-17', '2026-11-17', 'brugge'), world(), kit({ inspectionValidTo: null }));
    expect(unknown.verdict).toBe('FREE_HERE');
    expect(codes(unknown.warnings)).toEqual(['INSPECTION_UNKNOWN']);
    const free = kit({ inspectionValidTo: null, inspectionDuty: false });
    expect(judge([], ask('2026-11-17', '2026-11-17', 'brugge'), world(), free).warnings).toEqual([]);
  });

  it('carries what does not fit, with the unit and the site', () => {
    const around = world([site('kortrijk', { floorAreaM2: 5, stepFree: null })]);
    const { refusals, warnings } = judge([], ask('2026-11-17', '2026-11-17', 'kortrijk'), around);
    expect(refusals).toMatchObject([{ code: 'FLOOR_TOO_SMALL', unitId: 'kit-1', siteId: 'kortrijk', overridable: true }]);
    expect(warnings).toMatchObject([{ code: 'ACCESS_UNKNOWN', unitId: 'kit-1', siteId: 'kortrijk' }]);
  });
});

describe('fixed equipment', () => {
  const machine = kit({ id: 'machine', mobility: 'FIXED', homeSiteId: 'kortrijk' });

  it('is free at its host', () => {
    expect(judge([], ask('2026-11-17', '2026-11-17', 'kortrijk'), world(), machine)).toMatchObject({
      verdict: 'FREE_HERE',
      siteId: 'kortrijk',
      travel: null,
      extraKm: 0,
    });
  });

  it('has its guests come: the stay is at the host, the way is theirs', () => {
    expect(judge([], ask('2026-11-17', '2026-11-17', 'brugge'), world(), machine)).toMatchObject({
      verdict: 'GUEST',
      siteId: 'kortrijk',
      standsAtSiteId: 'kortrijk',
      travel: { km: 20, minutes: 30 },
      extraKm: 0,
      arrival: null,
    });
  });

  it('needs no notice, and follows the calendar of its host', () => {
    const closed = calendar({ closures: [{ firstDay: '2026-11-17', lastDay: '2026-11-17', reason: 'x' }] });
    const around = world([site('kortrijk', { calendar: closed })], { noticeDays: 14 });
    expect(judge([], ask('2026-11-03', '2026-11-03', 'brugge'), around, machine).verdict).toBe('GUEST');
    expect(judge([], ask('2026-11-17', '2026-11-17', 'brugge'), around, machine).refusals).toMatchObject([
      { code: 'SITE_CLOSED', siteId: 'kortrijk' },
    ]);
  });

  it('is taken like any other', () => {
    const taken = [stay('2026-11-17', '2026-11-17', 'kortrijk')];
    expect(codes(judge(taken, ask('2026-11-17', '2026-11-17', 'brugge'), world(), machine).refusals)).toEqual(['UNIT_TAKEN']);
  });
});

/** A diary of a kit that the rule itself has let grow: asks in any order, each placed where it is available. */
const asks = fc.array(
  fc.record({
    offset: fc.integer({ min: -3, max: 70 }),
    days: fc.integer({ min: 1, max: 6 }),
    siteId: fc.constantFrom('brugge', 'kortrijk', 'ieper', 'veurne'),
  }),
  { minLength: 1, maxLength: 25 },
);

describe('any diary that the rule lets grow', () => {
  it('never overlaps, and leaves room to pack, drive and set up between two places', () => {
    let moves = 0;
    fc.assert(
      fc.property(asks, (wishes) => {
        const taken: Taken[] = [];
        for (const { offset, days, siteId } of wishes) {
          const firstDay = addDays(dayOf(NOW), offset);
          const lastDay = addDays(firstDay, days - 1);
          const verdict = judge(taken, ask(firstDay, lastDay, siteId));
          expect(verdict.verdict === 'UNAVAILABLE').toBe(verdict.refusals.length > 0);
          expect(verdict.extraKm).toBeGreaterThanOrEqual(0);
          if (verdict.verdict === 'UNAVAILABLE') continue;
          taken.push(stay(firstDay, lastDay, siteId));
          taken.sort((a, b) => a.start - b.start);
        }
        let [place, free] = ['brugge', NOW];
        for (const each of taken) {
          expect(each.start).toBeGreaterThanOrEqual(free);
          if (each.siteId !== place) {
            moves++;
            // 45 minutes of packing, the drive and 60 minutes of set-up, by the stored travel time.
            const needed = 45 + world().travel(place, each.siteId!).minutes + 60;
            expect((each.start - free) / 60_000).toBeGreaterThanOrEqual(needed);
          }
          [place, free] = [each.siteId!, each.end];
        }
      }),
      { numRuns: 400 },
    );
    expect(moves).toBeGreaterThan(100);
  });

  it('says UNIT_TAKEN exactly when the periods overlap', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 5 }),
        (a, aDays, b, bDays) => {
          const first = (offset: number) => addDays('2026-11-16', offset);
          const other = stay(first(a), first(a + aDays - 1), 'brugge');
          const asked = ask(first(b), first(b + bDays - 1), 'brugge');
          expect(codes(judge([other], asked).refusals).includes('UNIT_TAKEN')).toBe(
            overlaps(other, periodOfDays(asked.firstDay, asked.lastDay)),
          );
        },
      ),
    );
  });
});

describe('care of the unit', () => {
  const turnaround = { before: { days: 0, hours: 0 }, after: { days: 1, hours: 0 } };
  const careful = kit({ turnaround });
  const monday = [stay('2026-11-16', '2026-11-16', 'brugge')];
  const cleaning: Taken = {
    id: 'cleaning',
    kind: 'TURNAROUND',
    siteId: null,
    reservationId: 'reservation 2026-11-16',
    start: instantAt('2026-11-16', '17:00'),
    end: instantAt('2026-11-17', '17:00'),
  };

  it('is not booked while it is cleaned after another loan, and the refusal says so', () => {
    const verdict = judge([...monday, cleaning], ask('2026-11-17', '2026-11-17', 'brugge'), world(), careful);
    expect(verdict.refusals).toMatchObject([{ code: 'TURNAROUND', occupancyId: 'cleaning', lastDay: '2026-11-17' }]);
    expect(judge([...monday, cleaning], ask('2026-11-18', '2026-11-18', 'brugge'), world(), careful).verdict).toBe('FREE_HERE');
  });

  it('is not booked where its own cleaning would run into the next loan', () => {
    const next = [stay('2026-11-19', '2026-11-19', 'brugge')];
    expect(codes(judge(next, ask('2026-11-18', '2026-11-18', 'brugge'), world(), careful).refusals)).toEqual(['TURNAROUND']);
    expect(judge(next, ask('2026-11-17', '2026-11-17', 'brugge'), world(), careful).verdict).toBe('FREE_HERE');
    // Without turn-around the neighbours may touch.
    expect(judge(next, ask('2026-11-18', '2026-11-18', 'brugge')).verdict).toBe('FREE_HERE');
  });

  it('goes on only after its cleaning, and comes before it is made ready', () => {
    const next = [stay('2026-11-20', '2026-11-20', 'kortrijk')];
    const { departure } = judge(next, ask('2026-11-17', '2026-11-17', 'brugge'), world(), careful);
    expect(show(departure!.earliest.packStart)).toBe('2026-11-19 08:00'); // the working day after the stay is the 18th
    const charged = kit({ turnaround: { before: { days: 1, hours: 0 }, after: { days: 0, hours: 0 } } });
    const { arrival } = judge([], ask('2026-11-19', '2026-11-19', 'ieper'), world(), charged);
    expect(show(arrival!.latest.ready)).toBe('2026-11-17 17:00');
  });

  it('needs the time to be made ready ahead', () => {
    const charged = kit({ turnaround: { before: { days: 3, hours: 0 }, after: { days: 0, hours: 0 } } });
    const soon = ask('2026-11-04', '2026-11-04', 'brugge'); // today is Monday the 2nd
    expect(judge([], soon, world(), charged).refusals).toMatchObject([
      { code: 'TOO_SHORT_NOTICE', available: '2', overridable: true },
    ]);
    expect(judge([], ask('2026-11-06', '2026-11-06', 'brugge'), world(), charged).verdict).toBe('FREE_HERE');
  });

  it('is refused with the name of the inspection and its date, unless one is planned before the stay', () => {
    const inspectionName = { nl: 'Keuring hefwerktuig', fr: 'x', en: 'x' };
    const lift = kit({ inspectionValidTo: '2026-11-16', inspectionName });
    const asked = ask('2026-11-18', '2026-11-18', 'brugge');
    expect(judge([], asked, world(), lift).refusals).toMatchObject([
      { code: 'INSPECTION_EXPIRED', lastDay: '2026-11-16', name: inspectionName },
    ]);
    const planned = (on: string, to = '2027-02-16') => ({ ...lift, inspectionPlannedOn: on, inspectionPlannedValidTo: to });
    const verdict = judge([], asked, world(), planned('2026-11-17'));
    expect([verdict.verdict, codes(verdict.warnings)]).toEqual(['FREE_HERE', ['INSPECTION_PLANNED']]);
    for (const wrong of [planned('2026-11-18'), planned('2026-11-01'), planned('2026-11-17', '2026-11-17')])
      expect(codes(judge([], asked, world(), wrong).refusals)).toEqual(['INSPECTION_EXPIRED']);
  });

  it('with a blocking defect is booked only after the day it is expected back', () => {
    const broken = kit({ blockedByDefect: true });
    const asked = ask('2026-11-18', '2026-11-18', 'brugge');
    expect(codes(judge([], asked, world(), broken).refusals)).toEqual(['UNIT_DEFECT']);
    expect(codes(judge([], asked, world(), { ...broken, defectUntil: '2026-11-18' }).refusals)).toEqual(['UNIT_DEFECT']);
    expect(judge([], asked, world(), { ...broken, defectUntil: '2026-11-17' }).verdict).toBe('FREE_HERE');
  });
});
