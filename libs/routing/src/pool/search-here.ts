import type { Problem } from '../model/problem.js';
import type { Found, SearchOrder } from './messages.js';
import { runSearch } from './run-search.js';

interface Here {
  signal?: AbortSignal;
  report: (best: Found, iterations: number) => void;
}

/** One search in this thread; the signal counts when it is fired from within `report`. */
export function searchHere(problem: Problem, order: SearchOrder, { signal, report }: Here) {
  const faults: string[] = [];
  let best: Found | undefined;
  let iterations = 0;
  runSearch(problem, order, {
    stopped: () => signal?.aborted ?? false,
    elite: () => undefined,
    better: (found, done) => {
      best = found;
      iterations = done;
      report(found, done);
    },
    pace: (done) => {
      iterations = done;
      if (best) report(best, done);
    },
    rejected: (message) => faults.push(message),
  });
  return { best, iterations, faults };
}
