import fc from 'fast-check';
import { airKm, DEFAULT_VAN_FACTOR, estimateTravel } from './travel.js';

const aPoint = fc.record({
  latitude: fc.double({ min: 50.7, max: 51.4, noNaN: true }),
  longitude: fc.double({ min: 2.5, max: 3.6, noNaN: true }),
});

/** Real pairs in the province: road km and car minutes by GraphHopper on OpenStreetMap. */
const PAIRS = [
  { a: [51.1014829, 2.8909046], b: [51.137544, 2.9199852], airKm: 4.49, roadKm: 6.37 },
  { a: [50.8688999, 3.4069354], b: [50.9168875, 3.3697163], airKm: 5.94, roadKm: 8.15 },
  { a: [51.1890772, 3.1422056], b: [51.1262334, 3.1663061], airKm: 7.19, roadKm: 9.46 },
] as const;
const point = ([latitude, longitude]: readonly [number, number]) => ({ latitude, longitude });

describe('estimated travel', () => {
  it.each(PAIRS)('is near the real $roadKm km', ({ a, b, airKm: air, roadKm }) => {
    expect(airKm(point(a), point(b))).toBeCloseTo(air, 1);
    expect(Math.abs(estimateTravel(point(a), point(b)).km - roadKm) / roadKm).toBeLessThan(0.06);
  });

  it('adds up: 1° of latitude is 111.2 km by air', () => {
    const travel = estimateTravel({ latitude: 50.5, longitude: 3 }, { latitude: 51.5, longitude: 3 });
    expect(travel.km).toBe(124.2); // 1.33 + 1.105 × 111.19 = 124.20
    expect(travel.minutes).toBe(133); // (4.0 + 0.858 × 124.20) × 1.2 = 132.67, up to whole minutes
    expect(travel.source).toBe('estimate');
  });

  it('never counts a move between two sites as zero, not even with equal coordinates', () => {
    const here = { latitude: 51.2, longitude: 3.2 };
    expect(estimateTravel(here, here)).toMatchObject({ km: 1.3, minutes: 7 }); // (4.0 + 0.858 × 1.33) × 1.2 = 6.17
  });

  it('takes the van factor as a setting', () => {
    const [a, b] = [point(PAIRS[0].a), point(PAIRS[0].b)];
    const car = estimateTravel(a, b, { vanFactor: 1 }).minutes;
    expect(estimateTravel(a, b).minutes).toBeGreaterThan(car);
    expect(DEFAULT_VAN_FACTOR).toBe(1.2);
  });

  it('is symmetric, and a detour is never shorter', () => {
    fc.assert(
      fc.property(aPoint, aPoint, aPoint, (a, b, c) => {
        expect(estimateTravel(a, b)).toEqual(estimateTravel(b, a));
        expect(estimateTravel(a, b).km + estimateTravel(b, c).km).toBeGreaterThanOrEqual(estimateTravel(a, c).km);
      }),
    );
  });
});
