import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Table } from './table.js';
import { csvHeading, csvLine } from './write-csv.js';
import { writePdf } from './write-pdf.js';
import { writeXlsx } from './write-xlsx.js';

const TABLE: Table = {
  title: 'Reservaties',
  columns: [
    { heading: 'Naam', kind: 'text' },
    { heading: 'Uren', kind: 'number' },
    { heading: 'Deel', kind: 'percent' },
    { heading: 'Dag', kind: 'day' },
    { heading: 'Gevraagd', kind: 'instant' },
  ],
  rows: [
    ['=HYPERLINK("http://x")', 7.5, 0.484, '2027-03-28', '2027-03-28T00:30:00Z'],
    ['Žofia; "de Łódź"', null, null, null, null],
  ],
};

describe('CSV', () => {
  const text = csvHeading(TABLE.columns, 'nl') + TABLE.rows.map((row) => csvLine(row, TABLE.columns, 'nl')).join('');

  test('says its encoding, parts by semicolons, and writes days so that every program knows them', () => {
    expect(text.startsWith('\ufeffNaam;Uren;Deel;Dag;Gevraagd\r\n')).toBe(true);
    // 00:30 UTC is half past one in Brussels, on the night that the clock goes forward.
    expect(text.split('\r\n')[1]).toBe(`"'=HYPERLINK(""http://x"")";7,5;0,484;2027-03-28;2027-03-28 01:30`);
    expect(text.split('\r\n')[2]).toBe('"Žofia; ""de Łódź""";;;;');
  });

  test.each(['=1+1', '+32 460', '-2', '@SUM(A1)', '\t=1', ' =1', '|cmd', '%0'])('does not let %j be a formula', (typed) => {
    expect(
      csvLine([typed], [{ heading: '', kind: 'text' }], 'nl')
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  test('a negative number is a number, in English with a point and commas between', () => {
    expect(csvLine([-1.5, 'a,b'], TABLE.columns, 'en')).toBe('-1.5,"a,b"\r\n');
  });
});

test('XLSX holds real numbers and dates, and texts that are no formulas', async () => {
  const rows = await readSheet(await writeXlsx([TABLE, TABLE], 'nl'));
  expect(rows[0]).toEqual(['Naam', 'Uren', 'Deel', 'Dag', 'Gevraagd']);
  expect(rows[1]).toEqual([
    '=HYPERLINK("http://x")',
    7.5,
    0.484,
    new Date('2027-03-28T00:00:00Z'),
    new Date('2027-03-28T01:30:00Z'),
  ]);
  expect(rows[2]).toEqual(['Žofia; "de Łódź"', null, null, null, null]);
});

describe('PDF', () => {
  const many = {
    ...TABLE,
    rows: Array.from({ length: 120 }, (_, at) => [`Rij ${at} – € é ë ï ç œ ’`, at, 0.5, '2027-01-04', null]),
  };
  const file = writePdf({ title: 'Reservaties', lead: ['120 rijen'], tables: [{ ...many, bars: [0, 1] }] }, 'nl');

  test('can be read aloud: its language and title, headings, header cells and a figure in words', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await file));
    expect((await getMeta(pdf)).info).toMatchObject({ Language: 'nl-BE', Title: 'Reservaties' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['H1', 'Figure', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain('Uren: Rij 0 – € é ë ï ç œ ’ 0');
    // The heading that is drawn again on the next page is not read again.
    const second = JSON.stringify(await (await pdf.getPage(2)).getStructTree());
    expect(second).toMatch(/"role":"TD","children":\[\{/);
    expect(second).not.toMatch(/"role":"TH","children":\[\{/);
  });

  test('shows every row with its letters, on numbered pages', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await file));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(pdf.numPages).toBeGreaterThan(1);
    for (const at of [0, 60, 119]) expect(text).toContain(`Rij ${at} – € é ë ï ç œ ’`);
    expect(text).toContain(`bladzijde 1 van ${pdf.numPages}`);
    expect(text).toContain('04/01/2027');
  });
});
