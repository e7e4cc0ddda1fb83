import { ProblemError } from './errors.js';
import { amountOf, countOf, fieldsOf, LARGEST } from './guards.js';

/** The number of locations. */
export function validateMatrices(matrices: readonly unknown[]): number {
  if (matrices.length === 0) throw new ProblemError('bad-matrix', 'matrices', 'there is none');
  let size: number | undefined;
  matrices.forEach((value, at) => {
    const subject = `matrices[${at}]`;
    const matrix = fieldsOf(value, subject, ['size', 'distances', 'durations']);
    const own = countOf(matrix.size, `${subject}.size`);
    size ??= own;
    if (own !== size) throw new ProblemError('bad-matrix', subject, `has ${own} locations and the first one ${size}`);
    validateCells(matrix.distances, `${subject}.distances`, size);
    validateCells(matrix.durations, `${subject}.durations`, size);
  });
  return size!;
}

function validateCells(value: unknown, subject: string, size: number): void {
  const cells = value as ArrayLike<unknown> | undefined;
  if (typeof cells !== 'object' || cells === null || cells.length !== size * size)
    throw new ProblemError('bad-matrix', subject, `should hold ${size} × ${size} numbers`);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    // A text that says where is put together only when it is needed.
    if (typeof cell === 'number' && cell >= 0 && cell <= LARGEST) continue;
    amountOf(cell, `${subject} from ${Math.floor(at / size)} to ${at % size}`);
  }
}
