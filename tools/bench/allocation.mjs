import { allocate, allocateExactly, randomContest, worthOf } from '@karavaan/domain';
import { machine, table } from './report.mjs';

const CASES = 100;

/** The quick allocation of request rounds against trying everything, on small random rounds. @param {(line: string) => void} log */
export async function benchAllocation(log) {
  const sizes = [8, 10, 12];
  const rows = sizes.map((requests) => {
    log(`${CASES} rounds of ${requests} requests`);
    return measure(Array.from({ length: CASES }, (_, at) => randomContest(1_000 + at, { requests, units: 1, days: 16 })));
  });
  const text = [
    `The allocation of a request round (\`allocate\`) against the best there is (\`allocateExactly\`, by trying everything), on ${CASES}`,
    'random rounds of each size: one kit, sixteen days, five organisations, caps in half of them. The gap is what is lost in points.',
    '',
    table([
      ['requests', 'as good as the best', 'mean gap', 'worst gap', 'quick', 'trying everything'],
      ...rows.map(({ optimal, meanGap, worstGap, quickMs, exactMs }, at) => [
        String(sizes[at]),
        `${optimal} of ${CASES}`,
        percent(meanGap),
        percent(worstGap),
        `${quickMs.toFixed(1)} ms`,
        `${exactMs.toFixed(1)} ms`,
      ]),
    ]),
    '',
    await machine(),
  ].join('\n');
  return { text, rows };
}

function measure(contests) {
  const gaps = [];
  let quickMs = 0;
  let exactMs = 0;
  for (const contest of contests) {
    const begun = performance.now();
    const quick = worthOf(contest.contenders, allocate(contest));
    const between = performance.now();
    const exact = worthOf(contest.contenders, allocateExactly(contest));
    quickMs += between - begun;
    exactMs += performance.now() - between;
    gaps.push(exact === 0 ? 0 : (exact - quick) / exact);
  }
  return {
    optimal: gaps.filter((gap) => gap === 0).length,
    meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    worstGap: Math.max(...gaps),
    quickMs: quickMs / contests.length,
    exactMs: exactMs / contests.length,
  };
}

const percent = (share) => `${(100 * share).toFixed(2)}%`;
