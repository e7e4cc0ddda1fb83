import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { officialMunicipalities } from './official-municipalities.ts';

const square = [
  [
    [3, 51],
    [3.1, 51],
    [3.1, 51.1],
    [3, 51.1],
    [3, 51],
  ],
];
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: square }) => ({
  type: 'Feature',
  properties,
  geometry,
});

function read(collection: object) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-boundaries-'));
  const file = path.join(folder, 'boundaries.geojson');
  fs.writeFileSync(file, JSON.stringify(collection));
  try {
    return officialMunicipalities(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe('a file of official boundaries', () => {
  it('gives each municipality its code, name and polygons, whatever its properties are called', () => {
    const features = [
      feature({ CD_MUNTY_REFNIS: '31005', TX_MUNTY_DESCR_NL: 'Brugge' }),
      feature({ nis: 36_015, naam: 'Roeselare' }, { type: 'MultiPolygon', coordinates: [square, square] }),
    ];
    expect(read({ type: 'FeatureCollection', features, attribution: 'Source: Statbel' })).toEqual({
      attribution: 'Statbel',
      municipalities: [
        { nis: '31005', name: 'Brugge', polygons: [square] },
        { nis: '36015', name: 'Roeselare', polygons: [square, square] },
      ],
    });
  });

  it('says when nobody is named as its source, and what is missing in it', () => {
    expect(read({ type: 'FeatureCollection', features: [feature({ nis: '1', name: 'x' })] }).attribution).toBe(
      'source not named',
    );
    expect(() => read({ type: 'FeatureCollection', features: [feature({ nis: '1' })] })).toThrow('none of the properties name');
    expect(() => read({ type: 'Feature' })).toThrow('not a GeoJSON FeatureCollection');
  });
});
