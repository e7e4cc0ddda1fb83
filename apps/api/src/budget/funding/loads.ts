import { divideAll, STAGES } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { type Batch, grouped } from '../../platform/graphql/loaders.js';
import { amountsOf, NOTHING, plus, type Standing, STANDING_SQL, standingOf } from '../amounts.js';
import type { Rubric } from '../enums.js';
import { AgreementShare, BudgetLine, Funder, FundingAgreement } from './funding.entities.js';
import type { FunderPart, FunderState, RubricState } from './funding.types.js';

/** What stands where, by line; a line without postings has nothing. */
export const standingOfLines: Batch<string, Standing> = async (ids, { manager }) => {
  const rows = await manager.query<Record<string, string>[]>(
    `SELECT b.line_id AS id, ${STANDING_SQL} FROM line_balance b WHERE b.line_id = ANY($1::uuid[]) GROUP BY b.line_id`,
    [[...ids]],
  );
  const found = new Map(rows.map((row) => [row['id'], standingOf(row)]));
  return ids.map((id) => found.get(id) ?? NOTHING);
};

export const linesOfAgreements: Batch<string, BudgetLine[]> = async (ids, { manager }) => {
  const rows = await manager.find(BudgetLine, { where: { agreementId: In([...ids]) }, order: { code: 'ASC' } });
  return grouped(ids, rows, (row) => row.agreementId);
};

export const agreementsOfEnvelopes: Batch<string, FundingAgreement[]> = async (ids, { manager }) => {
  const rows = await manager.find(FundingAgreement, { where: { envelopeId: In([...ids]) }, order: { code: 'ASC' } });
  return grouped(ids, rows, (row) => row.envelopeId);
};

export const sharesOfAgreements: Batch<string, FunderPart[]> = async (ids, { manager }) => {
  const shares = await manager.find(AgreementShare, { where: { agreementId: In([...ids]) }, order: { position: 'ASC' } });
  const funders = await fundersById(manager);
  const parts = shares.map(({ agreementId, funderId, basisPoints }) => ({
    agreementId,
    funder: funders.get(funderId)!,
    basisPoints,
  }));
  return grouped(ids, parts, (part) => part.agreementId);
};

const fundersById = async (manager: EntityManager) => new Map((await manager.find(Funder)).map((row) => [row.id, row]));

/** What stands where by agreement and rubric, in one query. */
interface Heap {
  readonly envelopeId: string;
  readonly agreementId: string;
  readonly rubric: Rubric;
  readonly standing: Standing;
}

export const heapsOfEnvelopes: Batch<string, Heap[]> = async (ids, { manager }) => {
  const rows = await manager.query<Record<string, string>[]>(
    `SELECT a.envelope_id AS "envelopeId", a.id AS "agreementId", l.rubric, ${STANDING_SQL}
       FROM funding_agreement a JOIN budget_line l ON l.agreement_id = a.id LEFT JOIN line_balance b ON b.line_id = l.id
      WHERE a.envelope_id = ANY($1::uuid[]) GROUP BY 1, 2, 3 ORDER BY 2, 3`,
    [[...ids]],
  );
  const heaps = rows.map((row) => ({ ...row, standing: standingOf(row) }) as unknown as Heap);
  return grouped(ids, heaps, (heap) => heap.envelopeId);
};

export const sumOfHeaps = (heaps: readonly Heap[]): Standing => heaps.reduce((sum, heap) => plus(sum, heap.standing), NOTHING);

export function byRubric(heaps: readonly Heap[]): RubricState[] {
  const groups = Map.groupBy(heaps, (heap) => heap.rubric);
  return [...groups].map(([rubric, each]) => ({ rubric, amounts: amountsOf(sumOfHeaps(each)) }));
}

/** Each stage divided over the funders of each agreement; what they bear of several agreements together. */
export function byFunder(heaps: readonly Heap[], sharesOf: ReadonlyMap<string, readonly FunderPart[]>): FunderState[] {
  const states = new Map<string, { funder: Funder; standing: Standing }>();
  for (const [agreementId, each] of Map.groupBy(heaps, (heap) => heap.agreementId)) {
    const parts = sharesOf.get(agreementId) ?? [];
    const shares = parts.map(({ funder, basisPoints }) => ({ funderId: funder.id, basisPoints }));
    const sum = sumOfHeaps(each);
    const divided = STAGES.map((stage) => divideAll(sum[stage], shares));
    for (const [at, { funder }] of parts.entries()) {
      const mine = Object.fromEntries(STAGES.map((stage, n) => [stage, divided[n]![at]!])) as Record<keyof Standing, bigint>;
      const before = states.get(funder.id)?.standing ?? NOTHING;
      states.set(funder.id, { funder, standing: plus(before, mine) });
    }
  }
  return [...states.values()].map(({ funder, standing }) => ({ funder, amounts: amountsOf(standing) }));
}
