import { type Allocation, capReached, type Caps, type Contender, type Contest, daysOf, together } from './allocate.js';
import type { PlaceOption, PlaceOptions } from './place-options.js';

/** What became of a request in a round, and why. */
export type Outcome =
  | { readonly kind: 'PLACED'; readonly option: PlaceOption }
  /** Its organisation has what one may have: these requests of it came first. */
  | { readonly kind: 'CAP'; readonly cap: keyof Caps; readonly limit: number; readonly rivals: readonly string[] }
  /** The time it could use went to these requests. */
  | { readonly kind: 'COMPETITORS'; readonly rivals: readonly string[] }
  /** There was no time for it, whoever else had asked. */
  | { readonly kind: 'NO_TIME'; readonly obstacles: PlaceOptions['obstacles'] }
  /** The planner took it out. */
  | { readonly kind: 'LEFT_OUT' };

/** Says of a request that got nothing what stood in its way: the least of what would have had to give way. */
export function explain(
  contender: Contender,
  obstacles: PlaceOptions['obstacles'],
  allocation: Allocation,
  contest: Contest,
): Outcome {
  const option = allocation.get(contender.id);
  if (option) return { kind: 'PLACED', option };
  if (contender.options.length === 0) return { kind: 'NO_TIME', obstacles };
  const byId = new Map(contest.contenders.map((each) => [each.id, each]));
  const worthOf = (id: string) => byId.get(id)?.worth.total ?? 0;
  const inTheWay = contender.options.map((each) => ({
    option: each,
    rivals: [...allocation].filter(([, other]) => !together(each, other, contest)).map(([id]) => id),
  }));
  const free = inTheWay.filter(({ rivals }) => rivals.length === 0);
  const capped = free.find((each) => capReached(contender, each.option, allocation, contest));
  if (capped) {
    const cap = capReached(contender, capped.option, allocation, contest)!;
    const rivals = [...allocation.keys()].filter((id) => byId.get(id)?.organisationId === contender.organisationId);
    return { kind: 'CAP', cap, limit: contest.caps[cap]!, rivals };
  }
  const weight = (rivals: readonly string[]) => rivals.reduce((sum, id) => sum + worthOf(id), 0);
  const least = inTheWay.toSorted((a, b) => weight(a.rivals) - weight(b.rivals))[0]!;
  return { kind: 'COMPETITORS', rivals: least.rivals.toSorted((a, b) => worthOf(b) - worthOf(a)) };
}

export interface Share {
  readonly key: string;
  readonly asked: number;
  readonly placed: number;
  readonly daysAsked: number;
  readonly daysPlaced: number;
}

export interface Measured {
  readonly key: string;
  readonly daysAsked: number;
  readonly option: PlaceOption | null;
}

/** Of what was asked, what was given: by organisation or by area, who asked most first. */
export function shares(requests: readonly Measured[]): Share[] {
  const groups = Map.groupBy(requests, ({ key }) => key);
  return [...groups]
    .map(([key, group]) => ({
      key,
      asked: group.length,
      placed: group.filter(({ option }) => option).length,
      daysAsked: group.reduce((sum, each) => sum + each.daysAsked, 0),
      daysPlaced: group.reduce((sum, { option }) => sum + (option ? daysOf(option) : 0), 0),
    }))
    .sort((a, b) => b.asked - a.asked || (a.key < b.key ? -1 : 1));
}

/**
 * How evenly the shares lie, from 1 (all served alike) down to 1/n (one has everything): Jain, Chiu and Hawe 1984.
 * Null when nobody asked anything or nobody got anything.
 */
export function evenness(all: readonly Share[]): number | null {
  const served = all.filter(({ asked }) => asked > 0).map(({ asked, placed }) => placed / asked);
  const squares = served.reduce((sum, share) => sum + share * share, 0);
  if (squares === 0) return null;
  return served.reduce((sum, share) => sum + share, 0) ** 2 / (served.length * squares);
}
