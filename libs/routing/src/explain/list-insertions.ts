import type { OutlineStop } from '../model/plan.js';
import type { Job, Shift } from '../model/problem.js';

/** What a job is put into: the stops of a shift, or when it is idle the breaks that it would have, by the hour. */
export function stopsOf(stops: readonly OutlineStop[] | undefined, shift: Shift): readonly OutlineStop[] {
  if (stops && stops.length > 0) return stops;
  const breaks = (shift.breaks ?? []).map(({ windows }, number) => ({
    number,
    opens: Math.min(...windows.map(([open]) => open)),
  }));
  return breaks.sort((a, b) => a.opens - b.opens).map(({ number }) => ({ kind: 'break', number }));
}

/** Every place for a job that moves no other stop: where its stops will stand, once they are in. */
export function* listInsertions(job: Job, stops: readonly OutlineStop[], shift: Shift): Generator<number[]> {
  const from = Math.min(shift.locked?.length ?? 0, stops.length);
  for (let first = from; first <= stops.length; first++) {
    if (job.kind === 'visit') {
      yield [first];
      continue;
    }
    for (let second = first + 1; second <= stops.length + 1; second++) {
      yield [first, second];
      // What was picked up goes off at a reload, so the delivery comes before it.
      if (stops[second - 1]?.kind === 'reload') break;
    }
  }
}

export function insertJob(job: Job, stops: readonly OutlineStop[], at: readonly number[]): OutlineStop[] {
  if (job.kind === 'visit') return stops.toSpliced(at[0], 0, { kind: 'visit', job: job.id });
  return stops.toSpliced(at[0], 0, { kind: 'pickup', job: job.id }).toSpliced(at[1], 0, { kind: 'delivery', job: job.id });
}
