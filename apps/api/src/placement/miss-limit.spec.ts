import { MissLimit } from './miss-limit.js';

const HOUR = 3_600_000;

test('the same wish of the same caller counts once a day', () => {
  const limit = new MissLimit();
  expect([limit.counts('a', 'x', 0), limit.counts('a', 'x', HOUR), limit.counts('b', 'x', HOUR)]).toEqual([true, false, true]);
  expect(limit.counts('a', 'x', 25 * HOUR)).toBe(true);
});

test('a caller has twenty wishes an hour, all callers together three hundred', () => {
  const limit = new MissLimit();
  const count = (source: string, wishes: number, now: number) =>
    Array.from({ length: wishes }, (_, at) => limit.counts(source, `${now} ${at}`, now)).filter(Boolean).length;
  expect(count('robot', 100, 0)).toBe(20);
  expect(count('robot', 100, HOUR + 1)).toBe(20);
  const many = Array.from({ length: 100 }, (_, at) => count(`caller ${at}`, 5, HOUR + 2)).reduce((sum, each) => sum + each, 0);
  expect(many).toBe(280);
});
