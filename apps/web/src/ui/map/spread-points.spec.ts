import { spreadPoints, type Spot } from './spread-points.js';

const distance = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);

it('leaves spots alone that are far enough apart', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
  ];
  expect(spreadPoints(spots, 24)).toEqual(spots);
});

it('sets a dozen spots at one place apart, the first one unmoved and none far away', () => {
  const spread = spreadPoints(
    Array.from({ length: 12 }, () => ({ x: 100, y: 100 })),
    24,
  );
  expect(spread[0]).toEqual({ x: 100, y: 100 });
  for (const [index, spot] of spread.entries()) {
    expect(distance(spot, { x: 100, y: 100 })).toBeLessThanOrEqual(49);
    for (const other of spread.slice(index + 1)) expect(distance(spot, other)).toBeGreaterThanOrEqual(23.5);
  }
});
