import { judgeAlerts, type AlertFacts } from './alerts.js';

const agreement = {
  id: 'g',
  name: 'Running',
  eligibleFrom: '2025-01-01',
  eligibleTo: '2028-12-31',
  durableUntil: null,
  retainUntil: null,
  unpaid: 500n,
  notUsed: null,
  claimable: 0n,
};
const line = { id: 'l', agreementId: 'g', code: 'L1', budget: 10_000n, left: 999n, flatRate: false };
const calm: AlertFacts = {
  today: '2026-11-24',
  check: { on: '2026-11-24', clean: true, differences: 0 },
  agreements: [agreement],
  lines: [],
  oldInvoices: { count: 0, cents: 0n },
  crossed: [],
  transfers: { count: 0, cents: 0n },
};
const told = (facts: Partial<AlertFacts>) => judgeAlerts({ ...calm, ...facts }).map(({ kind }) => kind);

test('when all is well there is nothing to tell', () => {
  expect(judgeAlerts(calm)).toEqual([]);
});

test('a ledger that differs comes first; one that nobody checked is told too', () => {
  expect(told({ check: { on: '2026-11-24', clean: false, differences: 2 }, oldInvoices: { count: 1, cents: 5n } })).toEqual([
    'LEDGER_DIFFERS',
    'INVOICES_OLD',
  ]);
  expect(told({ check: null })).toEqual(['LEDGER_UNCHECKED']);
  expect(told({ check: { on: '2026-11-22', clean: true, differences: 0 } })).toEqual([]);
  expect(told({ check: { on: '2026-11-21', clean: true, differences: 0 } })).toEqual(['LEDGER_UNCHECKED']);
});

test('a line over nine tenths is told while its window is open, and never a flat rate', () => {
  // 9,001 of 10,000
  expect(judgeAlerts({ ...calm, lines: [line] })).toMatchObject([
    { kind: 'LINE_NEARLY_FULL', aboutId: 'l', count: 9_001, cents: 999n },
  ]);
  expect(told({ lines: [{ ...line, left: 1_000n }] })).toEqual([]);
  expect(told({ lines: [{ ...line, flatRate: true }] })).toEqual([]);
  expect(told({ lines: [line], agreements: [{ ...agreement, eligibleTo: '2026-11-23' }] })).toEqual([]);
});

test('a window that closes within half a year is told while something is unpaid', () => {
  // 24 November + 180 days = 23 May.
  const closing = (eligibleTo: string, unpaid = 1n) => told({ agreements: [{ ...agreement, eligibleTo, unpaid }] });
  expect(closing('2027-05-22')).toEqual(['WINDOW_CLOSING']);
  expect(closing('2027-05-23')).toEqual([]);
  expect(closing('2027-05-22', 0n)).toEqual([]);
});

test('durability and retention are told in their last year, not when they are over', () => {
  const keeping = (fields: object) => told({ agreements: [{ ...agreement, ...fields }] });
  expect(keeping({ durableUntil: '2027-11-23' })).toEqual(['DURABILITY_SOON']);
  expect(keeping({ durableUntil: '2027-11-24' })).toEqual([]);
  expect(keeping({ durableUntil: '2026-11-23' })).toEqual([]);
  expect(keeping({ retainUntil: '2026-11-24' })).toEqual(['RETENTION_SOON']);
});

test('tells of orders by a procedure too light, of transfers that wait, and of what may be declared or will stay', () => {
  expect(
    judgeAlerts({
      ...calm,
      crossed: [{ id: 'c', number: 7, cents: 9n }],
      transfers: { count: 2, cents: 30n },
      agreements: [{ ...agreement, claimable: 8n, notUsed: 4n }],
    }),
  ).toMatchObject([
    { kind: 'THRESHOLD_CROSSED', tone: 'RED', aboutId: 'c', label: '7', cents: 9n },
    { kind: 'NOT_USED_IN_TIME', cents: 4n },
    { kind: 'TRANSFERS_WAIT', count: 2, cents: 30n },
    { kind: 'CLAIMABLE', tone: 'GREEN', aboutId: 'g', cents: 8n },
  ]);
});
