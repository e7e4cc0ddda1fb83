import { childrenOf, find, textAt, type XmlElement } from '../xml/read-xml.js';
import { ONE, product, type Decimal } from './decimal.js';
import { VAT_CATEGORIES, type VatCategory } from './e-invoice.js';
import { plain, type FieldReader } from './field-reader.js';

/** A line, or an allowance or charge of the whole document, before the VAT is spread over them. */
export interface ReadLine {
  readonly id: string | null;
  readonly what: 'LINE' | 'ALLOWANCE' | 'CHARGE';
  readonly fileLine: number;
  readonly description: string;
  /** Below zero for an allowance. */
  readonly netCents: bigint;
  readonly category: VatCategory;
  readonly rate: string;
}

/** What Peppol lets an amount differ from its factors: two cents. */
const SLACK = 20_000n;
const FINE = 6;
const fine = (cents: bigint) => cents * 10_000n;

const off = (a: bigint, b: bigint) => (a > b ? a - b : b - a);

export function readLines(reader: FieldReader): ReadLine[] {
  const found = reader.root.children.filter(({ name }) => name === 'InvoiceLine' || name === 'CreditNoteLine');
  if (found.length === 0) reader.say('MISSING', reader.root, 'InvoiceLine');
  return found.map((line) => readLine(reader, line));
}

function readLine(reader: FieldReader, line: XmlElement): ReadLine {
  const id = textAt(line, 'ID') ?? '?';
  if (id === '?') reader.say('MISSING', line, 'ID');
  const netCents = reader.needed(line, 'LineExtensionAmount', id);
  checkNet(reader, line, id, netCents);
  return {
    id,
    what: 'LINE',
    fileLine: line.line,
    description: [textAt(line, 'Item', 'Name'), textAt(line, 'Item', 'Description')].filter(Boolean).join(': ').slice(0, 500),
    netCents,
    ...readVat(reader, line, ['Item', 'ClassifiedTaxCategory'], id),
  };
}

/** Quantity × price ÷ base quantity − allowances + charges of the line. */
function checkNet(reader: FieldReader, line: XmlElement, id: string, netCents: bigint): void {
  const price = reader.decimal(line, 'Price/PriceAmount', id);
  if (!price) {
    if (!find(line, 'Price', 'PriceAmount')) reader.say('MISSING', line, 'Price/PriceAmount', { invoiceLine: id });
    return;
  }
  const quantity = reader.decimal(line, find(line, 'CreditedQuantity') ? 'CreditedQuantity' : 'InvoicedQuantity', id) ?? ONE;
  const base = reader.decimal(line, 'Price/BaseQuantity', id) ?? ONE;
  checkPrice(reader, line, id, price);
  if (base.units <= 0n)
    return reader.say('NOT_A_NUMBER', line, 'Price/BaseQuantity', { invoiceLine: id, found: String(base.units) });
  let expected = product(quantity, price, base, FINE);
  for (const each of childrenOf(line, 'AllowanceCharge')) {
    const cents = readAllowance(reader, each, id);
    expected += fine(isCharge(each) ? cents : -cents);
  }
  if (off(expected, fine(netCents)) > SLACK)
    reader.say('LINE_NET_DIFFERS', find(line, 'LineExtensionAmount') ?? line, 'LineExtensionAmount', {
      invoiceLine: id,
      found: plain(netCents),
      expected: plain(roundFine(expected)),
    });
}

const roundFine = (amount: bigint) => (amount + (amount < 0n ? -5_000n : 5_000n)) / 10_000n;

/** A net price is the gross price less its discount, when both are there. */
function checkPrice(reader: FieldReader, line: XmlElement, id: string, net: Decimal): void {
  const discount = find(line, 'Price', 'AllowanceCharge');
  const gross = discount && reader.decimal(discount, 'BaseAmount', id);
  if (!gross) return;
  const less = reader.decimal(discount, 'Amount', id) ?? { units: 0n, scale: 0 };
  const scale = Math.max(gross.scale, less.scale, net.scale);
  const at = (each: Decimal) => each.units * 10n ** BigInt(scale - each.scale);
  if (at(gross) - at(less) !== at(net))
    reader.say('PRICE_DIFFERS', discount, 'Price/PriceAmount', { invoiceLine: id, found: textAt(line, 'Price', 'PriceAmount')! });
}

export const isCharge = (element: XmlElement) => textAt(element, 'ChargeIndicator') === 'true';

/** The amount of an allowance or charge, held against its base and percentage. */
function readAllowance(reader: FieldReader, element: XmlElement, id?: string): bigint {
  const cents = reader.needed(element, 'Amount', id);
  const base = reader.decimal(element, 'BaseAmount', id);
  const percent = reader.decimal(element, 'MultiplierFactorNumeric', id);
  if (base && percent) {
    const expected = product(base, percent, { units: 100n, scale: 0 }, FINE);
    if (off(expected, fine(cents)) > SLACK)
      reader.say('ALLOWANCE_DIFFERS', element, 'AllowanceCharge/Amount', {
        found: plain(cents),
        expected: plain(roundFine(expected)),
        ...(id === undefined ? {} : { invoiceLine: id }),
      });
  }
  return cents;
}

/** Allowances and charges of the document as a whole, each as a line of its own. */
export function readDocumentAllowances(reader: FieldReader): ReadLine[] {
  return childrenOf(reader.root, 'AllowanceCharge').map((element) => {
    const cents = readAllowance(reader, element);
    const charge = isCharge(element);
    return {
      id: null,
      what: charge ? 'CHARGE' : 'ALLOWANCE',
      fileLine: element.line,
      description: textAt(element, 'AllowanceChargeReason') ?? '',
      netCents: charge ? cents : -cents,
      ...readVat(reader, element, ['TaxCategory']),
    };
  });
}

export function readVat(
  reader: FieldReader,
  at: XmlElement,
  path: readonly string[],
  invoiceLine?: string,
): { category: VatCategory; rate: string } {
  const element = find(at, ...path);
  const more = invoiceLine === undefined ? {} : { invoiceLine };
  const code = textAt(element, 'ID');
  const category = VAT_CATEGORIES.find((each) => each === code);
  if (!element || !code) reader.say('MISSING', at, [...path, 'ID'].join('/'), more);
  else if (!category) reader.say('VAT_CATEGORY_UNKNOWN', element, path.join('/'), { found: code, ...more });
  const percent = element && reader.decimal(element, 'Percent', invoiceLine);
  return { category: category ?? 'O', rate: percent ? rateText(percent) : '' };
}

/** 21, 21.0 and 21.00 are one rate. */
function rateText({ units, scale }: Decimal): string {
  const digits = units.toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const rest = digits.slice(digits.length - scale).replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : whole;
}
