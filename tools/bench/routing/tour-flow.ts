import type { Problem, Visit } from '@karavaan/routing';

/**
 * The flow of the kits of one type as a model in LP format: a node is a centre on a day; a kit stays there, moves (a day from
 * anywhere to anywhere, by way of a hub per day), or takes up a request that starts there. Each request starts once at most.
 * Kits of a type are alike but for where they begin, which the flow keeps, and when they end, which it asks of any kit at rest
 * instead of that one: so the optimum is a bound on the prizes, and binary starts make the rest whole by itself.
 */
export function tourFlow({ vehicles, jobs }: Problem, skill: string, whole: boolean): string {
  const kits = vehicles.filter((vehicle) => vehicle.skills!.includes(skill)).map(({ shifts }) => shifts[0]!);
  const requests = jobs.filter((job): job is Visit => job.skills!.includes(skill) && job.kind === 'visit');
  const centres = [...new Set([...kits.map(({ start }) => start!), ...requests.map(({ place }) => place.location)])];
  const days = Math.max(...kits.map(({ window }) => window[1]));
  const prizes: string[] = [];
  const once: string[] = [];
  const starts: string[] = [];
  /** By node, what comes in (+) and goes out (-). */
  const flow = new Map<string, string[]>();
  const at = (centre: number, day: number) => {
    const key = `${centre}_${day}`;
    if (!flow.has(key)) flow.set(key, []);
    return flow.get(key)!;
  };
  const hub = Array.from({ length: days + 1 }, (): string[] => []);

  requests.forEach(({ place, prize = 0 }, number) => {
    const [[earliest, latest]] = place.windows as [readonly [number, number]];
    const own: string[] = [];
    for (let day = earliest; day <= latest && day + place.service! <= days; day++) {
      const name = `x_${number}_${day}`;
      own.push(name);
      prizes.push(`${prize} ${name}`);
      at(place.location, day).push(`- ${name}`);
      at(place.location, day + place.service!).push(`+ ${name}`);
    }
    starts.push(...own);
    if (own.length > 0) once.push(`once_${number}: ${own.join(' + ')} <= 1`);
  });
  for (const centre of centres)
    for (let day = 0; day < days; day++) {
      at(centre, day).push(`- h_${centre}_${day}`, `- l_${centre}_${day}`);
      at(centre, day + 1).push(`+ h_${centre}_${day}`, `+ e_${centre}_${day}`);
      hub[day]!.push(`+ l_${centre}_${day} - e_${centre}_${day}`);
    }
  const ends = new Map<number, number>();
  for (const { window } of kits) if (window[1] < days) ends.set(window[1], (ends.get(window[1]) ?? 0) + 1);
  const leaving = [...ends].map(([day, count]) => {
    for (const centre of centres) at(centre, day).push(`- r_${centre}_${day}`);
    return `ends_${day}: ${centres.map((centre) => `r_${centre}_${day}`).join(' + ')} >= ${count}`;
  });
  const begins = (key: string) => kits.filter(({ start, window }) => `${start}_${window[0]}` === key).length;
  const kept = [...flow].map(([key, parts]) => `at_${key}: ${parts.join(' ')} >= ${-begins(key)}`);
  const moved = hub.flatMap((parts, day) => (parts.length > 0 ? [`hub_${day}: ${parts.join(' ')} >= 0`] : []));
  return [
    'Maximize',
    `prizes: ${prizes.join(' + ')}`,
    'Subject To',
    ...once,
    ...kept,
    ...moved,
    ...leaving,
    ...(whole ? ['Binary', ...starts] : []),
    'End',
  ].join('\n');
}
