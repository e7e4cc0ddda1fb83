import { barParts, basisPoints, paperAddress, postingsOf } from './figures.js';

test('a bar has a part for each stage that money got no further than', () => {
  const amounts = { budget: '10000', committed: '8000', invoiced: '6000', paid: '6000', claimed: '5000' };
  expect(barParts(amounts)).toEqual([
    { name: 'claimed', percent: 50 },
    { name: 'paid', percent: 10 },
    { name: 'committed', percent: 20 },
    { name: 'left', percent: 20 },
  ]);
  expect(barParts({ budget: '0', committed: '0', invoiced: '0', paid: '0', claimed: '0' })).toEqual([]);
});

test('shares are rounded down, so that nothing is called full before it is', () => {
  expect(basisPoints('99999', '100000')).toBe(9_999);
  expect(basisPoints('1', '0')).toBe(0);
});

test('a figure leads to its postings and a posting to its paper', () => {
  expect(postingsOf('paid', { lijn: 'x', tot: '2026-01-31' })).toBe('/budget/boekingen?cijfer=paid&lijn=x&tot=2026-01-31');
  expect(paperAddress('INVOICE', 'i')).toBe('/budget/facturen/i');
  expect(paperAddress('COMMITMENT', 'c')).toBe('/budget/boekingen?stuk=c');
  expect(paperAddress('COST', 'c')).toBeNull();
});
