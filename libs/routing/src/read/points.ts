import { FileError } from '../model/errors.js';
import type { Matrix } from '../model/problem.js';
import type { Line } from './lines.js';

/** A row of a file: a place in the plane, its window and the duration of service. */
export interface Point {
  line: Line;
  x: number;
  y: number;
  service: number;
  window: [open: number, close: number];
}

/** Euclidean distances, which are durations as well; `digits` decimals are kept and the rest cut off, or all are kept. */
export function planeMatrix(points: readonly Point[], digits?: number): Matrix {
  const size = points.length;
  const cells = new Float64Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < from; to++) {
      const [a, b] = [points[from]!, points[to]!];
      const distance = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
      cells[from * size + to] = cells[to * size + from] = digits === undefined ? distance : cut(distance, digits);
    }
  return { size, distances: cells, durations: cells };
}

/** 0.7 × 10 is a little less than 7: what is that close to a whole number is one. */
function cut(distance: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.floor(distance * unit + 1e-9) / unit;
}

/** Points by their number in the file, which must run on from 0. */
export function requireNumbered(line: Line, id: number, expected: number): void {
  if (id !== expected) throw new FileError(line.number, `the number of the point should be ${expected}, not ${id}`);
}
