import { daysFrom, type Day } from './spread.ts';
import type { Random } from '../random.ts';
import type { Book } from './book.ts';
import { euro, type LineFact } from './budget-data.ts';
import { spread } from './spread.ts';

export interface UnitFact {
  readonly id: string;
  readonly code: string;
  readonly model: string;
  readonly modelName: string;
  readonly domain: string;
  readonly value: number;
}
export interface UnitCost {
  readonly unitId: string;
  readonly invoiceLineId: string;
  readonly basisPoints: number;
}
export interface Line extends LineFact {
  readonly id: string;
}

const UPSKILL = { from: '2021-02-01', lastOrder: '2023-05-15', lastInvoice: '2023-11-20', lastPayment: '2023-12-22' };

/** Equipment: an order for each model, an invoice for each unit, and where several came together a shared line for installing. */
export function planEquipment(
  book: Book,
  line: Line,
  units: readonly UnitFact[],
  suppliers: readonly string[],
  chance: Random,
): UnitCost[] {
  const costs: UnitCost[] = [];
  for (const [model, mine] of Map.groupBy(units, (unit) => unit.model)) {
    const supplierId = chance.pick(suppliers);
    const prices = mine.map(({ value }) => euro(value));
    const total = prices.reduce((sum, price) => sum + price, 0n);
    const ordered = daysFrom(UPSKILL.from, chance.whole(0, 800), UPSKILL.lastOrder);
    const order = book.order(
      line.id,
      supplierId,
      ordered,
      total + (chance.chance(0.3) ? total / 50n : 0n),
      `${mine.length} × ${mine[0]!.modelName} (${model})`,
    );
    const install = mine.length > 1 ? prices.map((price) => price / 20n) : prices.map(() => 0n);
    for (const [at, unit] of mine.entries()) {
      const day = daysFrom(ordered, chance.whole(45, 140) + at * 12, UPSKILL.lastInvoice);
      const last = at === mine.length - 1;
      const shared = install.reduce((sum, each) => sum + each, 0n);
      const lines = [{ description: `${unit.modelName}, ${unit.code}`, cents: prices[at]! - install[at]!, vat: 'COST' as const }];
      if (last && shared > 0n)
        lines.push({ description: `Levering, installatie en opleiding, ${model}`, cents: shared, vat: 'COST' });
      const invoice = book.invoice({ order, lineId: line.id, supplierId }, day, daysFrom(day, 30), lines);
      costs.push({ unitId: unit.id, invoiceLineId: invoice.lineIds[0]!, basisPoints: 10_000 });
      if (last && shared > 0n) {
        const each = Math.floor(10_000 / mine.length);
        for (const [n, { id }] of mine.entries())
          costs.push({
            unitId: id,
            invoiceLineId: invoice.lineIds[1]!,
            basisPoints: n === 0 ? 10_000 - each * (mine.length - 1) : each,
          });
      }
      book.pay(invoice, daysFrom(day, chance.whole(18, 44), UPSKILL.lastPayment));
    }
    if (order.rest > 0n) book.release(order, UPSKILL.lastPayment);
  }
  return costs;
}

/** What is no equipment: orders that each take a part of the line, in several invoices; all of it paid before the window closed. */
export function planClosedLine(book: Book, line: Line, suppliers: readonly string[], chance: Random): void {
  const total = (euro(line.amount) * BigInt(Math.round(line.spent! * 1_000))) / 1_000n;
  for (const [at, cents] of spread(total, line.orders!, chance).entries()) {
    const supplierId = chance.pick(suppliers);
    const half = line.rubric === 'PERSONNEL';
    const ordered = half
      ? daysFrom(UPSKILL.from, at * 182 - 25)
      : daysFrom(UPSKILL.from, chance.whole(0, 800), UPSKILL.lastOrder);
    const order = book.order(line.id, supplierId, ordered, cents, describe(line, at, chance));
    for (const [n, each] of spread(cents, line.invoices!, chance).entries()) {
      const day = daysFrom(ordered, 25 + n * (half ? 30 : chance.whole(30, 70)), UPSKILL.lastInvoice);
      const invoice = book.invoice({ order, lineId: line.id, supplierId }, day, daysFrom(day, 30), [
        { description: `${order.row['description'] as string}, deel ${n + 1}`, cents: each, vat: vatOf(line) },
      ]);
      // Two came too late: paid, and never to be claimed.
      const late = line.code === 'EXT' && at < 2 && n === line.invoices! - 1;
      book.pay(invoice, late ? daysFrom('2024-01-15', at) : daysFrom(day, chance.whole(16, 42), UPSKILL.lastPayment));
    }
    if (order.rest > 0n) book.release(order, UPSKILL.lastPayment);
    else order.row['closed'] = true;
  }
}

/** A line that is being spent now: some orders open, some invoices not paid yet, a few of them for too long. */
export function planRunningLine(book: Book, line: Line, suppliers: readonly string[], chance: Random, today: Day): void {
  const total = (euro(line.amount) * BigInt(Math.round(line.spent! * 1_000))) / 1_000n;
  for (const [at, cents] of spread(total, line.orders!, chance).entries()) {
    const supplierId = chance.pick(suppliers);
    const ordered = daysFrom(today, -560 + Math.floor((500 * at) / line.orders!) + chance.whole(0, 30));
    const order = book.order(line.id, supplierId, ordered, cents, describe(line, at, chance));
    for (const [n, each] of spread(cents, line.invoices!, chance).entries()) {
      const day = daysFrom(ordered, 40 + n * chance.whole(35, 60));
      if (day > daysFrom(today, -3)) continue;
      const invoice = book.invoice({ order, lineId: line.id, supplierId }, day, daysFrom(day, 30), [
        { description: `${order.row['description'] as string}, deel ${n + 1}`, cents: each, vat: vatOf(line) },
      ]);
      const paid = daysFrom(day, chance.whole(18, 50));
      if (paid < daysFrom(today, -2) && !(at === 1 && n === 0)) book.pay(invoice, paid);
    }
  }
}

const vatOf = ({ rubric }: Line) =>
  (rubric === 'PERSONNEL' ? 'NONE' : rubric === 'EXTERNAL' ? 'BACK' : 'COST') as 'NONE' | 'BACK' | 'COST';

function describe({ what = [], rubric }: Line, at: number, chance: Random): string {
  const word = what[at % what.length] ?? 'Bestelling';
  return rubric === 'PERSONNEL' ? `${word}, halfjaar ${at + 1}` : `${word}, perceel ${chance.whole(1, 4)}`;
}
