import type { Point, Ring } from './base-map.ts';

/** Outer ring first, then holes; closed, as GeoJSON has them. */
export type Polygon = Point[][];
export type Polygons = Polygon[];

/** At 51° north a degree of longitude is this share of a degree of latitude. */
export const SQUEEZE = Math.cos((51 * Math.PI) / 180);

/** All rings of some polygons, rounded, open-ended, without the slivers that rounding leaves. */
export function toRings(polygons: Polygons, decimals: number): Ring[] {
  return polygons
    .flat()
    .map((ring) => roundRing(ring, decimals))
    .filter((ring) => ring.length >= 3 && Math.abs(ringArea(ring)) > 1e-5);
}

function roundRing(ring: Point[], decimals: number): Ring {
  const rounded = ring.map(([x, y]): Point => [round(x, decimals), round(y, decimals)]);
  return rounded.filter((point, index) => !samePoint(point, rounded[(index + 1) % rounded.length] as Point));
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

export function samePoint(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Signed, in square degrees. */
function ringArea(ring: Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Point;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** In square degrees; holes are turned the other way, so their signed areas subtract. */
export function areaOf(polygons: Polygons): number {
  return polygons.reduce((sum, polygon) => sum + Math.abs(polygon.reduce((area, ring) => area + ringArea(ring), 0)), 0);
}

export function rectangle([west, south, east, north]: [number, number, number, number]): Polygon {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}
