import type { Matrix, Problem } from '../model/problem.js';

/** The problem with its matrices in memory that threads share, so that sending it to a worker copies only jobs and vehicles. */
export function shareProblem(problem: Problem): Problem {
  const shared = new Map<ArrayLike<number>, Float64Array>();
  const share = (cells: ArrayLike<number>) => {
    const known = shared.get(cells);
    if (known) return known;
    const copy = new Float64Array(new SharedArrayBuffer(cells.length * Float64Array.BYTES_PER_ELEMENT));
    copy.set(cells);
    shared.set(cells, copy);
    return copy;
  };
  const matrices: Matrix[] = problem.matrices.map(({ size, distances, durations }) => ({
    size,
    distances: share(distances),
    durations: share(durations),
  }));
  return { ...problem, matrices };
}
