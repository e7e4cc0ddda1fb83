import type { DrivenShift, DrivenStop } from './driven-shift.js';
import { atMost, compareFigure, noiseAt, same, type Tell } from './violation.js';

/** Follows a shift from stop to stop: places, travel, service, windows, limits and the figures of the route. */
export function checkTimes({ route, name, shift, matrix, stops }: DrivenShift, tell: Tell): void {
  const leg = (cells: ArrayLike<number>, from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? 0 : cells[from * matrix.size + to]!;
  let place = shift.start;
  let time = route.departure;
  let distance = 0;
  let travel = 0;
  let waiting = 0;
  for (const driven of stops) {
    const { stop } = driven;
    const to = driven.place ? driven.place.location : (place ?? firstLocation(stops));
    if (stop.location !== to) tell('location', driven.name, `is at ${stop.location} and should be at ${to}`);
    const duration = leg(matrix.durations, place, to);
    distance += leg(matrix.distances, place, to);
    travel += duration;
    if (!same(stop.arrival, time + duration))
      tell('travel', driven.name, `is reached at ${stop.arrival} and should be at ${time + duration}`);
    checkService(driven, tell);
    waiting += stop.start - stop.arrival;
    time = stop.departure;
    // A break in front of the first stop of a shift that begins anywhere is taken where that stop is.
    if (driven.place || place !== undefined) place = to;
  }
  const home = leg(matrix.durations, place, shift.end);
  distance += leg(matrix.distances, place, shift.end);
  travel += home;
  if (!same(route.return, time + home)) tell('travel', name, `is back at ${route.return} and should be at ${time + home}`);

  const [open, close] = shift.window;
  if (!atMost(open, route.departure)) tell('shift-window', name, `leaves at ${route.departure}, before ${open}`);
  if (!atMost(route.return, close)) tell('shift-window', name, `is back at ${route.return}, after ${close}`);
  const limits = [
    ['max-distance', distance, shift.maxDistance],
    ['max-travel-time', travel, shift.maxTravelTime],
    ['max-duration', route.return - route.departure, shift.maxDuration],
  ] as const;
  for (const [rule, value, limit] of limits)
    if (limit !== undefined && !atMost(value, limit)) tell(rule, name, `needs ${value} and may have ${limit}`);
  compareFigure(tell, `${name} distance`, route.distance, distance);
  compareFigure(tell, `${name} travelTime`, route.travelTime, travel);
  compareFigure(tell, `${name} waiting`, route.waiting, waiting);
}

function firstLocation(stops: readonly DrivenStop[]): number | undefined {
  return stops.find(({ place }) => place)?.place?.location;
}

function checkService({ stop, name, duration, windows }: DrivenStop, tell: Tell): void {
  if (!atMost(stop.arrival, stop.start)) tell('service', name, `starts at ${stop.start}, before the arrival at ${stop.arrival}`);
  if (!same(stop.departure, stop.start + duration))
    tell('service', name, `ends at ${stop.departure} and should at ${stop.start + duration}`);
  const inside = windows?.some(([open, close]) => stop.start >= open - noiseAt(open) && stop.start <= close + noiseAt(close));
  if (inside === false) tell('window', name, `starts at ${stop.start}, outside its windows`);
}
