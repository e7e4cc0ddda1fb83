import fc from 'fast-check';
import { readEInvoice } from './read-e-invoice.js';
import { makeUbl, type GivenInvoice } from './ubl.fixture.js';

const read = (text: string) => readEInvoice(Buffer.from(text));
function good(given: GivenInvoice) {
  const reading = read(makeUbl(given));
  if (!reading.ok)
    throw new Error(JSON.stringify(reading, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
  return reading.invoice;
}
/** What is wrong, each as one text: code, line of the invoice, found, expected. */
function wrong(text: string): string[] {
  const reading = read(text);
  if (reading.ok) return [];
  if (reading.problem !== 'WRONG') return [`${reading.problem} ${reading.fileLine}`];
  return reading.findings.map(({ code, invoiceLine = '-', found, expected }) =>
    [code, invoiceLine, found, expected].filter((each) => each !== undefined).join(' '),
  );
}
const one = (text: string, from: string, to: string) => wrong(text.replace(from, to));

test('reads who, what and how much; nothing is taken for a number', () => {
  const invoice = good({
    number: '0123456789',
    order: 'V-12',
    communication: '+++123/4567/89002+++',
    lines: [{ name: 'Lasrobot', quantity: '2', price: '1250.50', net: 250_100n }],
  });
  expect(invoice).toMatchObject({
    kind: 'INVOICE',
    number: '0123456789',
    issuedOn: '2027-02-01',
    dueOn: '2027-03-03',
    supplier: { name: 'Robotica Demo bv', enterpriseNumber: '0123456749', vatNumber: 'BE0123456749' },
    communication: '123456789002',
    orderReference: 'V-12',
    iban: 'BE62510007547061',
    // 2501,00 + 21 % = 3026,21
    netCents: 250_100n,
    vatCents: 52_521n,
    totalCents: 302_621n,
  });
});

test('every category of VAT, some together, each line with its part of it', () => {
  for (const category of ['Z', 'E', 'AE', 'K', 'G', 'O'])
    expect(good({ lines: [{ net: 10_000n, category }] })).toMatchObject({ totalCents: 10_000n, vatCents: 0n });
  const mixed = good({
    lines: [{ net: 3_333n }, { net: 3_333n }, { net: 3_334n }, { net: 5_000n, rate: 6 }, { net: 100n, category: 'E' }],
  });
  // 10000 × 21 % = 2100 over three, by their boundaries: 699,93 → 700, 1399,86 → 1400, 2100; 5000 × 6 % = 300
  expect(mixed.lines.map(({ vatCents }) => vatCents)).toEqual([700n, 700n, 700n, 300n, 0n]);
  expect(good({ lines: [{ net: 5_000n, category: 'L', rate: 7 }] }).vatCents).toBe(350n);
});

test('allowances and charges on lines and on the whole, a base quantity, prices of many decimals, lines below zero', () => {
  const invoice = good({
    lines: [
      // 7 × 10,12345 ÷ 10 = 7,086415, less 1,00 = 6,09
      { quantity: '7', price: '10.12345', baseQuantity: '10', net: 609n, extra: [-100n] },
      { quantity: '-1', price: '2.50', net: -250n },
    ],
    extras: [
      { cents: -59n, reason: 'Kwantumkorting' },
      { cents: 500n, reason: 'Vervoer', rate: 6 },
    ],
  });
  expect(invoice.lines.map(({ what, netCents }) => [what, netCents])).toEqual([
    ['LINE', 609n],
    ['LINE', -250n],
    ['ALLOWANCE', -59n],
    ['CHARGE', 500n],
  ]);
  // (6,09 − 2,50 − 0,59) × 21 % = 0,63; 5,00 × 6 % = 0,30
  expect(invoice).toMatchObject({ netCents: 800n, vatCents: 93n, totalCents: 893n });
});

test('what was paid before is still owed in all; a rounding is a line of its own', () => {
  const invoice = good({ lines: [{ net: 10_001n }], prepaid: 5_000n, rounding: -1n });
  // 100,01 + 21,00 = 121,01 − 0,01 = 121,00
  expect(invoice).toMatchObject({ totalCents: 12_100n, prepaidCents: 5_000n, payableCents: 7_100n });
  expect(invoice.lines.at(-1)).toMatchObject({ what: 'ROUNDING', netCents: -1n, vatCents: 0n });
});

test('credit notes with and without their invoice; an invoice below zero is one too', () => {
  expect(good({ kind: 'CreditNote', credits: 'F1', lines: [{ net: 500n }] })).toMatchObject({
    kind: 'CREDIT_NOTE',
    credits: { number: 'F1' },
    totalCents: 605n,
  });
  expect(good({ kind: 'CreditNote', lines: [{ net: 500n }] }).credits).toBeNull();
  expect(good({ lines: [{ quantity: '-1', price: '5.00', net: -500n }] })).toMatchObject({
    kind: 'CREDIT_NOTE',
    totalCents: 605n,
    lines: [{ netCents: 500n, vatCents: 105n }],
  });
});

test('VAT in a second currency, another currency, other prefixes, other encodings', () => {
  expect(good({ lines: [{ net: 100n }], taxCurrency: { currency: 'SEK', amount: '2.41' } }).vatCents).toBe(21n);
  expect(good({ lines: [{ net: 100n }], currency: 'SEK' }).currency).toBe('SEK');
  expect(good({ lines: [{ net: 100n }], prefix: 'basic' }).totalCents).toBe(121n);
  const text = makeUbl({ lines: [{ net: 100n, name: 'Café' }] });
  const utf16 = readEInvoice(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')]));
  const latin = readEInvoice(Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1'));
  for (const reading of [utf16, latin])
    expect(reading).toMatchObject({ ok: true, invoice: { lines: [{ description: 'Café' }] } });
});

test('a supplier by VAT number alone, from abroad, or with a number without its zero', () => {
  const of = (supplier: GivenInvoice['supplier']) => good({ lines: [{ net: 100n }], supplier: supplier! }).supplier;
  expect(of({ enterpriseNumber: '7300010000001', scheme: '0088', vat: 'BE 0123.456.749' }).enterpriseNumber).toBe('0123456749');
  expect(of({ enterpriseNumber: '123456749' }).enterpriseNumber).toBe('0123456749');
  expect(of({ enterpriseNumber: 'HRB1', scheme: '0204', vat: 'DE123456789' })).toMatchObject({
    enterpriseNumber: null,
    vatNumber: 'DE123456789',
  });
});

test('a PDF inside comes out; what is no picture and no PDF stays inside', () => {
  const pdf = Buffer.from('%PDF-1.7 test');
  const { attachments, leftInside } = good({
    lines: [{ net: 100n }],
    attachments: [
      { name: 'factuur.pdf', mime: 'application/pdf', content: pdf },
      { name: 'uren.csv', mime: 'text/csv', content: Buffer.from('a;b') },
      { name: 'virus.pdf', mime: 'application/pdf', content: Buffer.from('MZ') },
    ],
  });
  expect(attachments).toEqual([{ name: 'factuur.pdf', mediaType: 'application/pdf', content: pdf }]);
  expect(leftInside).toEqual(['uren.csv', 'virus.pdf']);
});

test('a large file inside comes out whole; what stands around the elements does no harm', () => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(2_000_000, 7)]);
  const text = makeUbl({
    lines: [{ net: 100n, name: 'A &amp; B &#233;' }],
    attachments: [{ name: 'groot.pdf', mime: 'application/pdf', content }],
  })
    .replace('<Invoice', '<?xml-stylesheet href="x.xsl"?><!-- van ons -->\n<Invoice')
    .replace('Lasrobot', '<![CDATA[Las<robot]]>');
  const reading = read(text);
  expect(reading).toMatchObject({ ok: true, invoice: { lines: [{ description: 'A & B é' }] } });
  if (reading.ok) expect(reading.invoice.attachments[0]!.content.equals(content)).toBe(true);
});

test('sums that differ are named with their line, what stands there and what it should be', () => {
  const text = makeUbl({
    lines: [
      { quantity: '2', price: '50.00', net: 10_000n },
      { net: 2_000n, rate: 6 },
    ],
  });
  expect(wrong(text)).toEqual([]);
  expect(one(text, '<cbc:PayableAmount currencyID="EUR">142.20', '<cbc:PayableAmount currencyID="EUR">142.21')).toEqual([
    'TOTAL_DIFFERS - 142.21 142.20',
  ]);
  expect(one(text, '<cbc:PriceAmount currencyID="EUR">50.00', '<cbc:PriceAmount currencyID="EUR">50.02')).toEqual([
    'LINE_NET_DIFFERS 1 100.00 100.04',
  ]);
  expect(one(text, '<cbc:TaxAmount currencyID="EUR">1.20', '<cbc:TaxAmount currencyID="EUR">2.20')).toEqual([
    'TOTAL_DIFFERS - 22.20 23.20',
    'VAT_AMOUNT_DIFFERS - 2.20 1.20',
  ]);
  expect(one(text, '<cbc:ID>S</cbc:ID><cbc:Percent>6.00', '<cbc:ID>S</cbc:ID><cbc:Percent>9.00')).toEqual([
    'VAT_BASE_DIFFERS - 20.00 0.00',
    'VAT_NOT_BROKEN_DOWN 2 S 6',
  ]);
  const reading = read(text.replace('<cbc:PriceAmount currencyID="EUR">50.00', '<cbc:PriceAmount currencyID="EUR">60.00'));
  const at = text.split('\n').findIndex((line) => line.includes('<cbc:LineExtensionAmount currencyID="EUR">100.00')) + 1;
  expect(reading).toMatchObject({ findings: [{ fileLine: at, field: 'LineExtensionAmount' }] });
});

test('amounts that are none, days that are none, other currencies, fields that are missing', () => {
  const text = makeUbl({ lines: [{ net: 10_000n }] });
  const inTotal = '<cbc:TaxExclusiveAmount currencyID="EUR">100.00';
  expect(one(text, inTotal, '<cbc:TaxExclusiveAmount currencyID="EUR">1e2')[0]).toBe('NOT_A_NUMBER - 1e2');
  expect(one(text, inTotal, '<cbc:TaxExclusiveAmount currencyID="EUR">100,00')[0]).toBe('NOT_A_NUMBER - 100,00');
  expect(one(text, inTotal, '<cbc:TaxExclusiveAmount currencyID="EUR">100.001')[0]).toBe('TOO_MANY_DECIMALS - 100.001');
  expect(one(text, inTotal, '<cbc:TaxExclusiveAmount currencyID="EUR">100.000')).toEqual([]);
  expect(one(text, inTotal, '<cbc:TaxExclusiveAmount currencyID="USD">100.00')).toEqual(['OTHER_CURRENCY - USD EUR']);
  expect(one(text, '2027-02-01', '2027-02-30')[0]).toBe('NOT_A_DAY - 2027-02-30');
  expect(one(text, '<cbc:ID>F2027-0815</cbc:ID>', '')).toEqual(['MISSING -']);
  expect(one(text, '<cbc:ID>S</cbc:ID>', '<cbc:ID>X</cbc:ID>')).toContain('VAT_CATEGORY_UNKNOWN - X');
});

test('what is no such document is refused before it is read: entities, other kinds, half a file, too deep', () => {
  const text = makeUbl({ lines: [{ net: 100n }] });
  const bomb = text.replace('<Invoice', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>\n<Invoice');
  expect(wrong(bomb)[0]).toMatch('HAS_DOCTYPE 2');
  expect(one(text, 'F2027-0815', '&extern;')[0]).toMatch('NOT_XML 5');
  expect(wrong('PDF')).toEqual(['NOT_XML 1']);
  expect(wrong('')).toEqual(['NOT_XML 1']);
  expect(wrong(text.slice(0, -40))[0]).toMatch('NOT_XML');
  expect(wrong('<html/>')).toEqual(['NOT_AN_E_INVOICE 1']);
  expect(one(text, 'Invoice-2', 'Order-2')[0]).toMatch('NOT_AN_E_INVOICE');
  expect(wrong('<a>'.repeat(1_000))).toEqual(['TOO_DEEP 1']);
  expect(wrong(`<a>${'<b/>'.repeat(400_001)}</a>`)).toEqual(['TOO_MANY_ELEMENTS 1']);
});

test('whatever the lines, the parts add up to the document; one cent more anywhere in the totals is seen', () => {
  const line = fc.record({ net: fc.bigInt(-90_000n, 90_000n), rate: fc.constantFrom(6, 12, 21) });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('TaxExclusiveAmount', 'TaxInclusiveAmount', 'PayableAmount'),
      (lines, field) => {
        const text = makeUbl({ lines });
        const reading = read(text);
        expect(reading.ok).toBe(true);
        if (!reading.ok) return;
        const { invoice } = reading;
        const sum = invoice.lines.reduce((all, { netCents, vatCents }) => all + netCents + vatCents, 0n);
        expect(sum).toBe(invoice.totalCents);
        const off = text.replace(
          new RegExp(`(<cbc:${field} [^>]*>-?\\d+)\\.(\\d\\d)`),
          (_, start: string, cents: string) => `${start}.${String((Number(cents) + 1) % 100).padStart(2, '0')}`,
        );
        expect(wrong(off)[0]).toMatch(/^TOTAL_DIFFERS/);
      },
    ),
    { numRuns: 100 },
  );
});
