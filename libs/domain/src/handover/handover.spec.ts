import { codeAddress, isPossible, isStrokes, mayHandOver, nextMoment, readCode, stayAfter, stillOut } from './handover.js';

const set = (...boxes: number[]) => new Set(boxes);

test.each([
  ['https://karavaan.example/scan/PLC-S7-02/3', 'PLC-S7-02', 3],
  ['http://localhost:3000/scan/plc-s7-02', 'PLC-S7-02', null],
  ['HTTPS://KARAVAAN.EXAMPLE/SCAN/PLC-S7-02/3/', 'PLC-S7-02', 3],
  [' plc-s7-02 ', 'PLC-S7-02', null],
  ['PLC-S7-02/12', 'PLC-S7-02', 12],
  ['PLC-S7-02 2\n', 'PLC-S7-02', 2],
])('%s names a unit or a box', (text, unitCode, box) => expect(readCode(text)).toEqual({ unitCode, box }));

test.each(['', 'x', 'https://karavaan.example/kits/PLC', 'PLC-S7-02/0', 'PLC-S7-02/1/2', '<script>', 'javascript:alert(1)'])(
  '%s names nothing',
  (text) => expect(readCode(text)).toBeUndefined(),
);

test('what a label says is read again, and holds no more than a public code', () => {
  for (const code of [
    { unitCode: 'PLC-S7-02', box: 2 },
    { unitCode: 'LAS-1', box: null },
  ])
    expect(readCode(codeAddress('https://karavaan.example', code))).toEqual(code);
  expect(codeAddress('https://karavaan.example', { unitCode: 'A-1', box: 2 })).toBe('https://karavaan.example/scan/A-1/2');
});

test('a unit is released when each box is back or lost, and not before', () => {
  expect(stillOut(3, set(1), set(3))).toEqual([2]);
  expect(stayAfter('RETURN', 'ON_SITE', 3, set(1), set(3))).toBe('ON_SITE');
  expect(stayAfter('RETURN', 'ON_SITE', 3, set(1, 2), set(3))).toBe('RELEASED');
  expect(stayAfter('RETURN', 'PLANNED', 1, set(), set(1))).toBe('RELEASED');
});

test('one box is enough to be under way or on site; none is not', () => {
  expect(stayAfter('FETCH', 'PLANNED', 3, set(2), set())).toBe('PICKED_UP');
  expect(stayAfter('FETCH', 'PLANNED', 3, set(), set(1))).toBe('PLANNED');
  expect(stayAfter('DELIVER', 'PICKED_UP', 3, set(1), set())).toBe('ON_SITE');
});

test('nothing passes after its return, and nothing is fetched that stands at its site', () => {
  expect([mayHandOver('FETCH', 'ON_SITE'), mayHandOver('DELIVER', 'RELEASED'), mayHandOver('RETURN', 'RELEASED')]).toEqual([
    false,
    false,
    false,
  ]);
  expect([mayHandOver('RETURN', 'PLANNED'), mayHandOver('FETCH', 'PICKED_UP')]).toEqual([true, true]);
  expect((['PLANNED', 'PICKED_UP', 'ON_SITE', 'RELEASED'] as const).map(nextMoment)).toEqual([
    'FETCH',
    'DELIVER',
    'RETURN',
    null,
  ]);
});

test('no more is missing or broken than there was', () => {
  expect(isPossible({ quantity: 4, missing: 3, broken: 1 })).toBe(true);
  for (const [missing, broken] of [
    [4, 1],
    [-1, 0],
    [0.5, 0],
  ] as const)
    expect(isPossible({ quantity: 4, missing, broken })).toBe(false);
});

test('a signature is moves and lines, nothing that a page would run', () => {
  expect(isStrokes('M10 20L11 22L300 40M5 5L6 6')).toBe(true);
  for (const text of ['', 'M1 1"/><script>', 'M1 1C1 1 2 2 3 3', `M1 1${'L1 1'.repeat(6000)}`])
    expect(isStrokes(text)).toBe(false);
});
