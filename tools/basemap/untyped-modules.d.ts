declare module 'd3-delaunay' {
  export class Delaunay {
    static from(points: Iterable<readonly [number, number]>): Delaunay;
    voronoi(bounds: [number, number, number, number]): { cellPolygon(index: number): [number, number][] };
  }
}

declare module 'topojson-client' {
  import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
  export function feature(topology: unknown, object: unknown): FeatureCollection<Polygon | MultiPolygon, { name: string }>;
}
