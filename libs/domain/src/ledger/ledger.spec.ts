import { GOLDEN, TWENTY_CLAIMS } from './golden.fixture.js';
import { findOverdraft, movesThrough, rebuild, roomOf, routeOf, throughStage, type Balances, type Posting } from './ledger.js';
import { divideAll, divideNext, sharesAddUp } from './shares.js';
import { POSTING_KINDS, ROUTES, STAGES, type Stage } from './stages.js';

const posting = (more: Partial<Posting> & Pick<Posting, 'kind' | 'cents'>): Posting => ({
  lineId: 'L',
  from: null,
  to: null,
  reverses: null,
  ...more,
});
const balancesOf = (postings: readonly Posting[]): Balances => {
  const sums = rebuild(postings);
  return {
    of: (account, lineId) => sums.get(`${lineId} ${account}`) ?? 0n,
    on: (paper, account) => sums.get(`${paper} ${account}`) ?? 0n,
  };
};

describe.each(GOLDEN)('$name: $arithmetic', ({ budget, moves, refused, shown }) => {
  it('comes out so', () => {
    const done = [posting({ kind: 'ALLOT', cents: BigInt(budget) * 100n })];
    const asked = moves.map(({ kind, euros, from = null, to = null }) =>
      posting({ kind, cents: BigInt(euros) * 100n, from, to }),
    );
    const refusals = asked.map((each) => {
      const refusal = findOverdraft([each], balancesOf(done));
      if (!refusal) done.push(each);
      return refusal && { code: refusal.code, available: Number(refusal.available) / 100 };
    });
    expect(refusals).toEqual(asked.map((_, at) => (at === asked.length - 1 ? refused : undefined)));
    const through = (stage: Stage) => Number(throughStage((each) => balancesOf(done).of(each, 'L'), stage)) / 100;
    expect(Object.fromEntries(STAGES.map((stage) => [stage, through(stage)]))).toEqual({
      ...Object.fromEntries(STAGES.map((stage) => [stage, 0])),
      ...shown,
    });
  });
});

describe('postings', () => {
  it('go between two different accounts, and their reversal the other way', () => {
    for (const kind of POSTING_KINDS) {
      const [from, to] = ROUTES[kind];
      expect(from).not.toBe(to);
      expect(routeOf({ kind, reverses: null })).toEqual([from, to]);
      expect(routeOf({ kind, reverses: '7' })).toEqual([to, from]);
    }
  });
  it('take these ways and no others', () => {
    expect(STAGES.join(' ')).toBe('AVAILABLE COMMITTED INVOICED PAID CLAIMED CERTIFIED DEDUCTED');
    expect(POSTING_KINDS.map((kind) => `${kind}: ${ROUTES[kind].join(' → ')}`)).toEqual([
      'ALLOT: OUTSIDE → AVAILABLE',
      'WITHDRAW: AVAILABLE → OUTSIDE',
      'TRANSFER_OUT: AVAILABLE → OUTSIDE',
      'TRANSFER_IN: OUTSIDE → AVAILABLE',
      'COMMIT: AVAILABLE → COMMITTED',
      'RELEASE: COMMITTED → AVAILABLE',
      'INVOICE: COMMITTED → INVOICED',
      'INVOICE_DIRECT: AVAILABLE → INVOICED',
      'CREDIT: INVOICED → COMMITTED',
      'CREDIT_DIRECT: INVOICED → AVAILABLE',
      'PAY: INVOICED → PAID',
      'REFUND: PAID → INVOICED',
      'COST: AVAILABLE → PAID',
      'CLAIM: PAID → CLAIMED',
      'PARK: CLAIMED → PAID',
      'CLAIM_FLAT: AVAILABLE → CLAIMED',
      'PARK_FLAT: CLAIMED → AVAILABLE',
      'CERTIFY: CLAIMED → CERTIFIED',
      'DEDUCT: CLAIMED → DEDUCTED',
    ]);
  });
  it('are of more than nothing', () => {
    for (const cents of [0n, -1n])
      expect(findOverdraft([posting({ kind: 'ALLOT', cents })], balancesOf([]))).toEqual({
        code: 'AMOUNT_NOT_POSITIVE',
        lineId: 'L',
        needed: cents,
        available: 0n,
      });
  });
  it('count one after the other: what the first gives the second may take, and no more', () => {
    const give = posting({ kind: 'ALLOT', cents: 100n });
    expect(findOverdraft([give, posting({ kind: 'COMMIT', cents: 100n, to: 'k' })], balancesOf([]))).toBeUndefined();
    expect(findOverdraft([posting({ kind: 'COMMIT', cents: 100n, to: 'k' }), give], balancesOf([]))?.code).toBe('LINE_TOO_SMALL');
    const twice = [give, posting({ kind: 'COMMIT', cents: 60n, to: 'k' }), posting({ kind: 'COMMIT', cents: 60n, to: 'm' })];
    expect(findOverdraft(twice, balancesOf([]))).toEqual({ code: 'LINE_TOO_SMALL', lineId: 'L', needed: 60n, available: 40n });
  });
  it('take from a paper only what stands on it, whatever the line has', () => {
    const done = [
      posting({ kind: 'ALLOT', cents: 100n }),
      posting({ kind: 'COMMIT', cents: 30n, to: 'k' }),
      posting({ kind: 'COMMIT', cents: 70n, to: 'm' }),
    ];
    expect(findOverdraft([posting({ kind: 'RELEASE', cents: 31n, from: 'k' })], balancesOf(done))).toEqual({
      code: 'COMMITMENT_TOO_SMALL',
      lineId: 'L',
      needed: 31n,
      available: 30n,
    });
    expect(findOverdraft([posting({ kind: 'RELEASE', cents: 30n, from: 'k' })], balancesOf(done))).toBeUndefined();
    const both = [posting({ kind: 'RELEASE', cents: 20n, from: 'k' }), posting({ kind: 'RELEASE', cents: 20n, from: 'k' })];
    expect(findOverdraft(both, balancesOf(done))).toMatchObject({ needed: 20n, available: 10n });
    const refill = [
      posting({ kind: 'RELEASE', cents: 70n, from: 'm' }),
      posting({ kind: 'COMMIT', cents: 5n, to: 'k' }),
      posting({ kind: 'RELEASE', cents: 35n, from: 'k' }),
    ];
    expect(findOverdraft(refill, balancesOf(done))).toBeUndefined();
  });
  it('of two lines do not help each other', () => {
    const done = [posting({ kind: 'ALLOT', cents: 100n })];
    expect(findOverdraft([posting({ kind: 'COMMIT', cents: 1n, to: 'k', lineId: 'M' })], balancesOf(done))).toMatchObject({
      lineId: 'M',
      available: 0n,
    });
  });
  it('and their reversal leave nothing', () => {
    const done = [posting({ kind: 'ALLOT', cents: 100n }), posting({ kind: 'COMMIT', cents: 100n, to: 'k' })];
    const back = posting({ kind: 'COMMIT', cents: 100n, from: 'k', reverses: '2' });
    expect(findOverdraft([back], balancesOf(done))).toBeUndefined();
    expect([...rebuild([...done, back])].filter(([, cents]) => cents !== 0n)).toEqual([['L AVAILABLE', 100n]]);
  });
});

