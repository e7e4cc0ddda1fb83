import type { Day } from '../values/days.js';
import { addDays } from '../values/days.js';
import type { Cents } from './cents.js';
import { isTooLight, procedureNeeded, type ProcedureName, type Threshold } from './procurement.js';
import { divideAll, type FunderShare } from './shares.js';

/** A budget line as it stands, with what its agreement says. */
export interface LineState {
  readonly id: string;
  readonly agreementId: string;
  readonly budget: Cents;
  readonly left: Cents;
  /** It takes no real costs. */
  readonly flatRate: boolean;
  readonly windowFrom: Day;
  readonly windowTo: Day;
}

export interface WhatIfState {
  readonly today: Day;
  readonly lines: readonly LineState[];
  readonly sharesOf: ReadonlyMap<string, readonly FunderShare[]>;
  /** What all lines of an agreement have used, by agreement. */
  readonly usedOf: ReadonlyMap<string, Cents>;
  readonly thresholds: readonly Threshold[];
  /** Days from an order to its payment, as half of them took at most; none when nothing was paid yet. */
  readonly usualDays: number | null;
}

export type WhatIf =
  | {
      readonly kind: 'BUY';
      readonly lineId: string;
      /** What takes room: net + VAT − recoverable VAT. */
      readonly cents: Cents;
      /** Without VAT, by which the procedure is chosen. */
      readonly estimate: Cents;
      /** The procedure that one means to follow; none leaves it open. */
      readonly procedure: ProcedureName | null;
    }
  | { readonly kind: 'MOVE'; readonly fromLineId: string; readonly toLineId: string; readonly cents: Cents };

/** What stands in the way (refuses) or is worth knowing (the others). */
export type WhatIfFinding =
  | { readonly code: 'NOT_POSITIVE'; readonly refuses: true }
  | { readonly code: 'SAME_LINE'; readonly refuses: true }
  | { readonly code: 'NO_LINE'; readonly refuses: true }
  | { readonly code: 'TOO_LITTLE'; readonly refuses: true; readonly lineId: string; readonly missing: Cents }
  | { readonly code: 'FLAT_RATE'; readonly refuses: true; readonly lineId: string }
  | { readonly code: 'OTHER_AGREEMENT'; readonly refuses: true }
  | { readonly code: 'SECOND_PERSON'; readonly refuses: false }
  | { readonly code: 'NEARLY_FULL'; readonly refuses: false; readonly lineId: string; readonly usedBasisPoints: number }
  | { readonly code: 'WINDOW_CLOSED'; readonly refuses: false; readonly until: Day }
  | { readonly code: 'WINDOW_TIGHT'; readonly refuses: false; readonly until: Day; readonly paidBy: Day }
  | { readonly code: 'PROCEDURE_TOO_LIGHT'; readonly refuses: false; readonly needed: ProcedureName };

export interface WhatIfAnswer {
  readonly possible: boolean;
  readonly lines: readonly {
    readonly lineId: string;
    readonly budget: readonly [before: Cents, after: Cents];
    readonly left: readonly [before: Cents, after: Cents];
  }[];
  /** What each funder bears of all that is used: cumulative shares, so they add up to the cent. */
  readonly funders: readonly { readonly funderId: string; readonly used: readonly [before: Cents, after: Cents] }[];
  /** The lightest procedure that the table of today allows; none for a move. */
  readonly needed: ProcedureName | null;
  readonly findings: readonly WhatIfFinding[];
}

const NEARLY_FULL = 9_000;

/** What would become of lines, funders and procedure, with nothing booked. It refuses what the ledger would refuse. */
export function whatIf(asked: WhatIf, state: WhatIfState): WhatIfAnswer {
  return asked.kind === 'BUY' ? buy(asked, state) : move(asked, state);
}

const nothing = (finding: WhatIfFinding): WhatIfAnswer => ({
  possible: false,
  lines: [],
  funders: [],
  needed: null,
  findings: [finding],
});

