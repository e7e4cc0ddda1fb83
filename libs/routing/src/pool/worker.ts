import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { schedule } from '../engine/schedule.js';
import { explainUnserved } from '../explain/explain-unserved.js';
import type { Outline } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { combineRoutes } from '../partition/combine-routes.js';
import { compareLevels, levelsOf } from './compare.js';
import { mailCount, stopRequested } from './control.js';
import type { FromWorker, ToWorker } from './messages.js';
import { runSearch } from './run-search.js';
import { verify } from './verify.js';

const port = parentPort!;
let current: Problem | undefined;
const tell = (message: FromWorker) => port.postMessage(message, []);

port.on('message', async (message: ToWorker) => {
  // An incumbent that arrives between two searches was meant for one that has ended.
  try {
    if (message.type === 'search') search(message);
    else if (message.type === 'explain') explain(message);
    else if (message.type === 'combine') await combine(message);
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

async function combine({ best, routes, deadline, cells }: Extract<ToWorker, { type: 'combine' }>): Promise<void> {
  if (!current) return;
  const stopped = () => stopRequested({ cells });
  const outline = await combineRoutes(current, best, routes, { seconds: (deadline - Date.now()) / 1000, stopped });
  const plan = outline && schedule(current, outline);
  const better = plan && compareLevels(levelsOf(current, plan), best.levels) < 0;
  const fault = better ? verify(current, plan) : undefined;
  if (fault !== undefined) tell({ type: 'rejected', message: fault });
  const found = better && fault === undefined ? { outline, plan, levels: levelsOf(current, plan) } : undefined;
  tell({ type: 'combined', found });
}

function explain({ outline, deadline }: Extract<ToWorker, { type: 'explain' }>): void {
  if (current) tell({ type: 'explained', explanations: explainUnserved(current, outline, { deadline }) });
}

function search({ problem, order, cells }: Extract<ToWorker, { type: 'search' }>): void {
  const control = { cells };
  let read = 0;
  let iterations = 0;
  const mail = (): Outline | undefined => {
    if (mailCount(control) === read) return undefined;
    read = mailCount(control);
    let outline: Outline | undefined;
    for (let post = receiveMessageOnPort(port); post; post = receiveMessageOnPort(port)) {
      const message = post.message as ToWorker;
      if (message.type === 'elite') outline = message.outline;
    }
    return outline;
  };
  current = problem;
  const routes = runSearch(problem, order, {
    stopped: () => stopRequested(control),
    elite: mail,
    better: (found, done) => {
      iterations = done;
      tell({ type: 'better', found, iterations });
    },
    pace: (done, share, levels) => {
      iterations = done;
      tell({ type: 'pace', iterations, share, levels });
    },
    rejected: (message) => tell({ type: 'rejected', message }),
  });
  tell({ type: 'done', iterations, routes });
}
