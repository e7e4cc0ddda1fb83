import { periodOfDays } from '../values/period.js';
import { type Accompanied, chooseInstructors, type InstructorFacts, isFreeToAccompany } from './instructors.js';

// A Monday.
const MONDAY = '2027-03-01';
const loan = (firstDay: string, lastDay = firstDay, more: Partial<Accompanied> = {}): Accompanied => ({
  firstDay,
  lastDay,
  period: periodOfDays(firstDay, lastDay),
  area: 'WESTHOEK',
  isOpen: () => true,
  ...more,
});
const instructor = (id: string, more: Partial<InstructorFacts> = {}): InstructorFacts => ({
  id,
  areas: [],
  weekdays: [1, 2, 3, 4, 5],
  absences: [],
  taken: [],
  ...more,
});
const takenOn = (firstDay: string, lastDay = firstDay, reservationId = 'other') => ({
  taken: [{ ...periodOfDays(firstDay, lastDay), reservationId }],
});

test('goes where they go, on the days they work', () => {
  expect(isFreeToAccompany(instructor('a'), loan(MONDAY))).toBe(true);
  expect(isFreeToAccompany(instructor('a', { areas: ['KORTRIJK'] }), loan(MONDAY))).toBe(false);
  expect(isFreeToAccompany(instructor('a', { areas: ['KORTRIJK', 'WESTHOEK'] }), loan(MONDAY))).toBe(true);
  expect(isFreeToAccompany(instructor('a', { areas: ['KORTRIJK'] }), loan(MONDAY, MONDAY, { area: null }))).toBe(true);
  expect(isFreeToAccompany(instructor('a', { weekdays: [2] }), loan(MONDAY))).toBe(false);
});

test('a day on which the site is closed asks nobody', () => {
  const overWeekend = loan('2027-03-05', '2027-03-08');
  expect(isFreeToAccompany(instructor('a'), overWeekend)).toBe(false);
  expect(
    isFreeToAccompany(instructor('a'), { ...overWeekend, isOpen: (day) => day !== '2027-03-06' && day !== '2027-03-07' }),
  ).toBe(true);
});

test('an absence of one day in the loan keeps them from it, one before or after does not', () => {
  const away = (day: string) => instructor('a', { absences: [{ firstDay: day, lastDay: day }] });
  expect(isFreeToAccompany(away('2027-03-03'), loan('2027-03-02', '2027-03-04'))).toBe(false);
  expect(isFreeToAccompany(away('2027-03-01'), loan('2027-03-02', '2027-03-04'))).toBe(true);
  expect(isFreeToAccompany(away('2027-03-05'), loan('2027-03-02', '2027-03-04'))).toBe(true);
});

test('is in one place at a time; back-to-back loans are fine, and the own loan is no obstacle', () => {
  const wednesday = loan('2027-03-03');
  expect(isFreeToAccompany(instructor('a', takenOn('2027-03-02', '2027-03-03')), wednesday)).toBe(false);
  expect(isFreeToAccompany(instructor('a', takenOn('2027-03-02')), wednesday)).toBe(true);
  expect(
    isFreeToAccompany(instructor('a', takenOn('2027-03-03', '2027-03-03', 'own')), { ...wednesday, reservationId: 'own' }),
  ).toBe(true);
});

test('one who may accompany all models comes alone; else the fewest', () => {
  const [a, b, c] = [instructor('a'), instructor('b'), instructor('c')];
  expect(
    chooseInstructors(
      [
        [a, c],
        [b, c],
      ],
      loan(MONDAY),
    ),
  ).toEqual(['c']);
  expect(chooseInstructors([[a], [b]], loan(MONDAY))?.toSorted()).toEqual(['a', 'b']);
  expect(chooseInstructors([[a], []], loan(MONDAY))).toBeNull();
  expect(chooseInstructors([], loan(MONDAY))).toEqual([]);
});

test('who came already stays; else who has promised least comes', () => {
  const busy = instructor('a', takenOn('2027-04-05'));
  const free = instructor('b');
  expect(chooseInstructors([[busy, free]], loan(MONDAY))).toEqual(['b']);
  expect(chooseInstructors([[busy, free]], loan(MONDAY), ['a'])).toEqual(['a']);
});
