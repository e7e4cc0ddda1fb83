import fc from 'fast-check';
import { divideOver, eligibleOf, splitInvoice, type Charge, type InvoiceLineAmounts } from './invoicing.js';

const charge = (lineId: string, basisPoints = 10_000, commitmentId: string | null = null): Charge => ({
  lineId,
  commitmentId,
  basisPoints,
});
const line = (netCents: bigint, vatCents = 0n, recoverableVatCents = 0n, ...allocations: Charge[]): InvoiceLineAmounts => ({
  netCents,
  vatCents,
  recoverableVatCents,
  allocations: allocations.length ? allocations : [charge('A')],
});

it('takes net + VAT − recoverable VAT, and is payable with all VAT', () =>
  expect(splitInvoice([line(10_000n, 2_100n, 1_050n)])).toEqual({
    ok: true,
    payable: 12_100n,
    shares: [
      {
        lineId: 'A',
        commitmentId: null,
        cents: 11_050n,
        netCents: 10_000n,
        allocations: [{ at: 0, basisPoints: 10_000, cents: 11_050n }],
      },
    ],
  }));

it('keeps lines and commitments apart, and adds up what is of one', () => {
  const split = splitInvoice([
    line(100n, 21n, 0n, charge('A', 10_000, 'K')),
    line(-50n, -10n, 0n, charge('A', 10_000, 'K')),
    line(30n, 0n, 0n, charge('A')),
    line(9n, 0n, 0n, charge('B', 3_333), charge('A', 6_667)),
  ]);
  expect(split).toMatchObject({
    ok: true,
    payable: 100n,
    shares: [
      { lineId: 'A', commitmentId: 'K', cents: 61n, netCents: 50n },
      { lineId: 'A', commitmentId: null, cents: 36n, netCents: 36n },
      { lineId: 'B', commitmentId: null, cents: 3n, netCents: 3n },
    ],
  });
  expect(split.ok && split.shares[1]!.allocations).toEqual([
    { at: 2, basisPoints: 10_000, cents: 30n },
    { at: 3, basisPoints: 6_667, cents: 6n },
  ]);
});

it.each<[string, InvoiceLineAmounts[], object]>([
  ['recoverable VAT over the VAT', [line(1n), line(10n, 2n, 3n)], { code: 'RECOVERABLE_OVER_VAT', at: 1 }],
  ['recoverable VAT below zero', [line(10n, 2n, -1n)], { code: 'RECOVERABLE_OVER_VAT', at: 0 }],
  ['recoverable VAT of a discount over its VAT', [line(50n), line(-10n, -2n, -3n)], { code: 'RECOVERABLE_OVER_VAT', at: 1 }],
  ['recoverable VAT of a discount above zero', [line(50n), line(-10n, -2n, 1n)], { code: 'RECOVERABLE_OVER_VAT', at: 1 }],
  ['a line that is charged nowhere', [line(1n), { ...line(1n), allocations: [] }], { code: 'NOTHING_ALLOCATED', at: 1 }],
  ['more than the whole', [line(1n, 0n, 0n, charge('A', 9_999), charge('B', 2))], { code: 'OVER_ALLOCATED', at: 0 }],
  ['a part of nothing', [line(1n, 0n, 0n, charge('A', 0))], { code: 'OVER_ALLOCATED', at: 0 }],
  ['a part below nothing', [line(1n, 0n, 0n, charge('A', -1), charge('B', 10_000))], { code: 'OVER_ALLOCATED', at: 0 }],
  ['a broken part', [line(1n, 0n, 0n, charge('A', 0.5))], { code: 'OVER_ALLOCATED', at: 0 }],
  ['nothing at all', [line(5n), line(-5n)], { code: 'NOT_POSITIVE', needed: 0n }],
  ['less than nothing', [line(5n), line(-6n)], { code: 'NOT_POSITIVE', needed: -1n }],
  ['a budget line below zero', [line(5n), line(-1n, 0n, 0n, charge('B'))], { code: 'NEGATIVE_PART', lineId: 'B', needed: -1n }],
])('refuses %s', (_, lines, refusal) => expect(splitInvoice(lines)).toEqual({ ok: false, refusal }));

