import { FileError } from '../model/errors.js';
import type { Problem, Visit } from '../model/problem.js';
import { amountAt, linesOf, numbersOf, windowAt, type Line } from './lines.js';
import { planeMatrix, requireNumbered, type Point } from './points.js';

interface Customer extends Point {
  demand: number;
}

/**
 * Reads a vehicle-routing instance with time windows in the format of Solomon (1987): a name; `VEHICLE`, `NUMBER CAPACITY` and
 * those two; `CUSTOMER`, a heading, then `id x y demand ready due service`, the depot first. Fewest vehicles first, then the
 * shortest way.
 * @throws {FileError} for the first line that is not so
 */
export function readSolomon(text: string): Problem {
  const lines = linesOf(text);
  const fleet = after(lines, /^VEHICLE/i, 2);
  const [count, capacity] = numbersOf(fleet, 2);
  if (!Number.isInteger(count) || count! < 1) throw new FileError(fleet.number, `the number of vehicles is ${count}`);
  amountAt(fleet, capacity, 'the capacity');
  const first = lines.indexOf(after(lines, /^CUSTOMER/i, 2));
  const customers = lines.slice(first).map((line, at): Customer => {
    const [id, x, y, demand, ready, due, service] = numbersOf(line, 7);
    requireNumbered(line, id!, at);
    return {
      line,
      x: x!,
      y: y!,
      demand: amountAt(line, demand, 'the demand'),
      window: windowAt(line, ready!, due!),
      service: amountAt(line, service, 'the service time'),
    };
  });
  return {
    matrices: [planeMatrix(customers)],
    dimensions: ['load'],
    vehicles: Array.from({ length: count! }, (_, at) => ({
      id: `vehicle ${at + 1}`,
      capacity: [capacity!],
      shifts: [{ start: 0, end: 0, window: customers[0]!.window }],
    })),
    jobs: customers.slice(1).map((customer, at): Visit => ({
      kind: 'visit',
      id: String(at + 1),
      deliver: [customer.demand],
      place: { location: at + 1, service: customer.service, windows: [customer.window] },
    })),
    objectives: ['vehicles', 'distance'],
  };
}

/** The line so many lines after a heading. */
function after(lines: readonly Line[], heading: RegExp, distance: number): Line {
  const at = lines.findIndex(({ text }) => heading.test(text));
  if (at < 0) throw new FileError(lines.at(-1)?.number ?? 1, `there is no heading ${heading.source.slice(1)}`);
  const line = lines[at + distance];
  if (!line) throw new FileError(lines.at(-1)!.number, `nothing follows the heading ${heading.source.slice(1)}`);
  return line;
}
