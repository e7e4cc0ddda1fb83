import { changedFields } from './audit.js';

test('equal fields are left out, dates and objects compared by value', () => {
  const at = new Date('2026-11-23T08:00:00Z');
  const before = { state: 'HELD', at, tags: ['a'], number: 1 };
  const after = { state: 'SUBMITTED', at: new Date(at), tags: ['a'], number: 1 };
  expect(changedFields('reservation', before, after)).toEqual({ state: { before: 'HELD', after: 'SUBMITTED' } });
});

test('a period or an object written in another way is the same value', () => {
  const before = {
    during: '["2026-11-23 08:00:00+01","2026-11-25 17:00:00+01")',
    warnings: [{ code: 'UNKNOWN_FACT', unitId: 'u', field: 'floor' }],
  };
  const after = {
    during: '[2026-11-23T07:00:00.000Z,2026-11-25T16:00:00.000Z)',
    warnings: [{ field: 'floor', code: 'UNKNOWN_FACT', unitId: 'u', siteId: undefined }],
  };
  expect(changedFields('reservation', before, after)).toEqual({});
  const later = '["2026-11-23 08:30:00+01","2026-11-25 17:00:00+01")';
  expect(changedFields('reservation', before, { during: later, warnings: [] })).toEqual({
    during: {
      before: '[2026-11-23T07:00:00.000Z,2026-11-25T16:00:00.000Z)',
      after: '[2026-11-23T07:30:00.000Z,2026-11-25T16:00:00.000Z)',
    },
    warnings: { before: '[{"code":"UNKNOWN_FACT","field":"floor","unitId":"u"}]', after: '[]' },
  });
});

test('what is made shows its values, what is removed its last ones', () => {
  expect(changedFields('site', null, { code: 'x' })).toEqual({ code: { before: null, after: 'x' } });
  expect(changedFields('site', { code: 'x' }, null)).toEqual({ code: { before: 'x', after: null } });
});

test('of a personal value only the name of the field is kept', () => {
  const changes = changedFields(
    'person',
    { email: 'a@example.org', name: 'A', locale: 'nl' },
    { email: 'b@example.org', name: 'B', locale: 'fr' },
  );
  expect(changes).toEqual({ email: {}, name: {}, locale: { before: 'nl', after: 'fr' } });
  expect(JSON.stringify(changes)).not.toContain('example.org');
});

test('the name of an organisation is no personal value', () => {
  expect(changedFields('organisation', { name: 'A' }, { name: 'B' })).toEqual({ name: { before: 'A', after: 'B' } });
});

test('a field that the write did not touch is no change', () => {
  expect(changedFields('site', { code: 'x', town: 'Brugge' }, { code: 'y' })).toEqual({ code: { before: 'x', after: 'y' } });
});
