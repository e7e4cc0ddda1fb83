import { hashPassword, isGoodPassword, isPassword } from './password.js';

const ann = { email: 'annelies@example.org', name: 'Annelies De Smet' };

test('a password is kept as argon2id and recognised', async () => {
  const stored = await hashPassword('vier losse woorden hier');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(stored, 'vier losse woorden hier')).toBe(true);
  expect(await isPassword(stored, 'vier losse woorden')).toBe(false);
});

test('without a stored password none is right, not even the decoy', async () => {
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
  expect(await isPassword(undefined, '')).toBe(false);
});

test.each([
  ['vier losse woorden hier', true],
  ['12345678901', false], // 11 characters
  ['annelies1234', false], // the name and little more
  ['abababababab', false], // two different characters
])('%s: good is %s', (password, good) => {
  expect(isGoodPassword(password, ann)).toBe(good);
});