it('lets a discount recover its VAT, and a budget line end at nothing', () => {
  expect(splitInvoice([line(50n, 10n, 10n), line(-10n, -2n, -2n)])).toMatchObject({
    ok: true,
    payable: 48n,
    shares: [{ cents: 40n }],
  });
  expect(splitInvoice([line(5n), line(3n, 0n, 0n, charge('B')), line(-3n, 0n, 0n, charge('B'))])).toMatchObject({
    ok: true,
    shares: [{ cents: 5n }, { lineId: 'B', cents: 0n }],
  });
});

it('charges all of what is allocated wholly, to the cent, whatever the parts', () =>
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10_000_000n }),
      fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 6 }),
      (net, weights) => {
        const points: number[] = [];
        for (const each of weights) if (points.reduce((sum, n) => sum + n, 0) + each < 10_000) points.push(each);
        points.push(10_000 - points.reduce((sum, n) => sum + n, 0));
        const split = splitInvoice([line(net, 0n, 0n, ...points.map((each, at) => charge(`L${at}`, each)))]);
        expect(split.ok && split.shares.reduce((sum, { cents }) => sum + cents, 0n)).toBe(net);
      },
    ),
  ));

describe('a payment', () => {
  it('pays each part in proportion, and the last one all that is left', () => {
    expect(divideOver([3_333n, 6_667n], 10_000n, 3_333n)).toEqual([1_111n, 2_222n]);
    expect(divideOver([2_222n, 4_445n], 6_667n, 6_667n)).toEqual([2_222n, 4_445n]);
    expect(divideOver([1n, 1n], 2n, 9n)).toEqual([1n, 1n]);
    // Half of one cent is one cent, and never more than there is.
    expect(divideOver([1n, 0n], 2n, 1n)).toEqual([1n, 0n]);
    // The part is more than is still to be paid: what was credited came off the whole invoice.
    expect(divideOver([5n], 4n, 3n)).toEqual([4n]);
    expect(divideOver([5n], 2n, 2n)).toEqual([5n]);
  });
  it('never pays a part twice, however it comes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 5_000n }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.bigInt({ min: 1n, max: 3_000n })),
        (parts, amounts) => {
          let open = [...parts];
          let remaining = parts.reduce((sum, each) => sum + each, 0n);
          for (const amount of amounts) {
            if (amount > remaining) continue;
            const paid = divideOver(open, remaining, amount);
            open = open.map((each, at) => each - paid[at]!);
            remaining -= amount;
            expect(open.every((each) => each >= 0n)).toBe(true);
          }
          expect(divideOver(open, remaining, remaining)).toEqual(open);
        },
      ),
    ));
});

describe('what the VAT rule lets count', () => {
  it('is all of it where VAT that is not recovered counts', () =>
    expect(eligibleOf(605n, { cents: 1_210n, netCents: 1_000n }, 'NOT_RECOVERABLE')).toBe(605n));
  it('is the net where no VAT counts', () => {
    expect(eligibleOf(605n, { cents: 1_210n, netCents: 1_000n }, 'NEVER')).toBe(500n);
    expect(eligibleOf(500n, { cents: 1_000n, netCents: 1_000n }, 'NEVER')).toBe(500n);
    expect(eligibleOf(500n, { cents: 1_000n, netCents: 1_001n }, 'NEVER')).toBe(500n);
    expect(eligibleOf(500n, { cents: 1_000n, netCents: 0n }, 'NEVER')).toBe(0n);
    expect(eligibleOf(500n, { cents: 1_000n, netCents: -5n }, 'NEVER')).toBe(0n);
  });
});
