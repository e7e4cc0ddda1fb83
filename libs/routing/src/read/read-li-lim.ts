import { FileError } from '../model/errors.js';
import type { Problem, Shipment } from '../model/problem.js';
import { amountAt, linesOf, numbersOf, windowAt, wholeAt } from './lines.js';
import { planeMatrix, requireNumbered, type Point } from './points.js';

interface Task extends Point {
  demand: number;
  pickup: number;
  delivery: number;
}

/**
 * Reads a pickup-and-delivery instance in the format of Li & Lim (2003): `K Q speed`, then a line
 * `id x y demand ready due service pickup delivery` for the depot (0) and each stop. Fewest vehicles first, then the shortest way.
 * @throws {FileError} for the first line that is not so
 */
export function readLiLim(text: string): Problem {
  const [head, ...rows] = linesOf(text);
  if (!head) throw new FileError(1, 'the file is empty');
  const [vehicles, capacity, speed = 1] = numbersOf(head, 2);
  const count = wholeAt(head, vehicles, 'the number of vehicles', 1);
  amountAt(head, capacity, 'the capacity');
  // Travel times are the distances, whatever the third number says; the published values are reckoned so.
  amountAt(head, speed, 'the speed');

  const tasks = rows.map((line, at): Task => {
    const [id, x, y, demand, ready, due, service, pickup, delivery] = numbersOf(line, 9);
    requireNumbered(line, id!, at);
    return {
      line,
      x: x!,
      y: y!,
      demand: demand!,
      window: windowAt(line, ready!, due!),
      service: amountAt(line, service, 'the service time'),
      pickup: wholeAt(line, pickup, 'the pickup'),
      delivery: wholeAt(line, delivery, 'the delivery'),
    };
  });
  const depot = tasks[0];
  if (!depot) throw new FileError(head.number + 1, 'there is no depot');

  const paired = new Set<number>();
  const jobs: Shipment[] = [];
  tasks.forEach((task, at) => {
    if (at === 0 || task.delivery === 0) return;
    const other = tasks[task.delivery];
    if (!other || other.pickup !== at || other.delivery !== 0)
      throw new FileError(task.line.number, `its delivery ${task.delivery} does not name it as its pickup`);
    if (task.demand < 0 || other.demand !== -task.demand)
      throw new FileError(task.line.number, `its load of ${task.demand} is not what ${task.delivery} delivers, ${-other.demand}`);
    paired.add(at).add(task.delivery);
    jobs.push({
      kind: 'shipment',
      id: String(at),
      load: [task.demand],
      pickup: { location: at, service: task.service, windows: [task.window] },
      delivery: { location: task.delivery, service: other.service, windows: [other.window] },
    });
  });
  const lone = tasks.findIndex((_, at) => at > 0 && !paired.has(at));
  if (lone > 0) throw new FileError(tasks[lone]!.line.number, `stop ${lone} is neither a pickup nor the delivery of one`);

  return {
    matrices: [planeMatrix(tasks)],
    dimensions: ['load'],
    vehicles: Array.from({ length: count }, (_, at) => ({
      id: `vehicle ${at + 1}`,
      capacity: [capacity!],
      shifts: [{ start: 0, end: 0, window: depot.window }],
    })),
    jobs,
    objectives: ['vehicles', 'distance'],
  };
}
