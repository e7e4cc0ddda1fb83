import type { Job, Problem } from '../model/problem.js';
import { createDraw, roads, scatter } from './plane.js';

const DAY_MINUTES = 600;

/** So many tasks in a region on one day, half of them shipments, and vans enough; fewest vans first, then the shortest way. */
export function townCase(tasks: number, seed = 1): Problem {
  const draw = createDraw(seed);
  const shipments = Math.floor(tasks / 2);
  const spots = scatter(draw, 1 + shipments + tasks, 60, 60);
  const matrix = roads(spots, 50, draw);
  const leg = (from: number, to: number) => matrix.durations[from * matrix.size + to]!;
  const jobs = Array.from({ length: tasks }, (_, number): Job => {
    const load = [1 + draw.below(4)];
    const first = 1 + number;
    const open = leg(0, first) + draw.below(300);
    if (number >= shipments)
      return {
        kind: 'visit',
        id: `v${number}`,
        collect: load,
        place: { location: first, service: 8, windows: [[open, open + 60]] },
      };
    const second = 1 + tasks + number;
    const due = open + 8 + leg(first, second) + draw.below(30);
    return {
      kind: 'shipment',
      id: `s${number}`,
      load,
      pickup: { location: first, service: 8, windows: [[open, open + 60]] },
      delivery: { location: second, service: 8, windows: [[due, due + 90]] },
    };
  });
  const vehicles = Array.from({ length: Math.min(tasks, 20 + Math.ceil(tasks / 4)) }, (_, number) => ({
    id: `van ${number + 1}`,
    capacity: [20],
    shifts: [{ start: 0, end: 0, window: [0, DAY_MINUTES] as const }],
  }));
  return { matrices: [matrix], dimensions: ['pieces'], vehicles, jobs, objectives: ['vehicles', 'distance'] };
}
