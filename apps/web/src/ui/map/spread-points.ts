export type Spot = { x: number; y: number };

const RINGS = [0, 1, 2, 3, 4];
const ANGLES = 8;

/**
 * Moves spots that would cover each other to the nearest free place around them; the first keeps its own.
 * Distances in pixels, O(n²) for the few dozen pins of a map.
 */
export function spreadPoints(spots: readonly Spot[], apart: number): Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) {
    const candidates = RINGS.flatMap((ring) =>
      Array.from({ length: ring === 0 ? 1 : ANGLES * ring }, (_, index) => {
        const angle = (index / (ANGLES * Math.max(1, ring))) * 2 * Math.PI;
        return { x: spot.x + Math.cos(angle) * ring * apart, y: spot.y + Math.sin(angle) * ring * apart };
      }),
    );
    const free = candidates.find((at) => placed.every((other) => Math.hypot(at.x - other.x, at.y - other.y) >= apart * 0.98));
    placed.push(free ?? spot);
  }
  return placed;
}
