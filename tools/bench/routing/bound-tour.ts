// node tools/run.mjs tools/bench/routing/bound-tour.ts [<seconds per type>]: what the tour case can bring at most, kit type by
// kit type, into own-best.json. HiGHS proves the optimum of the flow; where it runs out of time, that of the flow in fractions.
import { TOUR_TYPES, tourCase } from '@karavaan/routing';
import highs from 'highs';
import { keepBound } from './own-best.ts';
import { tourFlow } from './tour-flow.ts';

/** The package's types stand for its CommonJS half, in which the function is one level deeper. */
const load = highs as unknown as typeof highs.default;

const seconds = Number(process.argv[2] ?? 60);
const problem = tourCase();
let bound = 0;
for (let type = 0; type < TOUR_TYPES; type++) {
  const begun = performance.now();
  const solve = async (whole: boolean) =>
    (await load()).solve(tourFlow(problem, `type ${type}`, whole), { time_limit: seconds, output_flag: false });
  const exact = await solve(true);
  const optimal = exact.Status === 'Optimal';
  // A little is forgiven, since prizes are whole numbers and the solver's are not quite.
  const most = Math.floor((optimal ? exact : await solve(false)).ObjectiveValue + 1e-4);
  bound += most;
  const elapsed = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`type ${type}: at most ${most} (${optimal ? 'optimum of the flow' : 'in fractions'}), ${elapsed} s`);
}
console.log(`all types: at most ${bound}`);
keepBound('tour', problem, { vehicles: problem.vehicles.length, value: bound });
