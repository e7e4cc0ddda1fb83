import { parseValue } from 'graphql';
import { DayScalar, InstantScalar } from './scalars.js';

test.each(['2027-02-28', '2028-02-29', '2026-12-31'])('%s is a day', (day) => {
  expect(DayScalar.parseValue(day)).toBe(day);
  expect(DayScalar.parseLiteral(parseValue(`"${day}"`))).toBe(day);
});

test.each(['2027-02-29', '2027-13-01', '2027-1-5', '05/01/2027', '2027-01-05T00:00', '', 20270105, null])(
  '%p is no day',
  (value) => {
    expect(() => DayScalar.parseValue(value)).toThrow('YYYY-MM-DD');
  },
);

test('an instant keeps its moment, whatever zone it was written in', () => {
  expect(InstantScalar.serialize(InstantScalar.parseValue('2027-03-28T03:30:00+02:00'))).toBe('2027-03-28T01:30:00.000Z');
});

test.each(['2027-03-28', '2027-03-28T03:30:00', 'yesterday', true])('%p is no instant', (value) => {
  expect(() => InstantScalar.parseValue(value)).toThrow('ISO 8601');
});
