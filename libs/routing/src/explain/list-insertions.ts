import type { OutlineStop } from '../model/plan.js';
import type { Job, Shift } from '../model/problem.js';

export interface Attempt {
  stops: OutlineStop[];
  at: number[];
}

/** Every order of stops that puts a job into a route without moving another; an idle shift gets its breaks too. */
export function* listInsertions(job: Job, stops: readonly OutlineStop[], shift: Shift): Generator<Attempt> {
  const from = Math.min(shift.locked?.length ?? 0, stops.length);
  if (stops.length > 0 || !shift.breaks?.length) {
    yield* listPlaces(job, stops, from);
    return;
  }
  const served: OutlineStop[] = job.kind === 'visit' ? [stopOf(job, 'visit')] : [stopOf(job, 'pickup'), stopOf(job, 'delivery')];
  for (const mixed of withBreaks(served, shift.breaks.length)) {
    const at = mixed.flatMap((stop, index) => (stop.kind === 'break' ? [] : [index]));
    yield { stops: mixed, at };
  }
}

function* listPlaces(job: Job, stops: readonly OutlineStop[], from: number): Generator<Attempt> {
  for (let first = from; first <= stops.length; first++) {
    if (job.kind === 'visit') {
      yield { stops: stops.toSpliced(first, 0, stopOf(job, 'visit')), at: [first] };
      continue;
    }
    const carrying = stops.toSpliced(first, 0, stopOf(job, 'pickup'));
    for (let second = first + 1; second <= carrying.length; second++) {
      yield { stops: carrying.toSpliced(second, 0, stopOf(job, 'delivery')), at: [first, second] };
      // What was picked up goes off at a reload, so the delivery comes before it.
      if (carrying[second]?.kind === 'reload') break;
    }
  }
}

/** The stops with breaks 0, 1, … in that order at any places. */
function* withBreaks(stops: readonly OutlineStop[], breaks: number, from = 0, number = 0): Generator<OutlineStop[]> {
  if (number === breaks) {
    yield [...stops];
    return;
  }
  for (let at = from; at <= stops.length; at++)
    yield* withBreaks(stops.toSpliced(at, 0, { kind: 'break', number }), breaks, at + 1, number + 1);
}

function stopOf(job: Job, kind: 'visit' | 'pickup' | 'delivery'): OutlineStop {
  return { kind, job: job.id };
}
