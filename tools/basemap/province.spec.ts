import fs from 'node:fs';
import path from 'node:path';
import type { BaseMap, Point } from './base-map.ts';

const file = path.resolve('apps/web/public/basemap/province.json');
const map = JSON.parse(fs.readFileSync(file, 'utf8')) as BaseMap;

const inRing = ([x, y]: Point, ring: Point[]) =>
  ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] as Point;
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) ? !inside : inside;
  }, false);
const inside = (point: Point, rings: Point[][]) => rings.filter((ring) => inRing(point, ring)).length % 2 === 1;

describe('the base map that is served', () => {
  it('stays under 60 kB', () => {
    expect(fs.statSync(file).size).toBeLessThan(60_000);
  });

  it('names its sources in three languages', () => {
    expect(map.kind).toBe('schematic');
    for (const caption of Object.values(map.caption)) expect(caption).toMatch(/Natural Earth.*GeoNames, CC BY 4.0/);
    expect(Object.keys(map.caption)).toEqual(['nl', 'fr', 'en']);
  });

  it('has the 62 municipalities of 2025, each with a NIS code of its own', () => {
    expect(map.municipalities).toHaveLength(62);
    expect(new Set(map.municipalities.map(({ nis }) => nis)).size).toBe(62);
    for (const { name, rings } of map.municipalities) expect({ name, rings: rings.length }).not.toEqual({ name, rings: 0 });
  });

  it('keeps every ring open, of at least three points and inside its bounds', () => {
    const [west, south, east, north] = map.bounds;
    const rings = [...map.province, ...map.sea, ...map.land, ...map.municipalities.flatMap((each) => each.rings)];
    for (const ring of rings) {
      expect(ring.length).toBeGreaterThanOrEqual(3);
      expect(ring[0]).not.toEqual(ring.at(-1));
      for (const [x, y] of ring) expect(x >= west && x <= east && y >= south && y <= north).toBe(true);
    }
  });

  it('puts towns on land in the province, and the sea off the coast', () => {
    for (const { name, lon, lat } of map.towns)
      expect({ name, inside: inside([lon, lat], map.province) }).toEqual({ name, inside: true });
    const offshore: Point = [map.seaLabel.lon, map.seaLabel.lat];
    expect(inside(offshore, map.sea)).toBe(true);
    expect(inside(offshore, map.land)).toBe(false);
  });

  it('leaves Ghent, Lille and Komen out of the province', () => {
    const places: Point[] = [
      [3.72, 51.05],
      [3.06, 50.63],
      [3.0, 50.76],
    ];
    for (const place of places) expect(inside(place, map.province)).toBe(false);
  });

  it('draws the roads by the names on the signs', () => {
    expect(map.roads.map(({ name }) => name).sort()).toEqual(['A11', 'A19', 'E17', 'E40', 'E403']);
  });
});
