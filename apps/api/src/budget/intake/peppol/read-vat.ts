import { childrenOf, find, type XmlElement } from '../xml/read-xml.js';
import { divided, product, readDecimal } from './decimal.js';
import type { EInvoiceLine, VatCategory } from './e-invoice.js';
import { plain, type FieldReader } from './field-reader.js';
import { readVat, type ReadLine } from './read-lines.js';

interface Breakdown {
  readonly category: VatCategory;
  readonly rate: string;
  readonly baseCents: bigint;
  readonly vatCents: bigint;
  readonly at: XmlElement;
}

/** These carry a rate, and their sums may be rounded line by line: the norm lets them differ by less than one. */
const RATED = new Set<VatCategory>(['S', 'L', 'M', 'B']);
const LESS_THAN_ONE = 100n;

const keyOf = ({ category, rate }: { category: VatCategory; rate: string }) =>
  RATED.has(category) ? `${category} ${rate}` : category;

/** The VAT of the document in its own currency, checked by category and rate; in another currency it may be there once more. */
export function readVatTotal(reader: FieldReader, lines: readonly ReadLine[]): { vatCents: bigint; parts: Breakdown[] } {
  const totals = childrenOf(reader.root, 'TaxTotal');
  const own = totals.find((each) => find(each, 'TaxAmount')?.attributes['currencyID'] === reader.currency) ?? totals[0];
  if (!own) {
    reader.say('MISSING', reader.root, 'TaxTotal/TaxAmount');
    return { vatCents: 0n, parts: [] };
  }
  const vatCents = reader.needed(own, 'TaxAmount');
  const parts = childrenOf(own, 'TaxSubtotal').map((at): Breakdown => ({
    ...readVat(reader, at, ['TaxCategory']),
    baseCents: reader.needed(at, 'TaxableAmount'),
    vatCents: reader.needed(at, 'TaxAmount'),
    at,
  }));
  if (parts.length === 0) reader.say('MISSING', own, 'TaxTotal/TaxSubtotal');
  const sum = parts.reduce((all, part) => all + part.vatCents, 0n);
  if (parts.length > 0 && sum !== vatCents)
    reader.say('TOTAL_DIFFERS', own, 'TaxTotal/TaxAmount', { found: plain(vatCents), expected: plain(sum) });
  for (const part of parts) checkPart(reader, part, lines);
  checkAllBrokenDown(reader, parts, lines);
  return { vatCents, parts };
}

function checkPart(reader: FieldReader, part: Breakdown, lines: readonly ReadLine[]): void {
  const rated = RATED.has(part.category);
  const net = lines.reduce((sum, line) => (keyOf(line) === keyOf(part) ? sum + line.netCents : sum), 0n);
  if (!near(net, part.baseCents, rated))
    reader.say('VAT_BASE_DIFFERS', find(part.at, 'TaxableAmount') ?? part.at, 'TaxSubtotal/TaxableAmount', {
      found: plain(part.baseCents),
      expected: plain(net),
    });
  const percent = rated ? readDecimal(part.rate) : undefined;
  const vat = percent ? product({ units: part.baseCents, scale: 2 }, percent, { units: 100n, scale: 0 }, 2) : 0n;
  if (!near(vat, part.vatCents, rated))
    reader.say('VAT_AMOUNT_DIFFERS', find(part.at, 'TaxAmount') ?? part.at, 'TaxSubtotal/TaxAmount', {
      found: plain(part.vatCents),
      expected: plain(vat),
    });
}

function near(a: bigint, b: bigint, rated: boolean): boolean {
  const off = a > b ? a - b : b - a;
  return rated ? off < LESS_THAN_ONE : off === 0n;
}

function checkAllBrokenDown(reader: FieldReader, parts: readonly Breakdown[], lines: readonly ReadLine[]): void {
  const known = new Set(parts.map(keyOf));
  for (const line of lines)
    if (!known.has(keyOf(line)))
      reader.findings.push({
        code: 'VAT_NOT_BROKEN_DOWN',
        fileLine: line.fileLine,
        field: 'TaxTotal/TaxSubtotal',
        found: keyOf(line),
        ...(line.id === null ? {} : { invoiceLine: line.id }),
      });
}

/** Gives each line its part of the VAT of its category, by rounding the boundaries: together exactly what the document says. */
export function spreadVat(lines: readonly ReadLine[], parts: readonly Breakdown[]): EInvoiceLine[] {
  const vat = new Map<ReadLine, bigint>();
  for (const part of parts) {
    const own = lines.filter((line) => keyOf(line) === keyOf(part));
    const base = own.reduce((sum, line) => sum + line.netCents, 0n);
    let upTo = 0n;
    let given = 0n;
    own.forEach((line, at) => {
      upTo += line.netCents;
      const boundary = at === own.length - 1 ? part.vatCents : base === 0n ? 0n : divided(part.vatCents * upTo, base);
      vat.set(line, boundary - given);
      given = boundary;
    });
  }
  return lines.map((line) => ({ ...line, vatCents: vat.get(line) ?? 0n }));
}