it('takes net + VAT − recoverable VAT', () => expect(roomOf({ net: 100n, vat: 21n, recoverableVat: 10n })).toBe(111n));

describe('shares of funders', () => {
  const shares = (points: number[]) => points.map((basisPoints, at) => ({ funderId: `F${at}`, basisPoints }));
  it('make the whole', () => {
    expect(sharesAddUp(shares([3_333, 3_333, 3_334]))).toBe(true);
    expect(sharesAddUp(shares([3_333, 3_333, 3_333]))).toBe(false);
    expect(sharesAddUp([])).toBe(false);
  });
  it('over twenty claims: floor and rest drifts, cumulative rounding stays within a cent', () => {
    const { each, count, floorAndRest, cumulative } = TWENTY_CLAIMS;
    const parties = shares(TWENTY_CLAIMS.shares);
    const drifting = [0n, 0n, 0n];
    const sums = [0n, 0n, 0n];
    for (let claim = 0; claim < count; claim++) {
      const floors = parties.slice(0, -1).map(({ basisPoints }) => (each * BigInt(basisPoints)) / 10_000n);
      [...floors, each - floors[0]! - floors[1]!].forEach((cents, at) => (drifting[at]! += cents));
      const next = divideNext(BigInt(claim) * each, each, parties);
      expect(next.reduce((sum, { cents }) => sum + cents, 0n)).toBe(each);
      next.forEach(({ cents }, at) => (sums[at]! += cents));
    }
    expect(drifting).toEqual(floorAndRest);
    expect(sums).toEqual(cumulative);
    expect(divideAll(each * BigInt(count), parties)).toEqual(cumulative);
    expect(divideNext(0n, 5n, parties).map(({ funderId }) => funderId)).toEqual(['F0', 'F1', 'F2']);
  });
});

test('each stage as it is shown is the sum of the postings that move money into it and out of it', () => {
  const postings = POSTING_KINDS.map((kind, at): Posting => ({
    kind,
    lineId: 'line',
    cents: 3n ** BigInt(at),
    from: null,
    to: null,
    reverses: at % 4 === 0 ? 'other' : null,
  }));
  const sums = rebuild(postings);
  for (const stage of STAGES) {
    const moves = movesThrough(stage);
    const moved = postings.reduce(
      (sum, { kind, cents, reverses }) => sum + cents * BigInt(moves.get(kind) ?? 0) * (reverses === null ? 1n : -1n),
      0n,
    );
    expect({ stage, moved }).toEqual({ stage, moved: throughStage((each) => sums.get(`line ${each}`) ?? 0n, stage) });
  }
  expect([...movesThrough('PAID')]).toEqual([
    ['PAY', 1],
    ['REFUND', -1],
    ['COST', 1],
    ['CLAIM_FLAT', 1],
    ['PARK_FLAT', -1],
  ]);
});
