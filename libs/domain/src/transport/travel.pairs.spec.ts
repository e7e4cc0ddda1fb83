import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { estimateTravel } from './travel.js';

const relative = (estimate: number, real: number) => Math.abs(estimate - real) / real;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
/**
 * Places, their coordinates, road km and car minutes: facts from the public belgium-road n500 k20 data sets of
 * OptaPlanner (GraphHopper on OpenStreetMap), every third of 40 pairs in West Flanders by distance.
 */
const [, ...rows] = fs
  .readFileSync(path.join(import.meta.dirname, 'real-journeys.csv'), 'utf8')
  .trim()
  .split('\n');
const journeys = rows.map((row) => {
  const [, latitude, longitude, , toLatitude, toLongitude, roadKm, carMinutes] = row.split(',').map(Number);
  const a = { latitude: latitude!, longitude: longitude! };
  const b = { latitude: toLatitude!, longitude: toLongitude! };
  return {
    travel: estimateTravel(a, b),
    byCar: estimateTravel(a, b, { vanFactor: 1 }),
    roadKm: roadKm!,
    carMinutes: carMinutes!,
  };
});

describe('estimates against real journeys', () => {
  it('are off by less than 4.5 % of the km on average', () => {
    expect(mean(journeys.map(({ travel, roadKm }) => relative(travel.km, roadKm)))).toBeLessThan(0.045);
  });

  it('are off by less than 11 % of the minutes of a car on average', () => {
    expect(mean(journeys.map(({ byCar, carMinutes }) => relative(byCar.minutes, carMinutes)))).toBeLessThan(0.11);
  });

  it('never promise a van that is faster than a car', () => {
    for (const { travel, byCar } of journeys) expect(travel.minutes).toBeGreaterThan(byCar.minutes);
  });

  it('never make a detour faster', () => {
    const aPoint = fc.record({
      latitude: fc.double({ min: 50.7, max: 51.4, noNaN: true }),
      longitude: fc.double({ min: 2.5, max: 3.6, noNaN: true }),
    });
    fc.assert(
      fc.property(aPoint, aPoint, aPoint, (a, b, c) => {
        const direct = estimateTravel(a, c).minutes;
        expect(estimateTravel(a, b).minutes + estimateTravel(b, c).minutes).toBeGreaterThanOrEqual(direct);
      }),
    );
  });
});
