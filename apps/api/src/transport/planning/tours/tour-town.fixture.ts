import {
  addDays,
  ASSUMED_OPENING_HOURS,
  Board,
  compileCalendar,
  type Day,
  DEFAULT_TRANSPORT_SHIFT,
  holidayTable,
  instantAt,
  type TourWish,
  type UnitWithTime,
  type World,
} from '@karavaan/domain';

const FIRST = '2027-01-04';
const SITES = 5;

/** Numbers that follow from a seed. */
export function numbers(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Five sites on a line, some kits, some wishes for about three weeks: small enough to try everything. */
export function tourTown(seed: number, { kits = 2, wishes = 5, days = 18 } = {}) {
  const draw = numbers(seed * 7_919);
  const table = holidayTable([
    { kind: 'PUBLIC', firstDay: addDays(FIRST, 8), lastDay: addDays(FIRST, 8), names: { nl: 'x', fr: 'x', en: 'x' } },
  ]);
  const open = compileCalendar({ openingHours: ASSUMED_OPENING_HOURS, closedInSchoolHolidays: false }, table);
  const world: World = {
    site: (id) => ({
      id,
      calendar: open,
      validFrom: null,
      validTo: null,
      powerSupplies: null,
      floorAreaM2: null,
      stepFree: null,
      maxGroupSize: null,
    }),
    travel: (from, to) => {
      const km = 20 * Math.abs(Number(from) - Number(to));
      return { km, minutes: km, source: 'test' };
    },
    transport: compileCalendar({ openingHours: DEFAULT_TRANSPORT_SHIFT, closedInSchoolHolidays: false }, table),
    noticeDays: 3,
  };
  const units = Array.from({ length: kits }, (_, at): UnitWithTime => ({
    unit: {
      id: `kit-${at}`,
      mobility: 'MOBILE',
      homeSiteId: String(draw(SITES)),
      inService: true,
      inspectionValidTo: null,
      inspectionDuty: false,
      packMinutes: 45,
      setupMinutes: 60,
      needs: {
        powerNeed: 'NONE',
        powerBasis: 'KNOWN',
        floorM2: 1,
        floorBasis: 'KNOWN',
        needsStepFreeAccess: false,
        massBasis: 'KNOWN',
        maxParticipants: 20,
        participantsBasis: 'KNOWN',
      },
    },
    occupancies: [],
  }));
  const now = instantAt(addDays(FIRST, -30), '09:00');
  const wanted = Array.from({ length: wishes }, (_, at): TourWish => {
    const length = 1 + draw(4);
    const from = draw(days - length);
    const firstDays = Array.from({ length: 1 + draw(6) }, (_each, off) => addDays(FIRST, from + off)).filter(
      (day) => open.isOpen(day) && open.isOpen(addDays(day, length - 1)),
    );
    const unitIds = units.map(({ unit }) => unit.id).filter(() => draw(4) > 0);
    return {
      id: `wish-${at}`,
      siteId: String(draw(SITES)),
      days: length,
      groupSize: null,
      worth: 100 + draw(90),
      firstDays,
      unitIds,
    };
  });
  return { wishes: wanted, units, world, now, firstDay: FIRST as Day, lastDay: addDays(FIRST, days + 8) };
}

/** The most that can be served, by trying every wish on every kit and day. */
export function bestByTrying({ wishes, units, world, now }: ReturnType<typeof tourTown>): number {
  const board = new Board(units, world, now);
  let best = 0;
  const left = wishes.map((_, at) => wishes.slice(at).reduce((sum, { worth }) => sum + worth, 0));
  const descend = (at: number, worth: number): void => {
    if (worth > best) best = worth;
    if (at === wishes.length || worth + left[at]! <= best) return;
    const wish = wishes[at]!;
    for (const unitId of wish.unitIds)
      for (const firstDay of wish.firstDays) {
        if (!board.put(wish, { unitId, firstDay })) continue;
        descend(at + 1, worth + wish.worth);
        board.lift(wish.id);
      }
    descend(at + 1, worth);
  };
  descend(0, 0);
  return best;
}
