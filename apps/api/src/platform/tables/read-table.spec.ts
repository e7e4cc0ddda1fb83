import { deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from './read-table.js';
import { UnreadableFile } from './unreadable-file.js';

const csv = (text: string) => Buffer.from(text, 'utf8');
const problemOf = async (content: Buffer, mostRows = 100) => {
  try {
    await readTable(content, mostRows);
    return null;
  } catch (error) {
    return error instanceof UnreadableFile ? error.problem : String(error);
  }
};

describe('CSV', () => {
  it.each([
    ['semicolons', 'Naam;Plaats\nCafé;Brugge\n'],
    ['commas', 'Naam,Plaats\r\nCafé,Brugge\r\n'],
    ['tabs', 'Naam\tPlaats\nCafé\tBrugge'],
    ['a mark that says UTF-8', '\ufeffNaam;Plaats\nCafé;Brugge\n'],
    ['quotes', '"Naam";"Plaats"\n"Café";"Brugge"\n'],
    ['a line that names the separator', 'sep=;\nNaam;Plaats\nCafé;Brugge\n'],
  ])('with %s', async (_, text) => {
    const table = await readTable(csv(text), 100);
    expect(table).toMatchObject({ headings: ['Naam', 'Plaats'], rows: [['Café', 'Brugge']] });
  });

  it('in windows-1252 and in UTF-16, as Excel writes them', async () => {
    const text = 'Naam;Plaats\nCafé;Brugge\n';
    for (const content of [Buffer.from(text, 'latin1'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])])
      expect((await readTable(content, 100)).rows).toEqual([['Café', 'Brugge']]);
  });

  it('with separators, quotes and lines inside a cell', async () => {
    const { rows } = await readTable(csv('a;b\n"x;y";"zei ""ja""\nen ging"\n'), 100);
    expect(rows).toEqual([['x;y', 'zei "ja"\nen ging']]);
  });

  it('keeps the line numbers of a spreadsheet: empty rows above and between count', async () => {
    const table = await readTable(csv('\n\na;b\n1;2\n\n3\n;;\n'), 100);
    expect(table).toEqual({
      headings: ['a', 'b'],
      firstLine: 4,
      rows: [
        ['1', '2'],
        ['', ''],
        ['3', ''],
      ],
    });
  });

  it('takes away the apostrophe that an export puts before what looks like a formula', async () => {
    expect((await readTable(csv("a\n'=1+1\n"), 100)).rows).toEqual([['=1+1']]);
  });
});

describe('what is no table', () => {
  it.each([
    ['nothing', csv(''), 'EMPTY'],
    ['only headings', csv('a;b\n'), 'EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'NOT_A_TABLE'],
    ['a quote that never ends', csv('a\n"b\n'), 'NOT_A_TABLE'],
    ['too many rows', csv(`a\n${'1\n'.repeat(101)}`), 'TOO_MANY_ROWS'],
    ['too many columns', csv(`${'a;'.repeat(201)}a\n1\n`), 'TOO_MANY_COLUMNS'],
    ['a broken zip', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(50, 7)]), 'NOT_A_TABLE'],
  ])('%s', async (_, content, problem) => {
    expect(await problemOf(content)).toBe(problem);
  });
});

describe('XLSX', () => {
  it('gives texts, numbers, days and yes or no as texts', async () => {
    const content = await writeXlsxFile([
      [{ value: 'Naam' }, { value: 'Getal' }, { value: 'Dag' }, { value: 'Actief' }],
      [
        { value: 'Café', type: String },
        { value: 12.5, type: Number },
        { value: new Date('2027-03-28T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        { value: true, type: Boolean },
      ],
    ] as never).toBuffer();
    expect(await readTable(content, 100)).toEqual({
      headings: ['Naam', 'Getal', 'Dag', 'Actief'],
      firstLine: 2,
      rows: [['Café', '12.5', '2027-03-28', 'true']],
    });
  });

  it('that would become very large is not unpacked', async () => {
    const bomb = zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(120 * 1024 * 1024, 0x20) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problemOf(bomb)).toBe('TOO_LARGE');
  });

  it.each([
    ['below', 'A1048576', 'TOO_MANY_ROWS'],
    ['at the right', 'XFD1', 'TOO_MANY_COLUMNS'],
  ])('with one cell far %s makes no room for all before it', async (_, cell, problem) => {
    const sheet = `<worksheet><sheetData><row><c r="A1"><v>1</v></c><c r="${cell}"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await problemOf(zip({ 'xl/worksheets/sheet1.xml': Buffer.from(sheet) }))).toBe(problem);
  });
});

/** A zip file of these parts, as small as can be. */
function zip(parts: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    // What it says of its size is a lie.
    sizes.writeUInt32LE(10, 8);
    const names = Buffer.alloc(4);
    names.writeUInt16LE(name.length, 0);
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
      sizes,
      names,
      Buffer.from(name),
      packed,
    ]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
        sizes,
        names,
        Buffer.alloc(10),
        place,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
