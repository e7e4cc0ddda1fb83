import { addMonths, dueState, type InspectionInterval, type LastInspection, validUntil } from './inspections.js';

const TODAY = '2026-11-23';
const last = (doneOn: string, more: Partial<LastInspection> = {}): LastInspection => ({
  doneOn,
  result: 'PASSED',
  validTo: null,
  ...more,
});
const every = (intervalMonths: number | null, intervalHours: number | null = null): InspectionInterval => ({
  intervalMonths,
  intervalHours,
});

test.each([
  ['2026-08-23', 3, '2026-11-23'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 12, '2027-12-15'],
  ['2026-12-31', 1, '2027-01-31'],
])('%s and %d months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then));

test.each([
  [every(3), null, 0, null, 'UNKNOWN'],
  [every(3), last('2026-08-23'), 0, '2026-11-23', 'DUE'],
  [every(3), last('2026-08-22'), 0, '2026-11-22', 'OVERDUE'],
  [every(12), last('2026-08-23'), 0, '2027-08-23', 'FINE'],
  // The report says less, or more, than the interval.
  [every(12), last('2026-08-23', { validTo: '2026-12-01' }), 0, '2026-12-01', 'DUE'],
  // A failed one ends it at once, whatever it says.
  [every(12), last(TODAY, { result: 'FAILED', validTo: '2027-12-01' }), 0, '2026-11-22', 'OVERDUE'],
  [every(12), last(TODAY, { result: 'REMARKS' }), 0, '2027-11-23', 'FINE'],
  // Hours of use, alone or first.
  [every(null, 100), last('2026-01-01'), 80, null, 'FINE'],
  [every(null, 100), last('2026-01-01'), 90, null, 'DUE'],
  [every(null, 100), last('2026-01-01'), 100, '2026-11-22', 'OVERDUE'],
  [every(12, 100), last('2026-10-01'), 120, '2026-11-22', 'OVERDUE'],
] as const)('%j, last %j, %d hours since: valid until %s, %s', (plan, inspection, hours, until, state) => {
  expect(validUntil(plan, inspection, hours, TODAY)).toBe(until);
  expect(dueState(plan, inspection, hours, TODAY)).toBe(state);
});
