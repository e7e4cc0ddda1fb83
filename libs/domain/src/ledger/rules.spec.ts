import {
  flatRateOf,
  isOpen,
  judgeClaimVerdict,
  nextClaimState,
  stillDeclarable,
  type ClaimAction,
  type ClaimState,
} from './claims.js';
import { readCommunication, writeCommunication } from './communication.js';
import {
  bookValue,
  durableUntil,
  judgeAllocation,
  judgeEligibility,
  repaymentOn,
  retainUntil,
  type Regime,
} from './eligibility.js';
import { bookingDay, monthOf, nextMonth } from './months.js';
import { isTooLight, procedureNeeded, type Threshold } from './procurement.js';

const regime: Regime = {
  eligibleFrom: '2021-01-01',
  eligibleTo: '2023-12-31',
  durabilityYears: 5,
  retentionYears: 5,
  retentionFrom: 'END_OF_YEAR_OF_LAST_PAYMENT',
};

describe('what counts', () => {
  it.each([
    ['2020-12-31', false],
    ['2021-01-01', true],
    ['2023-12-31', true],
    ['2024-01-01', false],
  ])('a payment on %s: %s', (day, counts) => {
    const refusal = { code: 'PAID_OUTSIDE_WINDOW', paidOn: day, from: '2021-01-01', to: '2023-12-31' };
    expect(judgeEligibility(regime, day, false)).toEqual(counts ? undefined : refusal);
  });
  it('never on a flat rate, whatever the day', () =>
    expect(judgeEligibility(regime, '2022-01-01', true)).toEqual({ code: 'FLAT_RATE_TAKES_NO_COST' }));
  it('for no more than the whole of it', () => {
    expect(judgeAllocation([])).toBeUndefined();
    expect(judgeAllocation([6_000, 4_000])).toBeUndefined();
    expect(judgeAllocation([6_000, 4_001])).toEqual({ code: 'ALLOCATED_OVER_WHOLE', basisPoints: 10_001 });
  });
});

describe('how long it lasts', () => {
  it('durability counts from the final payment, also on 29 February', () => {
    expect(durableUntil(regime, '2024-06-28')).toBe('2029-06-28');
    expect(durableUntil(regime, '2024-02-29')).toBe('2029-02-28');
    expect(durableUntil({ ...regime, durabilityYears: 4 }, '2024-02-29')).toBe('2028-02-29');
  });
  it('papers are kept from the last payment, or from the end of its year', () => {
    expect(retainUntil(regime, '2023-03-15')).toBe('2028-12-31');
    expect(retainUntil({ ...regime, retentionFrom: 'LAST_PAYMENT', retentionYears: 3 }, '2023-03-15')).toBe('2026-03-15');
  });
  it('what leaves early pays back the part of the time that is left', () => {
    const back = (leaves: string) => repaymentOn(182_600n, '2020-01-01', '2025-01-01', leaves);
    // 1 January 2020 to 1 January 2025 are 1,827 days.
    expect(back('2019-05-05')).toBe(182_600n);
    expect(back('2020-01-01')).toBe(182_600n);
    // 2024-12-31: 1 day of 1,827 left: 182,600 ÷ 1,827 = 99.95.
    expect(back('2024-12-31')).toBe(100n);
    expect(back('2025-01-01')).toBe(0n);
    expect(back('2025-01-02')).toBe(0n);
    expect(repaymentOn(100n, '2020-01-01', '2020-01-01', '2020-01-01')).toBe(0n);
  });
  it('a value goes down by the day, from its cost to nothing', () => {
    const value = (on: string) => bookValue(73_000n, '2021-01-01', 2, on);
    expect(value('2020-01-01')).toBe(73_000n);
    expect(value('2021-01-01')).toBe(73_000n);
    // 730 days: 100 cents a day.
    expect(value('2021-01-02')).toBe(72_900n);
    expect(value('2022-01-01')).toBe(36_500n);
    expect(value('2022-12-31')).toBe(100n);
    expect(value('2023-01-01')).toBe(0n);
    expect(value('2030-01-01')).toBe(0n);
  });
});

