import fc from 'fast-check';
import { forecastPayments, monthEnds, plannedBy, type ForecastInput } from './forecast.js';

const base: ForecastInput = {
  today: '2026-11-24',
  windowEnd: '2027-03-15',
  paid: 1_000n,
  available: 0n,
  orders: [],
  invoices: [],
  leads: { orderToInvoice: [40], invoiceToPayment: [20] },
  invoicesPerOrder: 1,
  monthlyOrders: [],
  seed: 1,
};

test('with one lead time there is nothing to doubt: each paper is paid on its day', () => {
  const found = forecastPayments({
    ...base,
    // 24 November + 20 = 14 December; ordered 1 December + 40 = 10 January, + 20 = 30 January.
    invoices: [{ issuedOn: '2026-11-24', cents: 50n }],
    orders: [{ orderedOn: '2026-12-01', cents: 7n }],
  });
  expect(found.map(({ day, p10, p50, p90 }) => [day, p10, p50, p90])).toEqual([
    ['2026-11-30', 1_000n, 1_000n, 1_000n],
    ['2026-12-31', 1_050n, 1_050n, 1_050n],
    ['2027-01-31', 1_057n, 1_057n, 1_057n],
    ['2027-02-28', 1_057n, 1_057n, 1_057n],
    ['2027-03-15', 1_057n, 1_057n, 1_057n],
  ]);
});

test('what is paid after the window does not count', () => {
  const late = forecastPayments({ ...base, orders: [{ orderedOn: '2027-01-20', cents: 9n }] });
  // 20 January + 40 + 20 = 21 March.
  expect(late.at(-1)).toMatchObject({ day: '2027-03-15', p90: 1_000n });
});

test('what waits longer than anything ever did is still paid, from today on', () => {
  const found = forecastPayments({ ...base, invoices: [{ issuedOn: '2026-01-01', cents: 5n }] });
  expect(found.map(({ p50 }) => p50)).toEqual([1_000n, 1_005n, 1_005n, 1_005n, 1_005n]);
});

test('a paper only draws lead times longer than it waits already', () => {
  // It waits 30 days: 10 and 20 are past, 60 is left: 24 December.
  const leads = { orderToInvoice: [], invoiceToPayment: [10, 20, 60] };
  const found = forecastPayments({ ...base, leads, invoices: [{ issuedOn: '2026-10-25', cents: 5n }] });
  expect(found.slice(0, 2).map(({ p10, p90 }) => [p10, p90])).toEqual([
    [1_000n, 1_000n],
    [1_005n, 1_005n],
  ]);
});

test('new orders come at the pace of the last months, never for more than there is', () => {
  const leads = { orderToInvoice: [1], invoiceToPayment: [1] };
  const found = forecastPayments({ ...base, leads, available: 250n, monthlyOrders: [100n], windowEnd: '2027-12-31' });
  expect(found.at(-1)).toMatchObject({ p10: 1_250n, p90: 1_250n });
});

test('is the same for the same seed; a window that closed has none', () => {
  const input = {
    ...base,
    leads: { orderToInvoice: [10, 40, 90], invoiceToPayment: [5, 30, 60] },
    orders: [1n, 2n, 3n].map((cents) => ({ orderedOn: '2026-11-01', cents: cents * 1_000n })),
    invoicesPerOrder: 2,
  };
  expect(forecastPayments(input)).toEqual(forecastPayments(input));
  expect(forecastPayments({ ...input, windowEnd: '2026-11-23' })).toEqual([]);
});

test('the band is ordered, never falls, and never passes all there is', () => {
  const cents = fc.bigInt({ min: 1n, max: 10_000n });
  fc.assert(
    fc.property(
      fc.array(fc.record({ orderedOn: fc.constantFrom('2026-02-01', '2026-11-01'), cents }), { maxLength: 5 }),
      fc.array(fc.record({ issuedOn: fc.constantFrom('2026-06-01', '2026-11-20'), cents }), { maxLength: 5 }),
      fc.array(fc.bigInt({ min: 0n, max: 500n }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      (orders, invoices, monthlyOrders, seed) => {
        const leads = { orderToInvoice: [5, 50, 200], invoiceToPayment: [3, 30, 80] };
        const asked = { ...base, orders, invoices, monthlyOrders, available: 800n, leads, seed, runs: 40, invoicesPerOrder: 3 };
        const found = forecastPayments(asked);
        const all = [...orders, ...invoices].reduce((sum, each) => sum + each.cents, 1_800n);
        for (const [at, { p10, p50, p90 }] of found.entries()) {
          expect(p10 <= p50 && p50 <= p90 && p90 <= all && p10 >= 1_000n).toBe(true);
          if (at > 0) expect(p10 >= found[at - 1]!.p10 && p50 >= found[at - 1]!.p50 && p90 >= found[at - 1]!.p90).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the plan is the budget by equal parts per day', () => {
  const plan = (day: string) => plannedBy(1_000n, '2026-01-01', '2026-01-10', day);
  expect([plan('2025-12-31'), plan('2026-01-01'), plan('2026-01-05'), plan('2026-01-10'), plan('2026-02-01')]).toEqual([
    0n,
    100n,
    500n,
    1_000n,
    1_000n,
  ]);
  expect(monthEnds('2027-12-05', '2028-02-29')).toEqual(['2027-12-31', '2028-01-31', '2028-02-29']);
});
