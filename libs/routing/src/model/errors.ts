export const PROBLEM_FAULTS = [
  'malformed',
  'not-a-number',
  'negative',
  'too-large',
  'duplicate-id',
  'unknown-location',
  'unknown-skill',
  'unknown-vehicle',
  'unknown-job',
  'unknown-profile',
  'unknown-objective',
  'bad-window',
  'bad-load',
  'bad-matrix',
  'bad-lock',
  'impossible',
] as const;
export type ProblemFault = (typeof PROBLEM_FAULTS)[number];

/** The problem makes no sense as given; `subject` names the job, vehicle or field. */
export class ProblemError extends Error {
  readonly fault: ProblemFault;
  readonly subject: string;

  constructor(fault: ProblemFault, subject: string, message: string) {
    super(`${subject}: ${message}`);
    this.name = 'ProblemError';
    this.fault = fault;
    this.subject = subject;
  }
}

/** A file that is not what its format says; `line` counts from 1. */
export class FileError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'FileError';
    this.line = line;
  }
}

/** The search itself could not be carried out, e.g. every worker died. */
export class SolverError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SolverError';
  }
}
