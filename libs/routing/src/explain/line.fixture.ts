import type { Matrix, Problem, Vehicle, Visit } from '../model/problem.js';

/** Places 0, 1, 2, … along a road, a kilometre and a minute apart each. */
export function line(size: number): Matrix {
  const cells = Float64Array.from({ length: size * size }, (_, at) => Math.abs(Math.floor(at / size) - (at % size)));
  return { size, distances: cells, durations: cells };
}

/** A vehicle at place 0 from minute 0 to 100, a euro per kilometre. */
export function van(id: string, changes: Partial<Vehicle> = {}, shift: Partial<Vehicle['shifts'][number]> = {}): Vehicle {
  return { id, costPerDistance: 1, shifts: [{ start: 0, end: 0, window: [0, 100], ...shift }], ...changes };
}

export function visit(
  id: string,
  location: number,
  changes: Partial<Omit<Visit, 'place'>> & { place?: Partial<Visit['place']> } = {},
): Visit {
  return { ...changes, kind: 'visit', id, place: { location, ...changes.place } };
}

export function problemOf(changes: Partial<Problem>): Problem {
  return { matrices: [line(60)], vehicles: [van('van')], jobs: [], ...changes };
}
