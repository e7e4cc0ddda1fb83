import { ProblemError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import { validateProblem } from '../model/validate.js';

/**
 * Reads a problem in the library's own JSON, as `problem.schema.json` describes it.
 * @throws {ProblemError} for text that is no JSON, and for the first thing in it that makes no sense
 */
export function readProblem(text: string): Problem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ProblemError('malformed', 'problem', `is not JSON: ${(error as Error).message}`);
  }
  validateProblem(value);
  return value;
}
