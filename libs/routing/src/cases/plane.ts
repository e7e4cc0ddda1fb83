import { createRandom } from '../engine/random.js';
import type { Matrix } from '../model/problem.js';

/** Draws by a seed: the same on every machine. */
export function createDraw(seed: number) {
  const random = createRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    random,
    below,
    between: (low: number, high: number) => low + below(high - low + 1),
    chance: (part: number) => random() < part,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
  };
}
export type Draw = ReturnType<typeof createDraw>;

export interface Spot {
  x: number;
  y: number;
}

/** Towns and what lies round them, in a plane of so many kilometres. */
export function scatter(draw: Draw, count: number, width: number, height: number): Spot[] {
  const towns = Array.from({ length: Math.ceil(count / 8) }, () => ({ x: draw.random() * width, y: draw.random() * height }));
  return Array.from({ length: count }, (_, at) => {
    if (at < towns.length) return towns[at]!;
    const town = draw.pick(towns);
    return { x: town.x + (draw.random() - 0.5) * 20, y: town.y + (draw.random() - 0.5) * 20 };
  });
}

/** Roads are a third longer than the straight line; durations in whole minutes at so many km/h, a little longer one way. */
export function roads(spots: readonly Spot[], kmPerHour: number, draw: Draw): Matrix {
  const size = spots.length;
  const distances = new Float64Array(size * size);
  const durations = new Float64Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) {
      if (from === to) continue;
      const [a, b] = [spots[from]!, spots[to]!];
      const km = 1.3 * Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
      distances[from * size + to] = Math.round(km * 10) / 10;
      durations[from * size + to] = Math.round((km / kmPerHour) * 60 * (1 + 0.1 * draw.random())) + 2;
    }
  return { size, distances, durations };
}
