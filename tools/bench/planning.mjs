import {
  addDays,
  ASSUMED_OPENING_HOURS,
  compileCalendar,
  DEFAULT_TRANSPORT_SHIFT,
  holidayTable,
  instantAt,
} from '@karavaan/domain';
import { solve } from '@karavaan/routing';
import { searchTours } from '../../apps/api/dist/transport/planning/tours/plan-tours.js';
import { tripProblem } from '../../apps/api/dist/transport/planning/trips/trip-problem.js';
import { machine, table } from './report.mjs';

const MONDAY = '2027-01-04';
const SITES = 45;
const KITS = 60;
const TYPES = 12;

/**
 * The two questions of a planner at real size, through the program's own mapping: trips for two weeks in 20 s, tours for half a
 * year in 60 s; a second run with three times as long says whether waiting helps. @param {(line: string) => void} log
 */
export async function benchPlanning(log) {
  const town = makeTown(numbers(11));
  const trips = [];
  for (const seconds of [20, 60]) {
    log(`trips: ${seconds} s`);
    trips.push({ seconds, ...(await planTrips(town, seconds)) });
  }
  const tours = [];
  for (const seconds of [60, 180]) {
    log(`tours: ${seconds} s`);
    tours.push({ seconds, ...(await planTours(town, seconds)) });
  }
  const text = [
    `Problem A: the trips of two weeks for 300 legs of ${KITS} kits, by ten vans and twelve drivers.`,
    '',
    table([
      ['search', 'served', 'no van can', 'vans', 'days of a van', 'km', 'hours driven', 'cost with crews', 'first whole plan'],
      ...trips.map((each) =>
        [
          `${each.seconds} s`,
          `${each.served} of 300`,
          each.impossible,
          each.vans,
          each.days,
          each.km,
          each.hours,
          each.cost,
          each.first,
        ].map(String),
      ),
    ]),
    '',
    `Problem B: tours of ${KITS} kits for 300 requests in six months, every stay checked by the availability function.`,
    '',
    table([
      ['search', 'took', 'served', 'of their worth', 'extra km'],
      ...tours.map((each) =>
        [`${each.seconds} s`, `${each.took} s`, `${each.served} of 300`, `${each.worth}%`, each.km].map(String),
      ),
    ]),
    '',
    await machine(),
  ].join('\n');
  return { text, rows: { trips, tours } };
}

async function planTrips({ calendar, transport, travel }, seconds) {
  const legs = Array.from({ length: 300 }, (_, at) => {
    const from = 1 + ((at * 7) % (SITES - 1));
    const to = 1 + ((at * 13 + 5) % (SITES - 1));
    const begin = (at * 3) % 11;
    const day = addDays(MONDAY, begin);
    return {
      id: `leg-${at}`,
      fromSiteId: String(from),
      toSiteId: String(to === from ? (to % (SITES - 1)) + 1 : to),
      period: { start: instantAt(day, '08:00'), end: instantAt(addDays(day, 2 + (at % 4)), '17:00') },
      volumeM3: 0.5 + (at % 8) * 0.5,
      massKg: 40 + (at % 9) * 45,
      tailLift: at % 6 === 0,
      twoPersons: at % 15 === 0,
      loadMinutes: 20 + (at % 3) * 10,
      unloadMinutes: 20 + (at % 4) * 10,
      usualWeekdays: [1 + (to % 5)],
    };
  });
  const vans = Array.from({ length: 10 }, (_, at) => ({
    id: `van-${at}`,
    depotSiteId: String(at % 3 === 0 ? 0 : 1 + at * 4),
    volumeM3: at % 3 === 0 ? 20 : 12,
    payloadKg: at % 3 === 0 ? 1_100 : 900,
    tailLift: at % 3 === 0,
    licence: 'B',
    centsPerKm: 45,
    centsPerHour: 3_800,
    away: [],
  }));
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:00', to: '17:00' }));
  const drivers = Array.from({ length: 12 }, (_, at) => ({ id: `driver-${at}`, licences: ['B'], hours, away: [] }));
  const question = {
    legs,
    vans,
    drivers,
    fixed: [],
    firstDay: MONDAY,
    lastDay: addDays(MONDAY, 13),
    transport,
    calendar,
    travel,
  };
  const { problem, impossible, read } = tripProblem(question);
  let first = null;
  const solution = await solve(problem, {
    timeLimit: seconds * 1_000,
    seed: 1,
    explain: false,
    onProgress: ({ plan, elapsed }) => {
      if (first === null && plan.missing === 0) first = `${(elapsed / 1000).toFixed(1)} s`;
    },
  });
  const planned = read(solution.plan);
  return {
    served: planned.reduce((sum, { stops }) => sum + stops.length / 2, 0),
    impossible: impossible.length,
    vans: new Set(planned.map(({ vanId }) => vanId)).size,
    days: planned.length,
    km: Math.round(planned.reduce((sum, { km }) => sum + km, 0)),
    hours: Math.round(planned.reduce((sum, { driveMinutes }) => sum + driveMinutes, 0) / 60),
    cost: `€ ${Math.round(solution.plan.terms.cost / 100)}`,
    first: first ?? 'none',
  };
}

