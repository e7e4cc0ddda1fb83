import { addDays, daysBetween } from '../values/days.js';
import type { Contender, Contest } from './allocate.js';
import type { PlaceOption } from './place-options.js';

const START = '2027-01-04';

/** A random contest, for tests and for measuring: some organisations, kits and windows; stays of one kit at two sites need a day between them. */
export function randomContest(seed: number, { requests = 10, units = 2, days = 14 } = {}): Contest {
  let state = seed * 2_654_435_761;
  const whole = (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) % (most + 1)) >>> 0;
  };
  const contenders = Array.from({ length: requests }, (_, at): Contender => {
    const length = 1 + whole(3);
    const from = whole(days - length);
    const to = Math.min(days - length, from + whole(5));
    const siteId = `site-${whole(2)}`;
    const preferredFrom = from + whole(Math.max(0, to - from));
    const options: PlaceOption[] = [];
    for (let first = from; first <= to; first++)
      for (let unit = 0; unit < units; unit++)
        options.push({
          unitId: `kit-${unit}`,
          siteId,
          firstDay: addDays(START, first),
          lastDay: addDays(START, first + length - 1),
          extraKm: 0,
          preferred: first === preferredFrom,
        });
    options.sort((a, b) => Number(b.preferred) - Number(a.preferred));
    const extra = whole(90);
    return {
      id: `request-${at}`,
      organisationId: `organisation-${whole(4)}`,
      worth: { base: 100, served: extra, access: 0, group: 0, total: 100 + extra },
      options,
    };
  });
  const caps = { placements: whole(2) === 0 ? 2 : null, days: whole(2) === 0 ? 6 : null };
  return { contenders, caps, fits: apart, seed };
}

/** Neither overlaps, and between two sites lies a day. */
export function apart(a: PlaceOption, b: PlaceOption): boolean {
  const [first, second] = a.firstDay <= b.firstDay ? [a, b] : [b, a];
  return daysBetween(first.lastDay, second.firstDay) > (a.siteId === b.siteId ? 0 : 1);
}
