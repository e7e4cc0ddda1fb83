import fs from 'node:fs';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Polygons } from './geometry.ts';
import type { Municipality } from './voronoi-municipalities.ts';

type Properties = Record<string, unknown>;
export type OfficialMunicipalities = { municipalities: Municipality[]; attribution: string };

/**
 * Municipal boundaries from a GeoJSON file of (multi)polygons in degrees, whose properties hold a NIS code and a name
 * (`nis`, `nis_code`, `CD_MUNTY_REFNIS`; `name`, `name_nl`, `TX_MUNTY_DESCR_NL`). Its top-level `attribution` names the source.
 */
export function officialMunicipalities(file: string): OfficialMunicipalities {
  const collection = JSON.parse(fs.readFileSync(file, 'utf8')) as FeatureCollection<Polygon | MultiPolygon, Properties> & {
    attribution?: string;
  };
  if (collection.type !== 'FeatureCollection' || collection.features.length === 0)
    throw new Error(`${file} is not a GeoJSON FeatureCollection with features`);
  // The caption says itself that it names a source.
  const attribution = collection.attribution?.replace(/^(source|bron)\s*:\s*/i, '') ?? 'source not named';
  return { municipalities: collection.features.map(municipality), attribution };
}

function municipality({ properties, geometry }: Feature<Polygon | MultiPolygon, Properties>): Municipality {
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Polygons;
  return {
    nis: text(properties, ['nis', 'nis_2025', 'nis_code', 'CD_MUNTY_REFNIS']),
    name: text(properties, ['name', 'name_nl', 'naam', 'TX_MUNTY_DESCR_NL']),
    polygons,
  };
}

function text(properties: Properties, names: string[]): string {
  const found = names.map((name) => properties[name]).find((value) => value !== undefined && value !== null);
  if (found === undefined) throw new Error(`a municipality has none of the properties ${names.join(', ')}`);
  return String(found);
}
