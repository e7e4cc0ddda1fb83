import type { State } from './state.js';
import { scanned } from './scan-visit.js';

/**
 * The cheapest feasible place for a shipment on a plain route, into `scanned`. Pickups are tried along the route; behind each
 * the delivery walks on with the delay that the pickup causes, until a stop would be too late, the load too large or the
 * pickup's detour alone too dear.
 */
export function scanPair(s: State, job: number, route: number): void {
  const { next, place, row, open, close, service, departure, latest, load, D } = s;
  const { c } = s;
  const durations = s.durations[route];
  const arcs = s.arcs[route];
  const pickup = c.firstNode[job];
  const delivery = pickup + 1;
  const pickupPlace = place[pickup];
  const pickupRow = row[pickup];
  const pickupOpen = open[pickup];
  const pickupClose = close[pickup];
  const pickupService = service[pickup];
  const deliveryPlace = place[delivery];
  const deliveryRow = row[delivery];
  const deliveryOpen = open[delivery];
  const deliveryClose = close[delivery];
  const deliveryService = service[delivery];
  const direct = durations[pickupRow + deliveryPlace];
  const directArc = arcs[pickupRow + deliveryPlace];
  const room = D === 1 ? c.capacity[route] - c.carry[pickup] : 0;
  const end = s.N + 2 * route + 1;
  let best = Infinity;
  let bestFirst = -1;
  let bestSecond = -1;

  let a = end - 1;
  while (a !== end) {
    const b = next[a];
    const arrival = departure[a] + durations[row[a] + pickupPlace];
    if (arrival > pickupClose) {
      if (departure[a] > pickupClose) break;
      a = b;
      continue;
    }
    if (D === 1 ? load[a] > room : D > 1 && overfull(s, a, pickup, route)) {
      a = b;
      continue;
    }
    const left = (arrival > pickupOpen ? arrival : pickupOpen) + pickupService;
    const gap = arcs[row[a] + place[b]];
    const arrive = arcs[row[a] + pickupPlace];

    // The delivery right behind.
    const handed = left + direct;
    if (handed <= deliveryClose) {
      const gone = (handed > deliveryOpen ? handed : deliveryOpen) + deliveryService;
      if (gone + durations[deliveryRow + place[b]] <= latest[b]) {
        const cost = arrive + directArc + arcs[deliveryRow + place[b]] - gap;
        if (cost < best) {
          best = cost;
          bestFirst = a;
          bestSecond = a;
        }
      }
    }

    // The delivery further on.
    let time = left + durations[pickupRow + place[b]];
    if (b !== end && time <= latest[b]) {
      const detour = arrive + arcs[pickupRow + place[b]] - gap;
      if (detour < best) {
        let at = b;
        for (;;) {
          if (D === 1 ? load[at] > room : D > 1 && overfull(s, at, pickup, route)) break;
          time = (time > open[at] ? time : open[at]) + service[at];
          const after = next[at];
          const rowAt = row[at];
          const met = time + durations[rowAt + deliveryPlace];
          if (met <= deliveryClose) {
            const gone = (met > deliveryOpen ? met : deliveryOpen) + deliveryService;
            const cost = detour + arcs[rowAt + deliveryPlace] + arcs[deliveryRow + place[after]] - arcs[rowAt + place[after]];
            if (cost < best && gone + durations[deliveryRow + place[after]] <= latest[after]) {
              best = cost;
              bestFirst = a;
              bestSecond = at;
            }
          } else if (time > deliveryClose) break;
          if (after === end) break;
          time += durations[rowAt + place[after]];
          if (time > latest[after]) break;
          at = after;
        }
      }
    }
    a = b;
  }
  scanned.cost = best;
  scanned.first = bestFirst;
  scanned.second = bestSecond;
}

function overfull(s: State, at: number, pickup: number, route: number): boolean {
  const { D, load } = s;
  const { carry, capacity } = s.c;
  for (let d = 0; d < D; d++) if (load[at * D + d] + carry[pickup * D + d] > capacity[route * D + d]) return true;
  return false;
}
