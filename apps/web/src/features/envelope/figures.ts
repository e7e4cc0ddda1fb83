import type { Stage } from '@karavaan/domain';
import type { Amounts } from './envelope.graphql.js';

/** The figures of money, in the order of its way. */
export const FIGURES = ['budget', 'committed', 'invoiced', 'paid', 'claimed', 'certified', 'left'] as const;
export type FigureName = (typeof FIGURES)[number] | 'deducted';

/** The stage whose postings make a figure: all that went through it. What is left is what stands in AVAILABLE. */
export const STAGE_OF: Record<Exclude<FigureName, 'left'>, Stage> = {
  budget: 'AVAILABLE',
  committed: 'COMMITTED',
  invoiced: 'INVOICED',
  paid: 'PAID',
  claimed: 'CLAIMED',
  certified: 'CERTIFIED',
  deducted: 'DEDUCTED',
};

export type Place = { enveloppe?: string; overeenkomst?: string; lijn?: string; van?: string; tot?: string };

/** The postings that make a figure. */
export function postingsOf(figure: FigureName, place: Place): string {
  const search = new URLSearchParams({ cijfer: figure, ...place });
  return `/budget/boekingen?${search}`;
}

/** Where a paper is shown that a posting names: an invoice on its page, an order or a claim by its postings. */
export function paperAddress(kind: string, id: string): string | null {
  if (kind === 'INVOICE') return `/budget/facturen/${id}`;
  return kind === 'COST' ? null : `/budget/boekingen?stuk=${id}`;
}

/** A part of a whole in hundredths of a percent, rounded down; nothing of nothing. */
export function basisPoints(part: string | bigint, whole: string | bigint): number {
  const all = BigInt(whole);
  return all === 0n ? 0 : Number((BigInt(part) * 10_000n) / all);
}

/** The parts of a bar: what got no further than each stage, of the whole in percent. */
export function barParts(amounts: Pick<Amounts, 'budget' | 'committed' | 'invoiced' | 'paid' | 'claimed'>) {
  const [budget, committed, invoiced, paid, claimed] = [
    amounts.budget,
    amounts.committed,
    amounts.invoiced,
    amounts.paid,
    amounts.claimed,
  ].map(BigInt) as [bigint, bigint, bigint, bigint, bigint];
  const parts = {
    claimed,
    paid: paid - claimed,
    invoiced: invoiced - paid,
    committed: committed - invoiced,
    left: budget - committed,
  };
  return (Object.entries(parts) as [keyof typeof parts, bigint][])
    .filter(([, cents]) => cents > 0n)
    .map(([name, cents]) => ({ name, percent: basisPoints(cents, budget) / 100 }));
}

export const sumOf = (rows: readonly { amounts: Amounts }[], figure: FigureName): bigint =>
  rows.reduce((sum, { amounts }) => sum + BigInt(amounts[figure]), 0n);