async function planTours({ facts, transport, travel }, seconds) {
  const draw = numbers(3);
  const units = Array.from({ length: KITS }, (_, at) => ({ unit: kit(`kit-${at}`, String(draw(SITES))), occupancies: [] }));
  const wishes = Array.from({ length: 300 }, (_, at) => {
    const type = at % TYPES;
    const days = [5, 5, 3, 12, 19, 26][draw(6)];
    // A stay begins on a Monday, or with three days on any day that leaves it whole; everybody wants the spring.
    const week = Math.floor((draw(26) + draw(26)) / 2);
    const weeks = 1 + draw(4);
    const firstDays = Array.from({ length: weeks }, (_each, off) => week + off)
      .flatMap((each) => (days === 3 ? [0, 1, 2] : [0]).map((on) => addDays(MONDAY, 7 * each + on)))
      .filter((day) => transport.isOpen(day) && transport.isOpen(addDays(day, days - 1)));
    const unitIds = units.filter((_unit, each) => each % TYPES === type).map(({ unit }) => unit.id);
    return { id: `wish-${at}`, siteId: String(draw(SITES)), days, groupSize: null, worth: 100 + draw(80), firstDays, unitIds };
  });
  const world = { site: facts, travel, transport, noticeDays: 3 };
  const weights = { fairness: 'SOME', access: 'SOME', groups: 'SOME', distance: 'SOME', idle: 'SOME' };
  const begun = performance.now();
  const { stays } = await searchTours(
    { wishes, units, world, now: instantAt(addDays(MONDAY, -30), '09:00') },
    { firstDay: MONDAY, lastDay: addDays(MONDAY, 7 * 30), weights, seconds, seed: 1 },
    { signal: new AbortController().signal, progress: () => undefined },
  );
  const all = wishes.reduce((sum, { worth }) => sum + worth, 0);
  const worth = new Map(wishes.map((wish) => [wish.id, wish.worth]));
  return {
    took: ((performance.now() - begun) / 1000).toFixed(1),
    served: stays.length,
    worth: ((100 * stays.reduce((sum, { wishId }) => sum + worth.get(wishId), 0)) / all).toFixed(1),
    km: Math.round(stays.reduce((sum, { extraKm }) => sum + extraKm, 0)),
  };
}

/** Sites in a province of 90 by 60 km, open on working days but for Easter Monday. */
function makeTown(draw) {
  const names = { nl: 'x', fr: 'x', en: 'x' };
  const closed = holidayTable([{ kind: 'PUBLIC', firstDay: '2027-03-29', lastDay: '2027-03-29', names }]);
  const open = compileCalendar({ openingHours: ASSUMED_OPENING_HOURS, closedInSchoolHolidays: false }, closed);
  const transport = compileCalendar({ openingHours: DEFAULT_TRANSPORT_SHIFT, closedInSchoolHolidays: false }, closed);
  const spots = Array.from({ length: SITES }, () => [draw(90), draw(60)]);
  const travel = (from, to) => {
    const [a, b] = [spots[Number(from)], spots[Number(to)]];
    const km = 1.33 + 1.2 * Math.hypot(a[0] - b[0], a[1] - b[1]);
    return { km: Math.round(km * 10) / 10, minutes: Math.ceil(5 + km), source: 'bench' };
  };
  const facts = (id) => ({
    id,
    calendar: open,
    validFrom: null,
    validTo: null,
    powerSupplies: null,
    floorAreaM2: null,
    stepFree: null,
    maxGroupSize: null,
  });
  return { travel, transport, calendar: () => open, facts };
}

function kit(id, homeSiteId) {
  const needs = {
    powerNeed: 'NONE',
    powerBasis: 'KNOWN',
    floorM2: 1,
    floorBasis: 'KNOWN',
    needsStepFreeAccess: false,
    massBasis: 'KNOWN',
    maxParticipants: 20,
    participantsBasis: 'KNOWN',
  };
  return {
    id,
    mobility: 'MOBILE',
    homeSiteId,
    inService: true,
    inspectionValidTo: null,
    inspectionDuty: false,
    packMinutes: 45,
    setupMinutes: 60,
    needs,
  };
}

/** Numbers below a bound that follow from a seed. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}
