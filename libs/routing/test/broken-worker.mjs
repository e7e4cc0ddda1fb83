// The worker of this library, except that the second of the pool meets with an accident as soon as it has a first result.
import { parentPort } from 'node:worker_threads';

/** Which one, set by the program that starts this one: 'none', 'exit', 'throw', or 'all-exit' for every worker at once. */
const { accident } = globalThis;
const post = parentPort.postMessage.bind(parentPort);
let unlucky = false;

parentPort.on('message', (message) => {
  if (message.type === 'search') unlucky = message.order.ladder === 1 || accident.startsWith('all-');
});
parentPort.postMessage = (message, transfer) => {
  const now = unlucky && (message.type === 'better' || accident === 'all-exit');
  if (now && accident.endsWith('exit')) process.exit(3);
  if (now && accident === 'throw') throw new Error('an accident in the search');
  post(message, transfer);
};

await import('../dist/pool/worker.js');
