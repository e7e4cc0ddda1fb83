import { onSheets, perSheet, placeOf, SHEET_FORMATS } from './sheet-formats.js';

test.each(Object.entries(SHEET_FORMATS))('the labels of %s lie within an A4', (_, format) => {
  const { left, top } = placeOf(format, perSheet(format) - 1);
  expect(left + format.width).toBeCloseTo(210 - format.left, 0);
  expect(top + format.height).toBeLessThanOrEqual(297);
  expect(placeOf(format, 0)).toEqual({ left: format.left, top: format.top });
});

test('a sheet that was begun is used on', () => {
  const sheets = onSheets(['a', 'b', 'c'], SHEET_FORMATS.L7165, 6);
  expect(sheets).toEqual([[null, null, null, null, null, null, 'a', 'b'], ['c']]);
  expect(onSheets([], SHEET_FORMATS.L7160, 0)).toEqual([]);
});
