import type { Problem, Vehicle, Visit } from '../model/problem.js';
import { createDraw, scatter } from './plane.js';

export const TOUR_TYPES = 12;
const KITS_PER_TYPE = 5;
const REQUESTS_PER_TYPE = 25;
const CENTRES = 40;
/** Half a year of working days. */
export const TOUR_DAYS = 130;

/**
 * 60 kits of twelve types and 300 requests for them in half a year: which ones, by which kit, when. A request is for a type, at
 * a centre, from some day within its window on; to move a kit to another centre takes a day. Days and kilometres.
 */
export function tourCase(seed = 1): Problem {
  const draw = createDraw(seed);
  const spots = scatter(draw, CENTRES, 90, 60);
  const cells = (of: (from: number, to: number) => number) =>
    Float64Array.from({ length: CENTRES ** 2 }, (_, at) => of(Math.floor(at / CENTRES), at % CENTRES));
  const vehicles: Vehicle[] = [];
  const jobs: Visit[] = [];
  for (let type = 0; type < TOUR_TYPES; type++) {
    for (let kit = 0; kit < KITS_PER_TYPE; kit++) {
      // Some come into use later, or are inspected at the end.
      const window = [draw.chance(0.2) ? draw.below(30) : 0, draw.chance(0.2) ? TOUR_DAYS - draw.below(30) : TOUR_DAYS] as const;
      vehicles.push({ id: `kit ${type}-${kit}`, skills: [`type ${type}`], shifts: [{ start: draw.below(CENTRES), window }] });
    }
    for (let request = 0; request < REQUESTS_PER_TYPE; request++) {
      const duration = draw.pick([5, 10, 15, 20, 25, 40]);
      // Everybody wants the weeks of spring.
      const earliest = Math.min(TOUR_DAYS - duration, Math.floor((draw.random() + draw.random()) * 0.5 * TOUR_DAYS));
      const latest = Math.min(TOUR_DAYS - duration, earliest + draw.pick([0, 2, 5, 10, 15]));
      jobs.push({
        kind: 'visit',
        id: `request ${type}-${request}`,
        skills: [`type ${type}`],
        prize: duration * draw.between(1, 4) + draw.below(10),
        place: { location: draw.below(CENTRES), service: duration, windows: [[earliest, latest]] },
      });
    }
  }
  const distance = (from: number, to: number) =>
    Math.round(13 * Math.sqrt((spots[from]!.x - spots[to]!.x) ** 2 + (spots[from]!.y - spots[to]!.y) ** 2)) / 10;
  const matrix = { size: CENTRES, distances: cells(distance), durations: cells((from, to) => (from === to ? 0 : 1)) };
  return { matrices: [matrix], vehicles, jobs, objectives: ['unserved', 'distance'] };
}
