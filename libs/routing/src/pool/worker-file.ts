import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SolverError } from '../model/errors.js';

/**
 * The compiled worker. Tests run the sources, which Node cannot start a thread from, so they too use what was built.
 * @throws {SolverError} when the library has not been built
 */
export function workerFile(from = import.meta.url): URL {
  const file = new URL(from.endsWith('.ts') ? '../../dist/pool/worker.js' : './worker.js', from);
  if (!fs.existsSync(fileURLToPath(file)))
    throw new SolverError(`There is no ${fileURLToPath(file)}: workers run the built library, so run \`npm run build\` first.`);
  return file;
}
