import { addTexts, hasText, showTexts, translate } from './texts.js';

beforeAll(() => {
  addTexts('nl', { a: { days_one: '{{count}} dag', days_other: '{{count}} dagen', hello: 'Dag {{name}}', only: 'alleen hier' } });
  addTexts('fr', { a: { days_one: '{{count}} jour', days_other: '{{count}} jours', hello: 'Bonjour {{name}}' } });
});

test('fills in the places of a text, and leaves a place that has no value', () => {
  showTexts('nl');
  expect(translate('a.hello', { name: 'Lien' })).toBe('Dag Lien');
  expect(translate('a.hello')).toBe('Dag {{name}}');
});

test('chooses the plural form of the language: nought is plural in Dutch, singular in French', () => {
  showTexts('nl');
  expect([0, 1, 2].map((count) => translate('a.days', { count }))).toEqual(['0 dagen', '1 dag', '2 dagen']);
  showTexts('fr');
  expect([0, 1, 2].map((count) => translate('a.days', { count }))).toEqual(['0 jour', '1 jour', '2 jours']);
});

test('falls back to Dutch, and then to the key', () => {
  showTexts('fr');
  expect(translate('a.only')).toBe('alleen hier');
  expect(translate('a.missing')).toBe('a.missing');
  expect(hasText('a.only')).toBe(true);
  expect(hasText('a.missing')).toBe(false);
});

test('more texts come beside the first ones', () => {
  showTexts('nl');
  addTexts('nl', { b: { more: 'nog' } });
  expect([translate('b.more'), translate('a.only')]).toEqual(['nog', 'alleen hier']);
});
