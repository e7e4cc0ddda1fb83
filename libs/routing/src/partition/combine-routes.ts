import { schedule } from '../engine/schedule.js';
import type { Outline, Plan } from '../model/plan.js';
import { TERMS, type Job, type Problem } from '../model/problem.js';
import { chooseColumns, type ChooseLimits, type Column } from './choose-columns.js';
import { groupShifts, type Grouping } from './group-shifts.js';
import type { SeenRoute } from './route-pool.js';
import { weighTerms, type Weights } from './weigh-terms.js';

/**
 * The best plan that can be put together from routes seen, or undefined when none was found in time. Often it is the incumbent
 * again, and best only by weighed terms: the caller compares and checks.
 */
export async function combineRoutes(
  problem: Problem,
  incumbent: { outline: Outline; plan: Plan },
  seen: Iterable<SeenRoute>,
  limits: ChooseLimits,
): Promise<Outline | undefined> {
  const begun = performance.now();
  const grouping = groupShifts(problem);
  const own = incumbent.outline.routes.filter((route) => route.stops.some((stop) => 'job' in stop));
  const plans = new Map([...own, ...seen].map((route) => [route, schedule(problem, { routes: [route] })]));
  const weights = weighTerms(problem, incumbent.plan, [...plans.values()]);
  const { columns, routes, start } = listColumns(problem, own, plans, grouping, weights);
  const selection = {
    columns,
    groups: grouping.groups,
    leaveCosts: problem.jobs.map((job) => leaveCost(job, weights)),
    vehicleCosts: grouping.linked.map((id) => vehicleCost(problem, id, weights)),
    start,
  };
  const spent = (performance.now() - begun) / 1000;
  const seconds = limits.seconds === undefined ? undefined : limits.seconds - spent;
  if (seconds !== undefined && seconds <= 0) return undefined;
  const chosen = await chooseColumns(selection, { ...limits, seconds });
  return (
    chosen && {
      routes: assignShifts(
        chosen.map((at) => routes[at]),
        grouping,
      ),
    }
  );
}

function leaveCost(job: Job, { missing, terms }: Weights): number {
  const promise = job.published ? (job.changeCost ?? 1) : 0;
  const loss = job.prize === undefined ? missing * (job.priority ?? 1) : terms.unserved * job.prize;
  return loss + terms.change * promise;
}

function vehicleCost(problem: Problem, id: string, { terms }: Weights): number {
  const { fixedCost = 0 } = problem.vehicles.find((vehicle) => vehicle.id === id)!;
  return terms.vehicles + terms.cost * fixedCost;
}

/** Of routes that serve the same jobs for the same group only the cheapest. */
function listColumns(
  problem: Problem,
  own: readonly SeenRoute[],
  plans: ReadonlyMap<SeenRoute, Plan>,
  grouping: Grouping,
  weights: Weights,
) {
  const number = new Map(problem.jobs.map((job, at) => [job.id, at]));
  const empty = schedule(problem, { routes: [] });
  const best = new Map<string, { column: Column; route: SeenRoute }>();
  const keys = new Map<SeenRoute, string>();
  for (const [route, plan] of plans) {
    const group = grouping.groupOf(route.vehicle, route.shift);
    const tasks = [...new Set(route.stops.flatMap((stop) => ('job' in stop ? [number.get(stop.job)!] : [])))].sort(
      (a, b) => a - b,
    );
    if (tasks.length === 0) continue;
    const cost = costOf(problem, route, plan, empty, weights, grouping.groups[group].vehicle !== undefined);
    const key = `${group}:${tasks.join()}`;
    keys.set(route, key);
    const known = best.get(key);
    if (!known || cost < known.column.cost) best.set(key, { column: { tasks, group, cost }, route });
  }
  const kept = [...best.values()];
  const at = new Map([...best.keys()].map((key, index) => [key, index]));
  return {
    columns: kept.map(({ column }) => column),
    routes: kept.map(({ route }) => route),
    start: own.map((route) => at.get(keys.get(route)!)!),
  };
}

/** What the plan with this route alone costs more than the empty one, the prizes and promises of its jobs set aside. */
function costOf(problem: Problem, route: SeenRoute, { terms }: Plan, empty: Plan, weights: Weights, linked: boolean): number {
  let cost = 0;
  for (const term of TERMS) if (term !== 'unserved' && term !== 'change') cost += weights.terms[term] * terms[term];
  // Kept promises: `terms.change` counts all jobs, those of other routes as left out.
  cost += weights.terms.change * (terms.change - empty.terms.change + promised(problem, route));
  return linked ? cost - vehicleCost(problem, route.vehicle, weights) : cost;
}

/** What leaving this route's jobs out would break of promises: the choice pays that for jobs it leaves, so not twice. */
function promised(problem: Problem, route: SeenRoute): number {
  const served = new Set(route.stops.flatMap((stop) => ('job' in stop ? [stop.job] : [])));
  return problem.jobs.reduce((sum, job) => sum + (served.has(job.id) && job.published ? (job.changeCost ?? 1) : 0), 0);
}

/** Each route stays with its own shift where it can; others of the same kind take what is left. */
function assignShifts(routes: readonly SeenRoute[], grouping: Grouping): SeenRoute[] {
  const taken = new Set<string>();
  const keyOf = ({ vehicle, shift }: { vehicle: string; shift: number }) => `${shift} ${vehicle}`;
  const settled = routes.map((route) => {
    if (taken.has(keyOf(route))) return undefined;
    taken.add(keyOf(route));
    return route;
  });
  return routes.map((route, at) => {
    if (settled[at]) return route;
    const group = grouping.groupOf(route.vehicle, route.shift);
    const free = grouping.membersOf(group).find((member) => !taken.has(keyOf(member)))!;
    taken.add(keyOf(free));
    return { ...route, ...free };
  });
}
