import { divideNext, flatRateOf, least, type FunderShare } from '@karavaan/domain';
import { type Book, idOf, type Row, type Spent } from './book.ts';

export interface ClaimPlan {
  readonly title: string;
  readonly paidTo: string;
  readonly submitted: string;
  readonly certified: string | null;
  readonly state: 'SUBMITTED' | 'IN_CONTROL' | 'CERTIFIED';
  /** How many of each 25 items that the controller deducts from, and parks. */
  readonly deducts?: number;
  readonly parks?: number;
}

export interface Flat {
  readonly lineId: string;
  readonly basisPoints: number;
  readonly budget: bigint;
  /** The lines whose declared costs it follows. */
  readonly of: ReadonlySet<string>;
}

/** Claims one after the other: each takes what was paid since the last one, and what that one parked. */
export function planClaims(
  book: Book,
  agreement: { id: string; from: string; to: string },
  spent: readonly Spent[],
  shares: readonly FunderShare[],
  flat: Flat,
  plans: readonly ClaimPlan[],
) {
  const claims: Row[] = [];
  const items: Row[] = [];
  const claimShares: Row[] = [];
  const open = new Map(
    spent
      .filter(({ day }) => day >= agreement.from && day <= agreement.to)
      .map((each) => [each.id, { ...each, left: each.cents }]),
  );
  let flatLeft = flat.budget;
  let declaredBefore = 0n;
  let certifiedBefore = 0n;
  for (const [at, plan] of plans.entries()) {
    const id = idOf(`claim ${agreement.id} ${at}`);
    const mine = [...open.values()].filter(({ day, left }) => day <= plan.paidTo && left > 0n);
    const certifies = plan.state === 'CERTIFIED';
    let declared = 0n;
    let certified = 0n;
    const add = (lineId: string, expenditureId: string | null, cents: bigint, n: number) => {
      const itemId = idOf(`claim item ${id} ${n}`);
      const deducted = certifies && plan.deducts && n % 25 < plan.deducts && expenditureId ? cents / 8n : 0n;
      const parked = certifies && plan.parks && n % 25 >= 25 - plan.parks && expenditureId ? cents / 2n : 0n;
      const rest = cents - deducted - parked;
      declared += cents;
      certified += rest;
      items.push({
        id: itemId,
        claim_id: id,
        line_id: lineId,
        expenditure_id: expenditureId,
        declared_cents: cents,
        certified_cents: certifies ? rest : null,
        deducted_cents: certifies ? deducted : null,
        parked_cents: certifies ? parked : null,
        verdict: deducted > 0n ? 'Geen drie offertes in het dossier' : parked > 0n ? 'Foto van de publiciteit ontbreekt' : '',
      });
      const from = expenditureId ? (['CLAIM', 'PAID'] as const) : (['CLAIM_FLAT', 'AVAILABLE'] as const);
      book.post('claim.submit', `claim.submit:${itemId}`, plan.submitted, [
        [from[0], from[1], 'CLAIMED', lineId, cents, expenditureId, itemId],
      ]);
      if (!certifies) return 0n;
      book.post('claim.certify', `claim.certify:${itemId}`, plan.certified!, [
        ['CERTIFY', 'CLAIMED', 'CERTIFIED', lineId, rest, itemId, itemId],
        ['DEDUCT', 'CLAIMED', 'DEDUCTED', lineId, deducted, itemId, itemId],
        ['PARK', 'CLAIMED', 'PAID', lineId, parked, itemId, expenditureId],
      ]);
      return parked;
    };
    let base = 0n;
    for (const [n, each] of mine.entries()) {
      if (flat.of.has(each.lineId)) base += each.left;
      each.left = add(each.lineId, each.id, each.left, n);
    }
    const forfait = least(flatRateOf(base, flat.basisPoints), flatLeft);
    flatLeft -= forfait;
    if (forfait > 0n) add(flat.lineId, null, forfait, mine.length);
    const parts = divideNext(declaredBefore, declared, shares);
    const certifiedParts = divideNext(certifiedBefore, certified, shares);
    for (const [position, { funderId, basisPoints }] of shares.entries())
      claimShares.push({
        claim_id: id,
        funder_id: funderId,
        position,
        basis_points: basisPoints,
        declared_cents: parts[position]!.cents,
        certified_cents: certifies ? certifiedParts[position]!.cents : null,
      });
    declaredBefore += declared;
    if (certifies) certifiedBefore += certified;
    claims.push({
      id,
      agreement_id: agreement.id,
      number: at + 1,
      title: plan.title,
      state: plan.state,
      submitted_on: plan.submitted,
      certified_on: plan.certified,
      declared_cents: declared,
      certified_cents: certifies ? certified : 0n,
      demo: true,
    });
  }
  return { claims, items, claimShares };
}
