import fc from 'fast-check';
import { dayOf } from '../values/brussels-time.js';
import { addDays } from '../values/days.js';
import { equalUnits, nearerSite } from './alternatives.js';
import { availability, type Taken } from './unit-availability.js';
import { ask, kit, NOW, stay, world } from './world.fixture.js';

const PLACES = ['brugge', 'kortrijk', 'ieper', 'veurne'];
const around = world();

/** Diaries without overlaps, which may hold stays that the kit cannot have travelled between. */
const diary = fc
  .array(fc.record({ offset: fc.nat(30), days: fc.integer({ min: 1, max: 4 }), siteId: fc.constantFrom(...PLACES) }), {
    maxLength: 5,
  })
  .map((entries) => {
    const taken: Taken[] = [];
    for (const { offset, days, siteId } of entries) {
      const firstDay = addDays(dayOf(NOW), offset);
      const next = stay(firstDay, addDays(firstDay, days - 1), siteId);
      if (taken.every((each) => each.end <= next.start || next.end <= each.start)) taken.push(next);
    }
    return taken.sort((a, b) => a.start - b.start);
  });
const asked = fc
  .tuple(fc.nat(30), fc.nat(3), fc.constantFrom(...PLACES))
  .map(([offset, days, siteId]) => ask(addDays(dayOf(NOW), offset), addDays(dayOf(NOW), offset + days), siteId));

describe('what is offered', () => {
  it('as a nearer site is available there, and nothing that comes sooner in the order is', () => {
    let offered = 0;
    fc.assert(
      fc.property(diary, asked, (occupancies, ask) => {
        const unit = kit();
        const free = PLACES.filter(
          (siteId) =>
            siteId !== ask.siteId && availability(unit, occupancies, { ...ask, siteId }, around).verdict !== 'UNAVAILABLE',
        );
        const found = nearerSite({ unit, occupancies }, ask, around, PLACES);
        offered += found.length;
        expect(found.map(({ siteId }) => siteId)).toEqual(free.slice(0, 1));
      }),
      { numRuns: 300 },
    );
    expect(offered).toBeGreaterThan(50);
  });

  it('as an equal unit is available as asked, in the order of extra km', () => {
    fc.assert(
      fc.property(fc.array(diary, { minLength: 2, maxLength: 5 }), asked, (diaries, ask) => {
        const candidates = diaries.map((occupancies, at) => ({
          unitId: `kit-${at}`,
          availability: availability(kit({ id: `kit-${at}` }), occupancies, ask, around),
        }));
        const offers = equalUnits(candidates, 'kit-0', ask);
        const free = candidates.slice(1).filter(({ availability }) => availability.verdict !== 'UNAVAILABLE');
        expect(offers).toHaveLength(Math.min(2, free.length));
        const cheapest = free.map(({ availability }) => availability.extraKm).sort((a, b) => a - b);
        expect(offers.map(({ extraKm }) => extraKm)).toEqual(cheapest.slice(0, 2));
      }),
      { numRuns: 200 },
    );
  });
});
