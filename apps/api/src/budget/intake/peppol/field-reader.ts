import { find, textAt, type XmlElement } from '../xml/read-xml.js';
import { readDecimal, toCents, type Decimal } from './decimal.js';
import type { Finding, FindingCode } from './e-invoice.js';

/** Far above any invoice, far below what a column of cents holds. */
const LARGEST = 10_000_000_000_000n;

/** Reads the fields of a document and gathers what is wrong with them, each with its place. */
export class FieldReader {
  readonly findings: Finding[] = [];

  constructor(
    readonly root: XmlElement,
    readonly currency: string,
  ) {}

  say(code: FindingCode, at: XmlElement, field: string, more: Partial<Finding> = {}): void {
    this.findings.push({ code, fileLine: at.line, field, ...more });
  }

  text(at: XmlElement, path: string, invoiceLine?: string): string {
    const found = textAt(at, ...path.split('/'));
    if (found === undefined) this.say('MISSING', at, path, here(invoiceLine));
    return found ?? '';
  }

  day(at: XmlElement, path: string): string | null {
    const found = textAt(at, ...path.split('/'));
    if (found === undefined) return null;
    if (isDay(found)) return found;
    this.say('NOT_A_DAY', find(at, ...path.split('/'))!, path, { found });
    return null;
  }

  /** An amount in the document's currency; `undefined` when it is not there. */
  amount(at: XmlElement, path: string, invoiceLine?: string): bigint | undefined {
    const element = find(at, ...path.split('/'));
    const decimal = this.decimal(at, path, invoiceLine);
    if (!element || !decimal) return undefined;
    const { currencyID } = element.attributes;
    const found = element.text.trim();
    if (currencyID !== this.currency)
      this.say('OTHER_CURRENCY', element, path, { found: currencyID ?? '', expected: this.currency, ...here(invoiceLine) });
    const cents = toCents(decimal);
    if (cents === undefined) this.say('TOO_MANY_DECIMALS', element, path, { found, ...here(invoiceLine) });
    else if (cents > LARGEST || cents < -LARGEST) this.say('TOO_LARGE', element, path, { found, ...here(invoiceLine) });
    return cents;
  }

  needed(at: XmlElement, path: string, invoiceLine?: string): bigint {
    const cents = this.amount(at, path, invoiceLine);
    if (cents === undefined && !find(at, ...path.split('/'))) this.say('MISSING', at, path, here(invoiceLine));
    return cents ?? 0n;
  }

  /** A price, a quantity or a percentage: with as many decimals as there are. */
  decimal(at: XmlElement, path: string, invoiceLine?: string): Decimal | undefined {
    const element = find(at, ...path.split('/'));
    if (!element) return undefined;
    const found = element.text.trim();
    const decimal = readDecimal(found);
    if (!decimal) this.say('NOT_A_NUMBER', element, path, { found, ...here(invoiceLine) });
    return decimal;
  }
}

const here = (invoiceLine: string | undefined): Partial<Finding> => (invoiceLine === undefined ? {} : { invoiceLine });

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Cents as an amount of the document, for messages. */
export function plain(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
