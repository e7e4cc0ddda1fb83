import fc from 'fast-check';
import { RECORD_KINDS, type Field } from './field.js';
import { readHours, writeHours } from './hours-text.js';
import { mapColumns, missingColumns } from './map-columns.js';
import { readField } from './read-field.js';
import { changedKeys, readRecord } from './read-record.js';
import { SHAPES } from './shapes.js';

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  key: 'it',
  label: { nl: '', fr: '', en: '' },
  kind,
  group: 'what',
  ...more,
});
const POWER = SHAPES.SITE.fields.find(({ key }) => key === 'powerSupplies')!;

describe('a cell', () => {
  it.each([
    ['decimal', '1.250,5', '1250.5'],
    ['decimal', '1,250.5', '1250.5'],
    ['decimal', '12,5', '12.5'],
    ['decimal', '12.5', '12.5'],
    ['decimal', '1 250', '1250'],
    ['integer', '007', '7'],
    ['day', '28/3/2027', '2027-03-28'],
    ['day', '2027-03-28T00:00:00', '2027-03-28'],
    ['day', '28.03.2027', '2027-03-28'],
    ['yesNo', 'Oui', 'true'],
    ['yesNo', 'neen', 'false'],
    ['email', 'An@VTI.example', 'an@vti.example'],
    ['enterpriseNumber', 'BE 0123.456.749', '0123456749'],
    ['hours', 'maandag-vrijdag 8:00-17:00', '1-5 08:00-17:00'],
    ['text', '  te veel  ', 'te veel'],
    ['text', '   ', null],
  ] as const)('%s %j is %j', (kind, typed, text) => {
    expect(readField(field(kind), typed)).toEqual({ text });
  });

  it.each([
    ['decimal', 'tien', 'NO_NUMBER'],
    ['decimal', '1,2,3', 'NO_NUMBER'],
    ['integer', '2,5', 'NOT_WHOLE'],
    ['day', '31/02/2027', 'NO_DAY'],
    ['day', '3/2027', 'NO_DAY'],
    ['yesNo', 'misschien', 'NO_YES_OR_NO'],
    ['email', 'an@', 'NO_EMAIL'],
    ['enterpriseNumber', '0123.456.748', 'NO_ENTERPRISE_NUMBER'],
    ['code', 'a b', 'NO_CODE'],
    ['hours', '1-5 17:00-08:00', 'NO_HOURS'],
    ['hours', '1 08:00-12:00 11:00-14:00', 'NO_HOURS'],
    ['hours', 'ma 08:00-12:00', 'NO_HOURS'],
  ] as const)('%s %j is refused: %s', (kind, typed, problem) => {
    expect(readField(field(kind), typed)).toEqual({ problem });
  });

  it('has limits, which belong to what is allowed', () => {
    const one = field('integer', { least: 1, most: 40 });
    expect(['1', '40', '0', '41'].map((typed) => readField(one, typed))).toEqual([
      { text: '1' },
      { text: '40' },
      { problem: 'TOO_SMALL' },
      { problem: 'TOO_LARGE' },
    ]);
  });

  it('knows choices by code and by their name in each language, in one order', () => {
    expect(readField(POWER, '400 V, 32 A; V230_16A')).toEqual({ text: 'V230_16A;V400_32A' });
    expect(readField(POWER, '400 V; 12 A')).toEqual({ problem: 'NO_CHOICE' });
  });
});

it('reads every value that it wrote: canonical texts stay as they are', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.boolean(), day, (number, yes, date) => {
      const decimal = String(Math.round(number * 1000) / 1000);
      expect(readField(field('decimal'), decimal)).toEqual({ text: decimal });
      expect(readField(field('yesNo'), String(yes))).toEqual({ text: String(yes) });
      const iso = date.toISOString().slice(0, 10);
      expect(readField(field('day'), iso)).toEqual({ text: iso });
      expect(readField(field('day'), iso.split('-').toReversed().join('/'))).toEqual({ text: iso });
    }),
  );
});

it('writes a week of hours so that it reads it back', () => {
  const time = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const window = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), late: fc.boolean(), long: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.uniqueArray(window, { selector: ({ weekday, late }) => `${weekday}${late}`, minLength: 1 }), (week) => {
      const hours = week
        .map(({ weekday, late, long }) => ({ weekday, from: time(late ? 13 : 8), to: time((late ? 13 : 8) + long) }))
        .toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
      expect(readHours(writeHours(hours))).toEqual(hours);
    }),
  );
});

describe('a record', () => {
  const NEW = { code: 'vti', name: 'VTI', kind: 'school' };
  it('takes the fallbacks when it is new', () => {
    expect(readRecord('ORGANISATION', NEW, null, 'KEPT')).toEqual({
      texts: { code: 'vti', name: 'VTI', kind: 'SCHOOL', enterpriseNumber: null, active: 'true' },
      wrong: [],
    });
  });

  it('keeps what a file has no column for, and what an empty cell of a required column says nothing of', () => {
    const before = readRecord('ORGANISATION', { ...NEW, active: 'nee', enterpriseNumber: '0123456749' }, null, 'KEPT').texts;
    const after = readRecord('ORGANISATION', { code: 'VTI', name: '', active: '' }, before, 'KEPT').texts;
    expect(changedKeys('ORGANISATION', before, after)).toEqual([]);
    expect(readRecord('ORGANISATION', { enterpriseNumber: '' }, before, 'KEPT').texts['enterpriseNumber']).toBeNull();
    expect(readRecord('ORGANISATION', { name: '' }, before, 'MISSING').wrong).toEqual([{ field: 'name', problem: 'MISSING' }]);
  });

  it('says the Dutch text in all three languages until somebody translates it', () => {
    const { texts } = readRecord(
      'HOLIDAY',
      { kind: 'feestdag', firstDay: '1/5/2027', nameNl: 'Dag van de Arbeid' },
      null,
      'KEPT',
    );
    expect(texts).toMatchObject({ nameFr: 'Dag van de Arbeid', nameEn: 'Dag van de Arbeid', lastDay: '2027-05-01' });
  });

  it('may not end before it begins', () => {
    const given = { kind: 'PUBLIC', firstDay: '2027-05-02', lastDay: '2027-05-01', nameNl: 'x' };
    expect(readRecord('HOLIDAY', given, null, 'MISSING').wrong).toEqual([{ field: 'lastDay', problem: 'FIRST_AFTER_LAST' }]);
  });
});

describe('headings', () => {
  it.each([
    ['nl', ['Code', 'Thuislocatie', 'EIGENAAR ', 'Model', 'Kleur']],
    ['fr', ['Code', 'Site d’attache', 'propriétaire', 'Modele', 'Couleur']],
    ['en', ['code', 'home site', 'Owner', 'Model', 'Colour']],
  ])('are understood in %s', (_, headings) => {
    expect(mapColumns('UNIT', headings)).toEqual(['code', 'homeSite', 'owner', 'model', null]);
  });

  it('give each field one column, and say which are missing', () => {
    const mapping = mapColumns('HOLIDAY', ['Soort', 'Type', 'Naam']);
    expect(mapping).toEqual(['kind', null, 'nameNl']);
    expect(missingColumns('HOLIDAY', mapping)).toEqual(['firstDay']);
  });

  it.each(RECORD_KINDS)('of a template in each language are all understood: %s', (kind) => {
    for (const language of ['nl', 'fr', 'en'] as const)
      expect(
        mapColumns(
          kind,
          SHAPES[kind].fields.map(({ label }) => label[language]),
        ),
      ).toEqual(SHAPES[kind].fields.map(({ key }) => key));
  });
});
