import fs from 'node:fs';
import { createRequire } from 'node:module';
import { difference, intersection } from 'polyclip-ts';
import { feature } from 'topojson-client';
import { rectangle, type Polygons } from './geometry.ts';

type Bounds = [number, number, number, number];
type Topology = { objects: { countries: unknown } };

/** Belgium, France and the Netherlands inside `bounds`, and the sea that is left, from Natural Earth at 1:10 million. */
export function landAndSea(bounds: Bounds): { belgium: Polygons; neighbours: Polygons[]; sea: Polygons } {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(fs.readFileSync(file, 'utf8')) as Topology;
  const countries = feature(topology, topology.objects.countries).features;
  const [belgium, ...neighbours] = ['Belgium', 'France', 'Netherlands'].map((name) => {
    const geometry = countries.find((country) => country.properties.name === name)?.geometry;
    if (!geometry) throw new Error(`world-atlas has no country named ${name}`);
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Polygons;
    return intersection(
      polygons.filter((polygon) => touches(polygon[0] ?? [], bounds)),
      rectangle(bounds),
    );
  }) as [Polygons, ...Polygons[]];
  return { belgium, neighbours, sea: difference(rectangle(bounds), belgium, ...neighbours) };
}

function touches(ring: number[][], [west, south, east, north]: Bounds): boolean {
  const lons = ring.map((point) => point[0] as number);
  const lats = ring.map((point) => point[1] as number);
  return Math.min(...lons) <= east && Math.max(...lons) >= west && Math.min(...lats) <= north && Math.max(...lats) >= south;
}
