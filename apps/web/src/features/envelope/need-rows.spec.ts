import { needByModel, needByTown } from './need-rows.js';

const name = (nl: string) => ({ __typename: 'LocalizedText' as const, nl, fr: nl, en: nl });
const wish = (modelCode: string, nis: string | null, searches: number, refusals = 0, open = 0) => ({
  __typename: 'UnmetDemandRow' as const,
  modelCode,
  nis,
  municipality: nis,
  searches,
  refusals,
  open,
  model: modelCode ? { __typename: 'EquipmentModel' as const, id: modelCode, code: modelCode, name: name(modelCode) } : null,
});
const bought = {
  code: 'A',
  domain: 'x',
  name: name('A'),
  units: 2,
  acquisition: 100n,
  cents: 120n,
  hours: 4,
  trainingHours: 8,
  perHour: 30n,
  idle: false,
};

test('puts what was wanted of a model beside what was bought of it', () => {
  const rows = needByModel([wish('A', '1', 2, 1), wish('B', '1', 9), wish('A', null, 1, 0, 1), wish('', '1', 50)], [bought]);
  // A: 2 + 1 and 1 + 1; a wish without a model is not of one.
  expect(rows.map(({ code, wanted, bought: of }) => [code, wanted, of?.units ?? null])).toEqual([
    ['B', 9, null],
    ['A', 5, 2],
  ]);
});

test('puts what was wanted in a municipality beside what was used there', () => {
  const covered = ['1', '2', '3'].map((nis) => ({ nis, name: `Town ${nis}`, share: Number(nis) / 10 }));
  const sites = [
    { cents: '500', hours: 2, site: { nis: '1' } },
    { cents: '250', hours: 1, site: { nis: '1' } },
  ];
  expect(
    needByTown([wish('A', '2', 3), wish('', '2', 1)], covered, sites).map(({ nis, wanted, cents, hours }) => [
      nis,
      wanted,
      cents,
      hours,
    ]),
  ).toEqual([
    ['2', 4, 0n, 0],
    ['1', 0, 750n, 3],
    ['3', 0, 0n, 0],
  ]);
});
