import { historyLines, sayValue } from './history-words.js';

const change = (field: string, before: string | null, after: string | null) => ({ field, before, after });
const entry = (action: string, at: string, ...changes: ReturnType<typeof change>[]) => ({
  action,
  at,
  actorName: 'Lien',
  changes,
});
const say = { day: (day: string) => `dag ${day}`, site: () => 'CVO Creo', number: String, nothing: '-' };

test('the newest stands first, and what is unknown to people is left out', () => {
  const lines = historyLines({
    history: [
      entry('reservation.submit', '2026-11-01T08:00:00Z'),
      entry('reservation.extend', '2026-11-01T07:00:00Z'),
      entry('reservation.confirm', '2026-11-02T08:00:00Z'),
    ],
  });
  expect(lines.map(({ action }) => action)).toEqual(['confirm', 'submit']);
});

test('a change tells its fields with before and after, without ids of the program and equal periods', () => {
  const [line] = historyLines({
    history: [
      entry(
        'reservation.change',
        '2026-11-01T08:00:00Z',
        change('during', '["2027-01-04 07:00:00+00"', '[2027-01-04T07:00'),
        change('decidedBy', null, 'b0983253-b563-439e-ac28-25baeb5cd124'),
        change('lastDay', '2027-01-05', '2027-01-06'),
        change('siteId', 'one', 'two'),
        change('remark', null, null),
      ),
    ],
  });
  expect(line?.changes).toEqual([
    { field: 'lastDay', before: '2027-01-05', after: '2027-01-06', personal: false },
    { field: 'siteId', before: 'one', after: 'two', personal: false },
    { field: 'remark', before: null, after: null, personal: true },
  ]);
});

test('what a reservation starts with is not told as a change', () => {
  const [line] = historyLines({
    history: [entry('reservation.submit', '2026-11-01T08:00:00Z', change('purpose', null, 'Lassen'))],
  });
  expect(line?.changes).toEqual([]);
});

test('without a trace, the reservation itself tells who asked and who decided', () => {
  const lines = historyLines({
    history: [],
    state: 'REJECTED',
    createdAt: '2026-11-01T08:00:00Z',
    decidedAt: '2026-11-03T08:00:00Z',
    requester: { id: '1', name: 'Lien' },
    decidedBy: { id: '2', name: 'Karel' },
  });
  expect(lines.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['reject', 'Karel'],
    ['submit', 'Lien'],
  ]);
});

test('values read as people write them', () => {
  expect(sayValue('firstDay', '2027-01-04', say)).toBe('dag 2027-01-04');
  expect(sayValue('siteId', 'b0983253-b563-439e-ac28-25baeb5cd124', say)).toBe('CVO Creo');
  expect(sayValue('groupSize', null, say)).toBe('-');
});
