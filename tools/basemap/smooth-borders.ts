import { samePoint, round } from './geometry.ts';
import type { Point, Ring } from './base-map.ts';

const key = (point: Point) => point.join(' ');

/**
 * Rounds the corners of borders, the same way on both sides: the network of all rings is cut into arcs at the points
 * where three or more lines meet, each arc is smoothed once (Chaikin's corner cutting), and the rings are put together again.
 */
export function smoothBorders(groups: Ring[][], decimals: number): Ring[][] {
  const degrees = degreeOfPoints(groups.flat());
  return groups.map((rings) => rings.map((ring) => smoothRing(ring, (point) => degrees.get(key(point)) !== 2, decimals)));
}

function degreeOfPoints(rings: Ring[]): Map<string, number> {
  const neighbours = new Map<string, Set<string>>();
  const join = (from: Point, to: Point) => neighbours.set(key(from), (neighbours.get(key(from)) ?? new Set()).add(key(to)));
  for (const ring of rings) {
    for (const [index, point] of ring.entries()) {
      const next = ring[(index + 1) % ring.length] as Point;
      join(point, next);
      join(next, point);
    }
  }
  return new Map([...neighbours].map(([point, others]) => [point, others.size]));
}

function smoothRing(ring: Ring, isJunction: (point: Point) => boolean, decimals: number): Ring {
  const start = ring.findIndex(isJunction);
  if (start < 0) return ring;
  const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start] as Point];
  const smooth: Ring = [];
  let arc: Point[] = [];
  for (const point of turned) {
    arc.push(point);
    if (arc.length > 1 && isJunction(point)) {
      smooth.push(...cutCorners(arc, decimals).slice(0, -1));
      arc = [point];
    }
  }
  return smooth.filter((point, index) => !samePoint(point, smooth[(index + 1) % smooth.length] as Point));
}

function cutCorners(arc: Point[], decimals: number): Point[] {
  const at = (from: Point, to: Point, share: number): Point => [
    round(from[0] + (to[0] - from[0]) * share, decimals),
    round(from[1] + (to[1] - from[1]) * share, decimals),
  ];
  const inner = arc
    .slice(1, -1)
    .flatMap((corner, index) => [at(corner, arc[index] as Point, 0.25), at(corner, arc[index + 2] as Point, 0.25)]);
  return [arc[0] as Point, ...inner, arc.at(-1) as Point];
}
