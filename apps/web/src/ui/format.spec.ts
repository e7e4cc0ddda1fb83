import {
  formatDay,
  formatDayFull,
  formatDayNumeric,
  formatEuro,
  formatExtraKm,
  formatInstant,
  formatKm,
  formatMinutes,
  formatPeriod,
  formatPeriodShort,
  formatWeek,
  parseDay,
} from './format.js';

describe('days', () => {
  it('names a day short, in digits and as it is read out', () => {
    expect(formatDay('2027-01-19', 'nl')).toBe('di 19 jan 2027');
    expect(formatDay('2027-01-19', 'fr')).toBe('mar 19 janv 2027');
    expect(formatDay('2027-01-19', 'en')).toBe('Tue 19 Jan 2027');
    expect(formatDayNumeric('2027-01-05')).toBe('05/01/2027');
    expect(formatDayFull('2027-01-05', 'nl')).toBe('dinsdag 5 januari 2027');
    expect(formatDayFull('2027-01-05', 'fr')).toBe('mardi 5 janvier 2027');
  });

  it('says the ISO week with its own year', () => {
    expect(formatWeek('2027-01-01', 'nl')).toBe('week 53 van 2026');
    expect(formatWeek('2027-01-04', 'en')).toBe('week 1 of 2027');
  });

  it('shows a period with both days included and says nothing twice', () => {
    expect(formatPeriod('2027-01-19', '2027-01-21', 'nl')).toBe('van di 19 tot en met do 21 jan 2027');
    expect(formatPeriod('2027-01-28', '2027-02-02', 'nl')).toBe('van do 28 jan tot en met di 2 feb 2027');
    expect(formatPeriod('2026-12-31', '2027-01-04', 'nl')).toBe('van do 31 dec 2026 tot en met ma 4 jan 2027');
    expect(formatPeriod('2027-01-19', '2027-01-19', 'fr')).toBe('le mar 19 janv 2027');
    expect(formatPeriodShort('2027-01-19', '2027-01-21', 'nl')).toBe('di 19 t.e.m. do 21 jan 2027');
  });

  it('shows instants on the clock in Brussels, in winter and in summer', () => {
    expect(formatInstant('2027-01-19T07:05:00Z', 'nl')).toBe('di 19 jan 2027, 08:05');
    expect(formatInstant('2027-07-19T22:30:00Z', 'nl')).toBe('di 20 jul 2027, 00:30');
  });
});

describe('a typed day', () => {
  it.each([
    ['19/01/2027', '2027-01-19'],
    ['5-1-2027', '2027-01-05'],
    [' 5.1.27 ', '2027-01-05'],
    ['2027-01-19', '2027-01-19'],
  ])('reads %s', (typed, day) => expect(parseDay(typed)).toBe(day));

  it.each(['31/02/2027', '19/13/2027', 'morgen', '', '19/01'])('refuses %p', (typed) => expect(parseDay(typed)).toBeNull());
});

describe('amounts', () => {
  it('shows cents exactly, however many', () => {
    expect(formatEuro('720000000', 'nl')).toBe('€ 7.200.000,00');
    expect(formatEuro(-125030n, 'nl')).toBe('€ -1.250,30');
    expect(formatEuro('0', 'nl')).toBe('€ 0,00');
    expect(formatEuro('900719925474099301', 'nl')).toBe('€ 9.007.199.254.740.993,01');
  });

  it('shows kilometres and minutes', () => {
    expect(formatKm(9.04, 'nl')).toBe('9 km');
    expect(formatKm(3.46, 'nl')).toBe('3,5 km');
    expect(formatKm(23.4, 'nl')).toBe('23 km');
    expect(formatExtraKm(8.6, 'nl')).toBe('+ 9 km');
    expect(formatExtraKm(-4, 'nl')).toBe('- 4 km');
    expect(formatMinutes(75, 'nl')).toBe('1 uur en 15 minuten');
    expect(formatMinutes(60, 'fr')).toBe('1 heure');
    expect(formatMinutes(0, 'en')).toBe('0 minutes');
  });
});
