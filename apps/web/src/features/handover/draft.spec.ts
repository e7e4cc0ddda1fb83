import { applyLocally } from './apply-locally.js';
import { boxesOf, boxKey, EMPTY, isOpen, likelyMoment } from './draft.js';
import type { Sheet } from './handover.graphql.js';

const part = (position: number, quantity: number) => ({ position, quantity, name: { nl: `deel ${position}`, fr: 'x', en: 'x' } });
const box = (number: number, passed: ('FETCH' | 'DELIVER' | 'RETURN')[] = []) => ({
  box: number,
  passed,
  lost: false,
  parts: [part(1, 4)],
});
const sheet = (state: 'PLANNED' | 'ON_SITE' = 'ON_SITE') =>
  ({
    units: [
      { unitId: 'a', code: 'A-1', state, stillOut: [1, 2], boxes: [box(1), box(2)] },
      { unitId: 'b', code: 'B-1', state, stillOut: [1], boxes: [box(1)] },
    ],
  }) as unknown as Sheet;
const present = { ...EMPTY, state: 'PRESENT' as const };

test('a box of which nothing is said comes later; of a unit nobody touched nothing is said', () => {
  expect(boxesOf(sheet(), 'RETURN', { [boxKey('a', 1)]: present })).toEqual([
    { unitId: 'a', box: 1, state: 'PRESENT', parts: [] },
    { unitId: 'a', box: 2, state: 'LATER', parts: [] },
  ]);
  expect(boxesOf(sheet(), 'RETURN', {})).toEqual([]);
});

test('what is missing or broken goes with its note, and only of a box that is there', () => {
  const findings = { 1: { missing: 1, broken: 0 } };
  const draft = {
    [boxKey('a', 1)]: { ...present, findings, note: ' nat ' },
    [boxKey('b', 1)]: { state: 'MISSING' as const, findings, note: '' },
  };
  const said = [boxesOf(sheet(), 'RETURN', draft)].flat();
  expect(said[0]).toMatchObject({ parts: [{ position: 1, missing: 1, broken: 0, note: 'nat' }] });
  expect(said[2]).toEqual({ unitId: 'b', box: 1, state: 'MISSING', parts: [] });
});

test('the moment that comes next is proposed', () => {
  expect([likelyMoment(sheet('PLANNED')), likelyMoment(sheet())]).toEqual(['FETCH', 'RETURN']);
});

test('without network the sheet shows at once what was noted: back, still out, lost', () => {
  const after = applyLocally(sheet(), {
    moment: 'RETURN',
    boxes: [
      { unitId: 'a', box: 1, state: 'PRESENT', parts: [] },
      { unitId: 'a', box: 2, state: 'LATER', parts: [] },
      { unitId: 'b', box: 1, state: 'MISSING', parts: [] },
    ],
  });
  expect(after.units).toMatchObject([
    { state: 'ON_SITE', stillOut: [2] },
    { state: 'RELEASED', stillOut: [] },
  ]);
  expect(isOpen('RETURN', after.units[0]!, after.units[0]!.boxes[0]!)).toBe(false);
  expect(isOpen('RETURN', after.units[0]!, after.units[0]!.boxes[1]!)).toBe(true);
});
