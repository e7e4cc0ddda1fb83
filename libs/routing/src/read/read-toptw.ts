import { FileError } from '../model/errors.js';
import type { Problem, Visit } from '../model/problem.js';
import { amountAt, linesOf, numbersOf, windowAt, wholeAt } from './lines.js';
import { planeMatrix, requireNumbered, type Point } from './points.js';

interface Stop extends Point {
  profit: number;
}

export interface OrienteeringOptions {
  /** How many paths; what the file says when left out. */
  paths?: number;
  /** Decimals of the distances that are kept, the rest is cut off: 1 for the instances after Solomon, 2 for those of Cordeau. */
  digits: number;
}

/**
 * Reads a team-orienteering instance with time windows in the format of Righini & Salani: `k v N t`, a line that is not needed,
 * then `i x y service profit f a list… open close`, first where each path starts and ends. Most profit first, then the shortest way.
 * @throws {FileError} for the first line that is not so
 */
export function readToptw(text: string, { paths, digits }: OrienteeringOptions): Problem {
  const [head, , ...rows] = linesOf(text);
  if (!head) throw new FileError(1, 'the file is empty');
  const [, own, size] = numbersOf(head, 3);
  const count = paths ?? wholeAt(head, own, 'the number of paths', 1);
  const stops = rows.map((line, at): Stop => {
    const numbers = numbersOf(line, 7);
    const [id, x, y, service, profit] = numbers;
    requireNumbered(line, id!, at);
    return {
      line,
      x: x!,
      y: y!,
      service: amountAt(line, service, 'the service time'),
      profit: amountAt(line, profit, 'the profit'),
      window: windowAt(line, numbers.at(-2)!, numbers.at(-1)!),
    };
  });
  const start = stops[0];
  if (!start) throw new FileError(head.number + 2, 'there is no point to start from');
  if (stops.length !== size! + 1)
    throw new FileError(head.number, `promises ${size} points, and the file has ${stops.length - 1} beside the start`);
  return {
    matrices: [planeMatrix(stops, digits)],
    vehicles: Array.from({ length: count }, (_, at) => ({
      id: `path ${at + 1}`,
      shifts: [{ start: 0, end: 0, window: start.window }],
    })),
    jobs: stops.slice(1).map((stop, at): Visit => ({
      kind: 'visit',
      id: String(at + 1),
      prize: stop.profit,
      place: { location: at + 1, service: stop.service, windows: [stop.window] },
    })),
    objectives: ['unserved', 'distance'],
  };
}
