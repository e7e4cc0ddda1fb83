import { explainUnserved } from '../explain/explain-unserved.js';
import type { Explanation } from '../explain/explanation.js';
import type { Outline } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import type { Lane } from './lane.js';

/** Lets a worker that has just searched this problem explain, so that the caller's thread stays free; here when there is none. */
export async function explainInLane(
  problem: Problem,
  outline: Outline,
  lane: Lane | undefined,
  deadline: number | undefined,
): Promise<Explanation[]> {
  if (!lane) return explainUnserved(problem, outline, { deadline });
  const answer = await new Promise<Explanation[] | undefined>((resolve) => {
    lane.listen((event) => {
      if (event.type === 'explained') resolve(event.explanations);
      else if (event.type === 'failed' || event.type === 'dead') resolve(undefined);
    });
    lane.send({ type: 'explain', outline, deadline });
  });
  return answer ?? explainUnserved(problem, outline, { deadline });
}
