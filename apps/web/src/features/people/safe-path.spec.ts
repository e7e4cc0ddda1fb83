import { safePath } from './safe-path.js';

const origin = 'https://karavaan.example';

test.each([
  ['/toestel/COB-01?van=2027-01-19&tot=2027-01-21', '/toestel/COB-01?van=2027-01-19&tot=2027-01-21'],
  ['/reservaties#top', '/reservaties#top'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/aanmelden?verder=/inbox', '/'],
  ['', '/'],
  [null, '/'],
])('%s leads to %s', (asked, there) => {
  expect(safePath(asked, origin)).toBe(there);
});
