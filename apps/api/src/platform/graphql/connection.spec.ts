import { decodeCursor, encodeCursor, pageOf, toConnection } from './connection.js';

test('a cursor gives back its position', () => {
  expect(decodeCursor(encodeCursor(['Ølberg "é"', 3, null]), 3)).toEqual(['Ølberg "é"', 3, null]);
  expect(decodeCursor(null, 1)).toBeUndefined();
});

test.each([
  '',
  'x',
  encodeCursor(['a', 'b']),
  Buffer.from('{"a":1}').toString('base64url'),
  Buffer.from('[{}]').toString('base64url'),
])('the cursor "%s" of another list is refused', (cursor) => {
  expect(() => decodeCursor(cursor, 1)).toThrow('after must be a cursor');
});

test.each([0, -1, 101, 1.5, Number.NaN])('a page of %p is refused', (first) => {
  expect(() => pageOf(first)).toThrow('first must be a whole number from 1 to 100');
});

test('one row more than the page means there is a next page, and that row is not shown', () => {
  const page = toConnection(['a', 'b', 'c'], 2, 9, (row) => [row]);
  expect(page.edges.map(({ node }) => node)).toEqual(['a', 'b']);
  expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: encodeCursor(['b']) });
});

test('an empty list has no next page and no cursor', () => {
  expect(toConnection([], 2, 0, () => [])).toEqual({
    edges: [],
    totalCount: 0,
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});
