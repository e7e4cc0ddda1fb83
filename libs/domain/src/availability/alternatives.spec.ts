import fc from 'fast-check';
import { dayOf } from '../values/brussels-time.js';
import { addDays, daysBetween } from '../values/days.js';
import { equalUnits, nearerSite, otherDates } from './alternatives.js';
import { availability, type Taken } from './unit-availability.js';
import { ask, kit, NOW, site, stay, world } from './world.fixture.js';

describe('other dates', () => {
  it('are the nearest before and after, of the same length, the nearer first', () => {
    const occupancies = [stay('2026-11-17', '2026-11-19', 'brugge')];
    expect(otherDates({ unit: kit(), occupancies }, ask('2026-11-17', '2026-11-18', 'brugge'), world())).toEqual([
      // The 13th to the 16th would end on Saturday, start on Sunday or touch the stay; so would the 20th to the 22nd.
      { kind: 'OTHER_DATES', unitId: 'kit-1', siteId: 'brugge', firstDay: '2026-11-12', lastDay: '2026-11-13', extraKm: 0 },
      { kind: 'OTHER_DATES', unitId: 'kit-1', siteId: 'brugge', firstDay: '2026-11-23', lastDay: '2026-11-24', extraKm: 0 },
    ]);
  });

  it('are never in the past', () => {
    const occupancies = [stay('2026-11-03', '2026-11-04', 'brugge')];
    const found = otherDates({ unit: kit(), occupancies }, ask('2026-11-03', '2026-11-03', 'brugge'), world());
    expect(found).toMatchObject([{ firstDay: '2026-11-05' }]);
  });

  it('are looked for within the horizon', () => {
    const occupancies = [stay('2026-11-03', '2026-12-11', 'brugge')];
    const asked = ask('2026-11-16', '2026-11-16', 'brugge');
    expect(otherDates({ unit: kit(), occupancies }, asked, world(), 20)).toEqual([]);
    expect(otherDates({ unit: kit(), occupancies }, asked, world(), 42)).toMatchObject([{ firstDay: '2026-12-14' }]);
  });

  it('keep room to travel', () => {
    const occupancies = [stay('2026-11-17', '2026-11-17', 'kortrijk')];
    const found = otherDates({ unit: kit(), occupancies }, ask('2026-11-17', '2026-11-17', 'brugge'), world());
    // Monday the 16th and Wednesday the 18th are needed to travel.
    expect(found.map(({ firstDay }) => firstDay)).toEqual(['2026-11-19', '2026-11-13']);
  });

  it('can be reserved as offered', () => {
    const stays = fc.array(fc.record({ offset: fc.nat(50), days: fc.integer({ min: 1, max: 5 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(stays, fc.nat(40), fc.integer({ min: 1, max: 4 }), (stays, offset, days) => {
        const occupancies: Taken[] = [];
        for (const each of stays) {
          const firstDay = addDays(dayOf(NOW), each.offset);
          const next = stay(firstDay, addDays(firstDay, each.days - 1), each.offset % 2 ? 'brugge' : 'ieper');
          if (occupancies.every((other) => other.end <= next.start || next.end <= other.start)) occupancies.push(next);
        }
        occupancies.sort((a, b) => a.start - b.start);
        const firstDay = addDays(dayOf(NOW), offset);
        const asked = ask(firstDay, addDays(firstDay, days - 1), 'brugge');
        for (const offer of otherDates({ unit: kit(), occupancies }, asked, world())) {
          expect(daysBetween(offer.firstDay, offer.lastDay)).toBe(days - 1);
          const verdict = availability(kit(), occupancies, ask(offer.firstDay, offer.lastDay, 'brugge'), world());
          expect(verdict.verdict).not.toBe('UNAVAILABLE');
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('equal units', () => {
  it('are those that are available, the fewest extra km first, without the unit itself', () => {
    const asked = ask('2026-11-17', '2026-11-17', 'brugge');
    const candidates = [
      { id: 'far', homeSiteId: 'veurne' },
      { id: 'same', homeSiteId: 'brugge' },
      { id: 'near', homeSiteId: 'kortrijk' },
      { id: 'broken', homeSiteId: 'brugge', inService: false },
      { id: 'third', homeSiteId: 'ieper' },
    ].map((facts) => ({ unitId: facts.id, availability: availability(kit(facts), [], asked, world()) }));
    expect(equalUnits(candidates, 'same', asked).map(({ unitId, extraKm }) => [unitId, extraKm])).toEqual([
      ['near', 20],
      ['third', 40],
    ]);
    expect(equalUnits(candidates, 'same', asked, 9).map(({ unitId }) => unitId)).toEqual(['near', 'third', 'far']);
  });
});

describe('a nearer site', () => {
  const occupancies = [stay('2026-11-16', '2026-11-17', 'kortrijk')];
  const asked = ask('2026-11-18', '2026-11-18', 'brugge');

  it('is the first of the offered where the kit can be', () => {
    expect(nearerSite({ unit: kit(), occupancies }, asked, world(), ['brugge', 'ieper', 'kortrijk'])).toEqual([
      { kind: 'NEARER_SITE', unitId: 'kit-1', siteId: 'kortrijk', firstDay: '2026-11-18', lastDay: '2026-11-18', extraKm: 0 },
    ]);
  });

  it('must fit the kit', () => {
    const around = world([site('kortrijk', { stepFree: false })]);
    expect(nearerSite({ unit: kit(), occupancies }, asked, around, ['ieper', 'kortrijk'])).toEqual([]);
  });

  it('is no answer for what never moves', () => {
    expect(nearerSite({ unit: kit({ mobility: 'FIXED' }), occupancies: [] }, asked, world(), ['kortrijk'])).toEqual([]);
  });
});
