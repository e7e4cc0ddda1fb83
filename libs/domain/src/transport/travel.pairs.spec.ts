import fc from 'fast-check';
import { REAL_JOURNEYS } from './real-journeys.fixture.js';
import { estimateTravel } from './travel.js';

const relative = (estimate: number, real: number) => Math.abs(estimate - real) / real;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const journeys = REAL_JOURNEYS.map(([, latitude, longitude, , toLatitude, toLongitude, roadKm, carMinutes]) => {
  const [a, b] = [
    { latitude, longitude },
    { latitude: toLatitude, longitude: toLongitude },
  ];
  return { travel: estimateTravel(a, b), byCar: estimateTravel(a, b, { vanFactor: 1 }), roadKm, carMinutes };
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