describe('a claim', () => {
  it('goes from draft to certified, back only before control begins', () => {
    const states: ClaimState[] = ['DRAFT', 'SUBMITTED', 'IN_CONTROL', 'CERTIFIED'];
    const after = (action: ClaimAction) => states.map((state) => nextClaimState(action, state) ?? '-').join(' ');
    expect(after('SUBMIT')).toBe('SUBMITTED - - -');
    expect(after('TAKE_BACK')).toBe('- DRAFT - -');
    expect(after('START_CONTROL')).toBe('- IN_CONTROL - -');
    expect(after('CERTIFY')).toBe('- - CERTIFIED -');
    expect(states.map(isOpen)).toEqual([true, false, false, false]);
  });
  it.each([
    [100n, 60n, 30n, 10n, undefined],
    [100n, 100n, 0n, 0n, undefined],
    [100n, 0n, 100n, 0n, undefined],
    [100n, 0n, 0n, 100n, undefined],
    [100n, 60n, 30n, 9n, 'PARTS_DIFFER_FROM_DECLARED'],
    [100n, 60n, 30n, 11n, 'PARTS_DIFFER_FROM_DECLARED'],
    [100n, -1n, 100n, 1n, 'NEGATIVE_PART'],
    [100n, 100n, -1n, 1n, 'NEGATIVE_PART'],
    [100n, 100n, 1n, -1n, 'NEGATIVE_PART'],
  ])('of %s declared: %s certified, %s deducted, %s parked: %s', (declared, certified, deducted, parked, refusal) =>
    expect(judgeClaimVerdict(declared, { certified, deducted, parked })).toBe(refusal),
  );
  it('declares again what was parked, and nothing else', () => {
    expect(stillDeclarable(100n, [])).toBe(100n);
    expect(stillDeclarable(100n, [{ declared: 60n }])).toBe(40n);
    expect(stillDeclarable(100n, [{ declared: 100n, certified: 70n, deducted: 10n, parked: 20n }])).toBe(20n);
    expect(stillDeclarable(100n, [{ declared: 100n, parked: 20n }, { declared: 20n }])).toBe(0n);
  });
  it('adds a flat rate to what is declared', () => expect(flatRateOf(10_005n, 1_500)).toBe(1_501n));
});

describe('a structured communication', () => {
  it.each([
    ['+++090/9337/55493+++', '090933755493'],
    ['***090/9337/55493***', '090933755493'],
    ['090933755493', '090933755493'],
    [' 090 9337 55493 ', '090933755493'],
    ['000000009797', '000000009797'],
  ])('%s is read', (text, digits) => expect(readCommunication(text)).toBe(digits));
  it.each([
    '+++090/9337/55494+++',
    '090/9337/5549',
    '0909337554930',
    'factuur 12',
    '',
    '000000009700',
    '0909337554093',
    'x090933755493',
    '090933755493x',
  ])('%s is none', (text) => expect(readCommunication(text)).toBeUndefined());
  it('is written as it is printed', () => expect(writeCommunication('090933755493')).toBe('+++090/9337/55493+++'));
});

describe('months', () => {
  it('are known by their first day', () => {
    expect(monthOf('2026-11-23')).toBe('2026-11-01');
    expect(nextMonth('2026-11-01')).toBe('2026-12-01');
    expect(nextMonth('2026-12-01')).toBe('2027-01-01');
    expect(nextMonth('2026-08-01')).toBe('2026-09-01');
    expect(nextMonth('2026-09-01')).toBe('2026-10-01');
  });
  it('that are closed pass what comes later on to the first open one', () => {
    const closed = new Set(['2026-10-01', '2026-11-01', '2026-12-01']);
    expect(bookingDay('2026-09-30', closed)).toBe('2026-09-30');
    expect(bookingDay('2026-10-02', closed)).toBe('2027-01-01');
    expect(bookingDay('2026-12-31', closed)).toBe('2027-01-01');
    expect(bookingDay('2027-01-15', closed)).toBe('2027-01-15');
  });
});

describe('procurement', () => {
  const table: Threshold[] = [
    { procedure: 'LOW_VALUE', validFrom: '2020-01-01', belowCents: 30n },
    { procedure: 'NEGOTIATED', validFrom: '2022-01-01', belowCents: 140n },
    { procedure: 'NEGOTIATED', validFrom: '2020-01-01', belowCents: 139n },
    { procedure: 'NEGOTIATED', validFrom: '2024-01-01', belowCents: 143n },
    { procedure: 'OPEN', validFrom: '2020-01-01', belowCents: null },
  ];
  it.each([
    [29n, '2021-05-05', 'LOW_VALUE'],
    [30n, '2021-05-05', 'NEGOTIATED'],
    [138n, '2021-05-05', 'NEGOTIATED'],
    [139n, '2021-12-31', 'OPEN'],
    [139n, '2022-01-01', 'NEGOTIATED'],
    [142n, '2023-12-31', 'OPEN'],
    [142n, '2024-01-01', 'NEGOTIATED'],
    [9_999n, '2024-01-01', 'OPEN'],
    [1n, '2019-12-31', undefined],
  ])('an estimate of %s on %s asks for %s', (estimate, day, needed) =>
    expect(procedureNeeded(estimate, day, table)).toBe(needed),
  );
  it('knows which procedure is too light', () => {
    expect(isTooLight('LOW_VALUE', 'OPEN')).toBe(true);
    expect(isTooLight('NEGOTIATED', 'NEGOTIATED')).toBe(false);
    expect(isTooLight('OPEN', 'LOW_VALUE')).toBe(false);
  });
});
