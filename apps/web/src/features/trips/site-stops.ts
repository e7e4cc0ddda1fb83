import type { StopRow } from './trips.graphql.js';

/** What is done at one site in one visit. */
export interface SiteStop {
  readonly key: string;
  readonly site: StopRow['site'];
  readonly arrivesAt: string;
  readonly departsAt: string;
  readonly tasks: readonly StopRow[];
}

/** Stops one after another at the same site are one visit. */
export function siteStops(stops: readonly StopRow[]): SiteStop[] {
  const visits: { -readonly [Key in keyof SiteStop]: SiteStop[Key] }[] = [];
  for (const stop of stops) {
    const last = visits.at(-1);
    if (last && last.site.id === stop.site.id) {
      last.tasks = [...last.tasks, stop];
      last.departsAt = stop.departsAt;
    } else visits.push({ key: stop.id, site: stop.site, arrivesAt: stop.arrivesAt, departsAt: stop.departsAt, tasks: [stop] });
  }
  return visits;
}

/** What is in the van after each stop. */
export function loadsAfter(stops: readonly StopRow[]): { massKg: number; volumeM3: number }[] {
  let [massKg, volumeM3] = [0, 0];
  return stops.map(({ kind, leg: { unit } }) => {
    const sign = kind === 'PICK_UP' ? 1 : -1;
    massKg += sign * unit.model.massKg.value;
    volumeM3 += sign * unit.model.volumeM3.value;
    return { massKg: Math.abs(massKg) < 1e-6 ? 0 : massKg, volumeM3: Math.abs(volumeM3) < 1e-6 ? 0 : volumeM3 };
  });
}
