import { createRandom } from './engine/random.js';
import type { Matrix, Problem, Shipment } from './model/problem.js';

/** Shipments of half an hour's leeway in a town of 100 by 100 minutes, and vans enough; the same for the same seed. */
export function townOf(shipments: number, seed = 1): Problem {
  const random = createRandom(seed);
  const size = 2 * shipments + 1;
  const places = Array.from({ length: size }, () => [Math.floor(random() * 100), Math.floor(random() * 100)] as const);
  const cells = Float64Array.from({ length: size * size }, (_, at) => {
    const [from, to] = [places[Math.floor(at / size)], places[at % size]];
    return Math.round(Math.hypot(from[0] - to[0], from[1] - to[1]));
  });
  const matrix: Matrix = { size, distances: cells, durations: cells };
  const jobs = Array.from({ length: shipments }, (_, at): Shipment => {
    const [pickup, delivery] = [2 * at + 1, 2 * at + 2];
    const ready = cells[pickup] + Math.floor(random() * 300);
    const due = ready + 10 + cells[pickup * size + delivery];
    return {
      kind: 'shipment',
      id: `s${at}`,
      load: [1 + Math.floor(random() * 3)],
      pickup: { location: pickup, service: 10, windows: [[ready, ready + 30]] },
      delivery: { location: delivery, service: 10, windows: [[due, due + 60]] },
    };
  });
  const vehicles = Array.from({ length: shipments }, (_, at) => ({
    id: `v${at}`,
    capacity: [6],
    fixedCost: 100,
    costPerDistance: 1,
    shifts: [{ start: 0, end: 0, window: [0, 1000] as const }],
  }));
  return { matrices: [matrix], vehicles, jobs, dimensions: ['pallets'] };
}