function buy(asked: Extract<WhatIf, { kind: 'BUY' }>, state: WhatIfState): WhatIfAnswer {
  const line = state.lines.find(({ id }) => id === asked.lineId);
  if (!line) return nothing({ code: 'NO_LINE', refuses: true });
  if (asked.cents <= 0n || asked.estimate < 0n) return nothing({ code: 'NOT_POSITIVE', refuses: true });
  const after = line.left - asked.cents;
  const needed = procedureNeeded(asked.estimate, state.today, state.thresholds) ?? null;
  const findings: WhatIfFinding[] = [];
  if (line.flatRate) findings.push({ code: 'FLAT_RATE', refuses: true, lineId: line.id });
  if (after < 0n) findings.push({ code: 'TOO_LITTLE', refuses: true, lineId: line.id, missing: -after });
  else findings.push(...nearlyFull(line.id, line.budget, after));
  findings.push(...inWindow(line, state));
  if (needed && asked.procedure && isTooLight(asked.procedure, needed))
    findings.push({ code: 'PROCEDURE_TOO_LIGHT', refuses: false, needed });
  const used = state.usedOf.get(line.agreementId) ?? 0n;
  const shares = state.sharesOf.get(line.agreementId) ?? [];
  const [before, later] = [divideAll(used, shares), divideAll(used + asked.cents, shares)];
  return {
    possible: findings.every(({ refuses }) => !refuses),
    lines: [{ lineId: line.id, budget: [line.budget, line.budget], left: [line.left, after] }],
    funders: shares.map(({ funderId }, at) => ({ funderId, used: [before[at]!, later[at]!] })),
    needed,
    findings,
  };
}

function move(asked: Extract<WhatIf, { kind: 'MOVE' }>, state: WhatIfState): WhatIfAnswer {
  const [from, to] = [asked.fromLineId, asked.toLineId].map((id) => state.lines.find((line) => line.id === id));
  if (!from || !to) return nothing({ code: 'NO_LINE', refuses: true });
  if (from.id === to.id) return nothing({ code: 'SAME_LINE', refuses: true });
  if (asked.cents <= 0n) return nothing({ code: 'NOT_POSITIVE', refuses: true });
  const findings: WhatIfFinding[] = [];
  const left = from.left - asked.cents;
  if (from.agreementId !== to.agreementId) findings.push({ code: 'OTHER_AGREEMENT', refuses: true });
  if (left < 0n) findings.push({ code: 'TOO_LITTLE', refuses: true, lineId: from.id, missing: -left });
  else findings.push(...nearlyFull(from.id, from.budget - asked.cents, left));
  findings.push(...inWindow(to, state));
  const possible = findings.every(({ refuses }) => !refuses);
  if (possible) findings.push({ code: 'SECOND_PERSON', refuses: false });
  return {
    possible,
    lines: [
      { lineId: from.id, budget: [from.budget, from.budget - asked.cents], left: [from.left, left] },
      { lineId: to.id, budget: [to.budget, to.budget + asked.cents], left: [to.left, to.left + asked.cents] },
    ],
    // Room that moves is used by nobody yet: no funder bears more or less.
    funders: [],
    needed: null,
    findings,
  };
}

function nearlyFull(lineId: string, budget: Cents, left: Cents): WhatIfFinding[] {
  if (budget <= 0n) return [];
  const usedBasisPoints = usedOf(budget, left);
  return usedBasisPoints > NEARLY_FULL ? [{ code: 'NEARLY_FULL', refuses: false, lineId, usedBasisPoints }] : [];
}

/** How much of a budget is taken, in hundredths of a percent, rounded down. */
export function usedOf(budget: Cents, left: Cents): number {
  return budget <= 0n ? 0 : Number(((budget - left) * 10_000n) / budget);
}

function inWindow({ windowTo: until }: LineState, { today, usualDays }: WhatIfState): WhatIfFinding[] {
  if (today > until) return [{ code: 'WINDOW_CLOSED', refuses: false, until }];
  const paidBy = usualDays === null ? today : addDays(today, usualDays);
  return paidBy > until ? [{ code: 'WINDOW_TIGHT', refuses: false, until, paidBy }] : [];
}
