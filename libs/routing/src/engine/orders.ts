import type { Neighbours } from './neighbours.js';
import type { Random } from './random.js';
import type { State } from './state.js';

/** In which order absent jobs are put back: random, or by one of several ranks. */
export interface Orders {
  /** One after the other: order × jobs, the rank of a job. */
  ranks: Int32Array;
  /** The same the other way round: the job at a rank. */
  sorted: Int32Array;
  /** Chance of each order, cumulated; the first is random. */
  odds: Float64Array;
  list: Int32Array;
  /** When given, jobs are put back by this instead, the largest first. */
  hardest: Float64Array | undefined;
}

export function createOrders(s: State): Orders {
  const { c } = s;
  const { jobs, D } = c;
  const of = (select: (job: number) => number) => Float64Array.from({ length: jobs }, (_, job) => select(job));
  const load = of((job) => {
    let most = 0;
    for (let d = 0; d < D; d++) {
      const cell = c.firstNode[job] * D + d;
      const capacity = c.capacity[d] > 0 && c.capacity[d] < Infinity ? c.capacity[d] : 1;
      most = Math.max(most, (c.carry[cell] + c.deliver[cell] + c.collect[cell]) / capacity);
    }
    return most;
  });
  const home = s.place[s.N];
  const away = of((job) => {
    const first = s.place[c.firstNode[job]];
    const last = s.place[c.lastNode[job]];
    return s.durations[0][home * s.size + first] + s.durations[0][last * s.size + home];
  });
  const span = of((job) => s.durations[0][s.row[c.firstNode[job]] + s.place[c.lastNode[job]]]);
  const width = of((job) =>
    finite(c.close[c.firstNode[job]] - c.open[c.firstNode[job]] + c.close[c.lastNode[job]] - c.open[c.lastNode[job]]),
  );
  const opens = of((job) => finite(c.open[c.firstNode[job]]));
  const closes = of((job) => finite(c.close[c.lastNode[job]]));
  const prize = of((job) => s.leaveCost[job]);
  const density = of((job) => {
    const effort = away[job] + span[job] + c.service[c.firstNode[job]] + c.service[c.lastNode[job]];
    return s.leaveCost[job] ** 2 / (effort || 1);
  });
  const choice = of((job) => {
    let count = 0;
    for (let route = 0; route < s.R; route++) count += s.fit[job * s.R + route];
    return count;
  });
  const valued = prize.some((value) => value !== prize[0]);
  const scarce = choice.some((count) => count !== choice[0]);
  const orders: { odds: number; key: Float64Array }[] = [
    { odds: 4, key: of(() => 0) },
    { odds: D > 0 ? 4 : 0, key: load.map((value) => -value) },
    { odds: 2, key: away.map((value) => -value) },
    { odds: 1, key: away },
    { odds: 2, key: width },
    { odds: 2, key: opens },
    { odds: 2, key: closes.map((value) => -value) },
    { odds: 2, key: span.map((value) => -value) },
    { odds: valued ? 6 : 0, key: prize.map((value) => -value) },
    { odds: valued ? 6 : 0, key: density.map((value) => -value) },
    { odds: scarce ? 4 : 0, key: choice },
  ];
  const used = orders.filter((order) => order.odds > 0);
  const sorted = used.flatMap(({ key }) =>
    Array.from({ length: jobs }, (_, job) => job).sort((a, b) => key[a] - key[b] || a - b),
  );
  const ranks = new Int32Array(sorted.length);
  sorted.forEach((job, at) => (ranks[at - (at % jobs) + job] = at % jobs));
  let sum = 0;
  const total = used.reduce((all, order) => all + order.odds, 0);
  const odds = Float64Array.from(used, (order) => (sum += order.odds) / total);
  return { ranks, sorted: Int32Array.from(sorted), odds, list: new Int32Array(jobs), hardest: undefined };
}

/** Few jobs are sorted by insertion; of many the whole rank is walked. */
const FEW = 24;
/** Up to how many are put back hardest first; beyond, which of them comes first says little. */
const MANY = 100;

/** Fills `orders.list` with the absent jobs and returns their number. */
export function orderAbsent(s: State, orders: Orders, random: Random): number {
  const { list, odds } = orders;
  const count = s.absentCount;
  if (orders.hardest && count <= MANY) {
    for (let at = 0; at < count; at++) {
      const job = s.absent[at];
      let to = at;
      for (; to > 0 && orders.hardest[list[to - 1]] < orders.hardest[job]; to--) list[to] = list[to - 1];
      list[to] = job;
    }
    return count;
  }
  const draw = random();
  let which = 0;
  while (draw >= odds[which] && which < odds.length - 1) which++;
  if (which === 0) {
    for (let at = 0; at < count; at++) {
      const other = (random() * (at + 1)) | 0;
      list[at] = list[other];
      list[other] = s.absent[at];
    }
    return count;
  }
  const from = which * s.c.jobs;
  if (count > FEW) {
    let to = 0;
    for (let rank = from; to < count; rank++) if (s.absentAt[orders.sorted[rank]] >= 0) list[to++] = orders.sorted[rank];
    return count;
  }
  for (let at = 0; at < count; at++) {
    const job = s.absent[at];
    const rank = orders.ranks[from + job];
    let to = at;
    for (; to > 0 && orders.ranks[from + list[to - 1]] > rank; to--) list[to] = list[to - 1];
    list[to] = job;
  }
  return count;
}

/** Chance that a job is passed by when jobs are listed by how near they lie to one of them. */
const PASS_BY = 0.1;

/** Fills `orders.list` with an absent job drawn by lot and those that lie round it, the nearest first, and returns their number. */
export function orderRound(s: State, { list }: Orders, neighbours: Neighbours, random: Random): number {
  if (s.absentCount === 0) return 0;
  const centre = s.absent[(random() * s.absentCount) | 0];
  list[0] = centre;
  let count = 1;
  const around = neighbours.of(s.c.firstNode[centre]);
  for (let at = 0; at < around.length; at++) {
    const job = s.c.jobOf[around[at]];
    if (s.c.firstNode[job] !== around[at] || job === centre || s.absentAt[job] < 0 || random() < PASS_BY) continue;
    list[count++] = job;
  }
  return count;
}

function finite(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-1e15, Math.min(1e15, value));
}
