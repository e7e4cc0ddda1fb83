import { createHash } from 'node:crypto';
import { ofAmount, procedureNeeded, type ProcedureName } from '@karavaan/domain';
import { THRESHOLDS } from './budget-data.ts';

export type Row = Record<string, unknown>;
export interface Order {
  readonly id: string;
  readonly lineId: string;
  readonly supplierId: string;
  cents: bigint;
  rest: bigint;
  readonly row: Row;
}
export interface Spent {
  readonly id: string;
  readonly lineId: string;
  readonly day: string;
  readonly cents: bigint;
}

/** The same name gives the same id, so that two seeds of one day are alike. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(`budget ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Collects the rows of papers with the postings that they make, to be inserted table by table. */
export class Book {
  readonly orders: Order[] = [];
  readonly invoices: Row[] = [];
  readonly invoiceLines: Row[] = [];
  readonly parts: Row[] = [];
  readonly allocations: Row[] = [];
  readonly payments: Row[] = [];
  readonly spent: Spent[] = [];
  readonly postings: (Row & { booked_on: string })[] = [];
  readonly #by: string;
  readonly #demo: boolean;

  constructor(by: string, demo: boolean) {
    this.#by = by;
    this.#demo = demo;
  }

  post(
    act: string,
    key: string,
    day: string,
    moves: [
      kind: string,
      from: string,
      to: string,
      line: string,
      cents: bigint,
      fromPaper?: string | null,
      toPaper?: string | null,
    ][],
  ): void {
    for (const [
      position,
      [kind, from_account, to_account, line_id, cents, from_paper = null, to_paper = null],
    ] of moves.entries())
      if (cents > 0n)
        this.postings.push({
          act,
          act_key: key,
          position,
          kind,
          line_id,
          from_account,
          to_account,
          cents,
          from_paper,
          to_paper,
          booked_on: day,
          created_by: this.#by,
          created_at: `${day} 10:00 Europe/Brussels`,
        });
  }

  order(lineId: string, supplierId: string, day: string, cents: bigint, description: string): Order {
    const id = idOf(`order ${this.orders.length}`);
    const estimate = ofAmount(cents, 100n, 121n);
    const table = THRESHOLDS.map(({ procedure, valid_from, below_cents }) => ({
      procedure: procedure as ProcedureName,
      validFrom: valid_from,
      belowCents: below_cents === null ? null : BigInt(below_cents),
    }));
    const row: Row = {
      id,
      line_id: lineId,
      supplier_id: supplierId,
      description,
      reference: `BB-${day.slice(0, 4)}-${String(this.orders.length + 1).padStart(3, '0')}`,
      ordered_on: day,
      procedure: procedureNeeded(estimate, day, table) ?? null,
      estimate_cents: estimate,
      awarded_on: day,
      demo: true,
    };
    const order = { id, lineId, supplierId, cents, rest: cents, row };
    this.orders.push(order);
    this.post('commitment.add', `commitment.add:${id}`, day, [['COMMIT', 'AVAILABLE', 'COMMITTED', lineId, cents, null, id]]);
    return order;
  }

  release(order: Order, day: string): void {
    this.post('commitment.release', `commitment.release:${order.id}:1`, day, [
      ['RELEASE', 'COMMITTED', 'AVAILABLE', order.lineId, order.rest, order.id],
    ]);
    order.cents -= order.rest;
    order.rest = 0n;
    order.row['closed'] = true;
  }

  /** An invoice of an order, or of a line without one; gives the ids of its lines. */
  invoice(
    of: { order?: Order; lineId: string; supplierId: string },
    day: string,
    due: string,
    lines: { description: string; cents: bigint; vat: 'NONE' | 'COST' | 'BACK' }[],
  ) {
    const serial = this.invoices.length + 1;
    const id = idOf(`invoice ${serial}`);
    const part = idOf(`part ${serial}`);
    let payable = 0n;
    let cents = 0n;
    let net = 0n;
    const lineIds = lines.map((line, at) => {
      const net_cents = line.vat === 'COST' ? ofAmount(line.cents, 100n, 121n) : line.cents;
      const vat_cents = line.vat === 'NONE' ? 0n : line.vat === 'COST' ? line.cents - net_cents : ofAmount(line.cents, 21n, 100n);
      const recoverable_vat_cents = line.vat === 'BACK' ? vat_cents : 0n;
      payable += net_cents + vat_cents;
      cents += line.cents;
      net += net_cents;
      const lineId = idOf(`invoice line ${serial} ${at}`);
      this.invoiceLines.push({
        id: lineId,
        invoice_id: id,
        position: at + 1,
        description: line.description,
        net_cents,
        vat_cents,
        recoverable_vat_cents,
      });
      this.allocations.push({
        id: idOf(`allocation ${serial} ${at}`),
        invoice_line_id: lineId,
        part_id: part,
        basis_points: 10_000,
        cents: line.cents,
      });
      return lineId;
    });
    const first = 1_000_000_000 + serial * 7_919;
    const row: Row = {
      id,
      supplier_id: of.supplierId,
      kind: 'INVOICE',
      number: `${day.slice(0, 4)}/${String(serial).padStart(4, '0')}`,
      issued_on: day,
      due_on: due,
      communication: `${first}${String(first % 97 || 97).padStart(2, '0')}`,
      payable_cents: payable,
      credited_cents: 0n,
      paid_cents: 0n,
      demo: this.#demo,
    };
    this.invoices.push(row);
    this.parts.push({ id: part, invoice_id: id, line_id: of.lineId, commitment_id: of.order?.id ?? null, cents, net_cents: net });
    if (of.order) of.order.rest -= cents;
    const from = of.order ? (['INVOICE', 'COMMITTED'] as const) : (['INVOICE_DIRECT', 'AVAILABLE'] as const);
    this.post('invoice.add', `invoice.add:${id}`, day, [
      [from[0], from[1], 'INVOICED', of.lineId, cents, of.order?.id ?? null, part],
    ]);
    return { id, part, row, lineIds, lineId: of.lineId, cents };
  }

  /** Pays an invoice whole. */
  pay({ id, part, row, lineId, cents }: ReturnType<Book['invoice']>, day: string): void {
    const payment = idOf(`payment ${id}`);
    const expenditure = idOf(`expenditure ${id}`);
    row['paid_cents'] = row['payable_cents'];
    this.payments.push({
      id: payment,
      invoice_id: id,
      paid_on: day,
      cents: row['payable_cents'],
      reference: `Uittreksel ${day}`,
      part,
      expenditure,
    });
    this.spent.push({ id: expenditure, lineId, day, cents });
    this.post('payment.add', `payment.add:${payment}`, day, [['PAY', 'INVOICED', 'PAID', lineId, cents, part, expenditure]]);
  }
}
