import { periodIn, periodNamed } from './period.js';

test('names periods as people do, over the turn of a year', () => {
  expect(periodNamed('dit-jaar', '2026-11-23')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(periodNamed('vorig-jaar', '2026-11-23')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(periodNamed('dit-kwartaal', '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodNamed('vorige-maand', '2027-01-04')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodNamed('vorige-maand', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('takes the period of the address only when it can be', () => {
  const at = (search: string) => periodIn(new URLSearchParams(search), '2026-11-23');
  expect(at('van=2026-03-01&tot=2026-03-05')).toEqual({ from: '2026-03-01', to: '2026-03-05' });
  for (const wrong of ['', 'van=2026-03-05&tot=2026-03-01', 'van=x&tot=2026-03-01', 'van=2026-02-30&tot=2026-03-01'])
    expect(at(wrong)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});
