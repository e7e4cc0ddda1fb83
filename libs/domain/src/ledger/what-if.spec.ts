import { whatIf, type LineState, type WhatIfState } from './what-if.js';

const line = (fields: Partial<LineState>): LineState => ({
  id: 'a',
  agreementId: 'agreement',
  budget: 100_000n,
  left: 40_000n,
  flatRate: false,
  windowFrom: '2025-01-01',
  windowTo: '2028-12-31',
  ...fields,
});
const state = (lines: LineState[], more: Partial<WhatIfState> = {}): WhatIfState => ({
  today: '2026-11-24',
  lines,
  sharesOf: new Map([
    [
      'agreement',
      [
        { funderId: 'x', basisPoints: 4_000 },
        { funderId: 'y', basisPoints: 6_000 },
      ],
    ],
  ]),
  usedOf: new Map([['agreement', 60_001n]]),
  thresholds: [
    { procedure: 'LOW_VALUE', validFrom: '2024-01-01', belowCents: 3_000_000n },
    { procedure: 'NEGOTIATED', validFrom: '2024-01-01', belowCents: 14_300_000n },
    { procedure: 'OPEN', validFrom: '2024-01-01', belowCents: null },
  ],
  usualDays: 90,
  ...more,
});
const buy = { kind: 'BUY', lineId: 'a', cents: 12_100n, estimate: 10_000n, procedure: null } as const;
const codes = (answer: ReturnType<typeof whatIf>) => answer.findings.map(({ code }) => code);

test('buying takes room of its line, and each funder bears its share of all so far', () => {
  const answer = whatIf(buy, state([line({})]));
  expect(answer).toMatchObject({ possible: true, needed: 'LOW_VALUE', findings: [] });
  // 40,000 − 12,100
  expect(answer.lines).toEqual([{ lineId: 'a', budget: [100_000n, 100_000n], left: [40_000n, 27_900n] }]);
  // 40 % of 60,001 = 24,000.4 and of 72,101 = 28,840.4; the rest is the other's.
  expect(answer.funders).toEqual([
    { funderId: 'x', used: [24_000n, 28_840n] },
    { funderId: 'y', used: [36_001n, 43_261n] },
  ]);
});

test('exactly what is left may be bought, one cent more may not', () => {
  expect(whatIf({ ...buy, cents: 40_000n }, state([line({})])).possible).toBe(true);
  const over = whatIf({ ...buy, cents: 40_001n }, state([line({})]));
  expect(over.possible).toBe(false);
  expect(over.findings).toContainEqual({ code: 'TOO_LITTLE', refuses: true, lineId: 'a', missing: 1n });
});

test('says when a line comes over nine tenths, not at nine tenths', () => {
  expect(codes(whatIf({ ...buy, cents: 30_000n }, state([line({})])))).toEqual([]);
  expect(whatIf({ ...buy, cents: 30_010n }, state([line({})])).findings).toEqual([
    { code: 'NEARLY_FULL', refuses: false, lineId: 'a', usedBasisPoints: 9_001 },
  ]);
});

test('a flat rate takes no real cost; a closed window or one that is too near is said', () => {
  expect(codes(whatIf(buy, state([line({ flatRate: true })])))).toEqual(['FLAT_RATE']);
  expect(codes(whatIf(buy, state([line({ windowTo: '2026-11-23' })])))).toEqual(['WINDOW_CLOSED']);
  // 24 November + 90 days = 22 February.
  expect(codes(whatIf(buy, state([line({ windowTo: '2027-02-21' })])))).toEqual(['WINDOW_TIGHT']);
  expect(codes(whatIf(buy, state([line({ windowTo: '2027-02-22' })])))).toEqual([]);
});

test('the procedure follows the estimate without VAT, and one that is too light is said', () => {
  const big = state([line({ budget: 900_000_000n, left: 900_000_000n })]);
  const asked = { ...buy, cents: 3_630_000n, estimate: 3_000_000n };
  expect(whatIf(asked, big).needed).toBe('NEGOTIATED');
  expect(codes(whatIf({ ...asked, procedure: 'LOW_VALUE' }, big))).toEqual(['PROCEDURE_TOO_LIGHT']);
  expect(codes(whatIf({ ...asked, procedure: 'OPEN' }, big))).toEqual([]);
});

test('moving gives one line what the other loses, and asks a second person', () => {
  const lines = [line({}), line({ id: 'b', budget: 5_000n, left: 0n })];
  const answer = whatIf({ kind: 'MOVE', fromLineId: 'a', toLineId: 'b', cents: 15_000n }, state(lines));
  expect(answer.lines).toEqual([
    { lineId: 'a', budget: [100_000n, 85_000n], left: [40_000n, 25_000n] },
    { lineId: 'b', budget: [5_000n, 20_000n], left: [0n, 15_000n] },
  ]);
  expect(answer).toMatchObject({ possible: true, funders: [] });
  expect(codes(answer)).toEqual(['SECOND_PERSON']);
});

test('what the ledger would refuse is refused here', () => {
  const lines = [line({}), line({ id: 'b' }), line({ id: 'c', agreementId: 'other' })];
  const move = (fields: object) => whatIf({ kind: 'MOVE', fromLineId: 'a', toLineId: 'b', cents: 1n, ...fields }, state(lines));
  expect(codes(move({ cents: 40_001n }))).toEqual(['TOO_LITTLE']);
  expect(codes(move({ toLineId: 'a' }))).toEqual(['SAME_LINE']);
  expect(codes(move({ toLineId: 'c' }))).toEqual(['OTHER_AGREEMENT']);
  expect(codes(move({ toLineId: 'nowhere' }))).toEqual(['NO_LINE']);
  expect(codes(move({ cents: 0n }))).toEqual(['NOT_POSITIVE']);
  expect(codes(whatIf({ ...buy, cents: 0n }, state(lines)))).toEqual(['NOT_POSITIVE']);
  expect(codes(whatIf({ ...buy, lineId: 'nowhere' }, state(lines)))).toEqual(['NO_LINE']);
});
