import { blocks, canBecome, DEFECT_STATUSES, nextStatuses } from './defects.js';

test('a defect goes forward, and what was solved may come back; nothing is reported twice', () => {
  expect(canBecome('REPORTED', 'SOLVED')).toBe(true);
  expect(canBecome('IN_REPAIR', 'CONFIRMED')).toBe(true);
  expect(canBecome('SOLVED', 'CONFIRMED')).toBe(true);
  expect(canBecome('SOLVED', 'IN_REPAIR')).toBe(false);
  for (const status of DEFECT_STATUSES) {
    expect(canBecome(status, status)).toBe(true);
    expect(nextStatuses(status)).not.toContain('REPORTED');
  }
});

test('only a blocking one that is not solved keeps the unit from being booked', () => {
  expect(blocks({ severity: 'BLOCKING', status: 'REPORTED' })).toBe(true);
  expect(blocks({ severity: 'BLOCKING', status: 'SOLVED' })).toBe(false);
  expect(blocks({ severity: 'MAJOR', status: 'CONFIRMED' })).toBe(false);
});
