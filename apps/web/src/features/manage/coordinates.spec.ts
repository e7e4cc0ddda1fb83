import { parseCoordinate, parsePair } from './coordinates.js';

test.each([
  ['50.9465', 50.9465],
  ['50,9465', 50.9465],
  [' 51 ', 51],
  ['52.37', null], // Amsterdam
  ['3.12', null], // a longitude
  ['50.94.65', null],
  ['', null],
])('the latitude %s is %s', (text, value) => {
  expect(parseCoordinate(text, 'latitude')).toBe(value);
});

test('a longitude has its own limits', () => {
  expect(parseCoordinate('3,1227', 'longitude')).toBe(3.1227);
  expect(parseCoordinate('50.9', 'longitude')).toBeNull();
});

test('a pair copied from a map fills in both', () => {
  expect(parsePair('50.94653, 3.12270')).toEqual({ latitude: '50.94653', longitude: '3.12270' });
  expect(parsePair('50,9465')).toBeNull();
});
