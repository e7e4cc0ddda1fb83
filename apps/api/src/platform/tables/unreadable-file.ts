/** Why a file cannot be read as a table. */
export type FileProblem = 'EMPTY' | 'NOT_A_TABLE' | 'TOO_LARGE' | 'TOO_MANY_ROWS' | 'TOO_MANY_COLUMNS';

export class UnreadableFile extends Error {
  constructor(
    readonly problem: FileProblem,
    readonly most?: number,
  ) {
    super(problem);
  }
}

export const MOST_COLUMNS = 200;
