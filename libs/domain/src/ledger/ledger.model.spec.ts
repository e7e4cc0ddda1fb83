import fc from 'fast-check';
import { judgeClaimVerdict, stillDeclarable } from './claims.js';
import { divideOver, splitInvoice } from './invoicing.js';
import { findOverdraft, rebuild, throughStage, type Balances, type Posting } from './ledger.js';
import { STAGES, type Stage } from './stages.js';

const LINES = ['A', 'B', 'C'];
type Command =
  | { readonly do: 'allot' | 'withdraw'; readonly line: number; readonly amount: number }
  | { readonly do: 'transfer'; readonly line: number; readonly to: number; readonly amount: number }
  | { readonly do: 'order'; readonly line: number; readonly amount: number }
  | { readonly do: 'change' | 'release'; readonly pick: number; readonly amount: number }
  | { readonly do: 'invoice'; readonly line: number; readonly pick: number; readonly amount: number; readonly discount: number }
  | { readonly do: 'credit' | 'pay'; readonly pick: number; readonly amount: number }
  | { readonly do: 'declare' | 'certify'; readonly pick: number; readonly amount: number; readonly rest: number }
  | { readonly do: 'takeBackOrder'; readonly pick: number };

/** The program: rules and postings as the verbs use them, and balances made of the postings alone. */
class Program {
  readonly postings: (Posting & { id: string })[] = [];
  readonly balances: Balances = {
    of: (account, line) => rebuild(this.postings).get(`${line} ${account}`) ?? 0n,
    on: (paper, account) => rebuild(this.postings).get(`${paper} ${account}`) ?? 0n,
  };

  post(...moves: (Pick<Posting, 'kind' | 'lineId' | 'cents'> & Partial<Posting>)[]): boolean {
    const drafts = moves.map((move) => ({ from: null, to: null, reverses: null, ...move }));
    const kept = rebuild(this.postings);
    const now: Balances = {
      of: (account, line) => kept.get(`${line} ${account}`) ?? 0n,
      on: (paper, account) => kept.get(`${paper} ${account}`) ?? 0n,
    };
    if (findOverdraft(drafts, now)) return false;
    for (const draft of drafts) this.postings.push({ ...draft, id: String(this.postings.length) });
    return true;
  }
}

/** What must come out, kept apart from it: papers with plain numbers, of which every sum is made anew. */
interface Order {
  readonly id: string;
  readonly line: string;
  ordered: number;
  first: number;
  touched: boolean;
}
interface Bill {
  readonly id: string;
  readonly line: string;
  readonly order: Order | null;
  amount: number;
  paid: { id: string; amount: number; declared: number }[];
}
interface Item {
  readonly id: string;
  readonly line: string;
  readonly of: Bill['paid'][number];
  readonly declared: number;
  certified: number | null;
  deducted: number;
}

class Model {
  readonly budget: Record<string, number> = { A: 0, B: 0, C: 0 };
  readonly orders: Order[] = [];
  readonly bills: Bill[] = [];
  readonly items: Item[] = [];

  invoicedOf = (order: Order) => sum(this.bills.filter((bill) => bill.order === order).map(({ amount }) => amount));
  /** An order takes what was ordered, and an invoice without one what it says. */
  taken = (line: string) =>
    sum(this.orders.filter((each) => each.line === line).map(({ ordered }) => ordered)) +
    sum(this.bills.filter((each) => each.line === line && !each.order).map(({ amount }) => amount));
  room = (line: string) => this.budget[line]! - this.taken(line);
  shown(line: string): Record<Stage, number> {
    const bills = this.bills.filter((each) => each.line === line);
    const items = this.items.filter((each) => each.line === line);
    const certified = sum(items.map((item) => item.certified ?? 0));
    const deducted = sum(items.map((item) => item.deducted));
    return {
      AVAILABLE: this.budget[line]!,
      COMMITTED: this.taken(line),
      INVOICED: sum(bills.map(({ amount }) => amount)),
      PAID: sum(bills.flatMap(({ paid }) => paid.map(({ amount }) => amount))),
      CLAIMED: sum(items.filter((item) => item.certified === null).map((item) => item.declared)) + certified + deducted,
      CERTIFIED: certified,
      DEDUCTED: deducted,
    };
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const pickOf = <T>(list: readonly T[], at: number): T | undefined => (list.length ? list[at % list.length] : undefined);

/** Does one command in both; gives whether the program took it and whether the model would. */
function step(command: Command, program: Program, model: Model, name: string): { took: boolean; should: boolean } {
  const nothing = { took: false, should: false };
  switch (command.do) {
    case 'allot':
    case 'withdraw': {
      const line = LINES[command.line]!;
      const more = command.do === 'allot' ? command.amount : -command.amount;
      const took = program.post({
        kind: command.do === 'allot' ? 'ALLOT' : 'WITHDRAW',
        lineId: line,
        cents: BigInt(command.amount),
      });
      const should = command.amount > 0 && model.room(line) + more >= 0;
      if (should) model.budget[line]! += more;
      return { took, should };
    }
    case 'transfer': {
      const [from, to] = [LINES[command.line]!, LINES[command.to]!];
      const cents = BigInt(command.amount);
      const took = program.post({ kind: 'TRANSFER_OUT', lineId: from, cents }, { kind: 'TRANSFER_IN', lineId: to, cents });
      const should = command.amount > 0 && model.room(from) >= command.amount;
      if (should) {
        model.budget[from]! -= command.amount;
        model.budget[to]! += command.amount;
      }
      return { took, should };
    }
    case 'order': {
      const line = LINES[command.line]!;
      const took = program.post({ kind: 'COMMIT', lineId: line, cents: BigInt(command.amount), to: name });
      const should = command.amount > 0 && model.room(line) >= command.amount;
      if (should)
        model.orders.push({ id: name, line, ordered: command.amount, first: program.postings.length - 1, touched: false });
      return { took, should };
    }
    case 'change': {
      const order = pickOf(model.orders, command.pick);
      if (!order || command.amount === order.ordered) return nothing;
      const more = command.amount - order.ordered;
      const took =
        more > 0
          ? program.post({ kind: 'COMMIT', lineId: order.line, cents: BigInt(more), to: order.id })
          : program.post({ kind: 'RELEASE', lineId: order.line, cents: BigInt(-more), from: order.id });
      const should = more > 0 ? model.room(order.line) >= more : command.amount >= model.invoicedOf(order);
      if (should) Object.assign(order, { ordered: command.amount, touched: true });
      return { took, should };
    }
    case 'release': {
      const order = pickOf(model.orders, command.pick);
      if (!order) return nothing;
      const rest = program.balances.on(order.id, 'COMMITTED');
      const took = rest > 0n && program.post({ kind: 'RELEASE', lineId: order.line, cents: rest, from: order.id });
      const should = order.ordered > model.invoicedOf(order);
      if (should) Object.assign(order, { ordered: model.invoicedOf(order), touched: true });
      return { took, should };
    }
    case 'takeBackOrder': {
      const order = pickOf(model.orders, command.pick);
      const first = order && program.postings[order.first];
      if (!order || !first || order.touched || model.bills.some((bill) => bill.order === order)) return nothing;
      const took = program.post({ ...first, from: first.to, to: first.from, reverses: first.id });
      model.orders.splice(model.orders.indexOf(order), 1);
      return { took, should: true };
    }
    case 'invoice': {
      // Every other one draws an order down.
      const order = command.pick % 2 ? pickOf(model.orders, command.pick) : undefined;
      const line = order?.line ?? LINES[command.line]!;
      const charge = [{ lineId: line, commitmentId: order?.id ?? null, basisPoints: 10_000 }];
      const of = (cents: number) => ({ netCents: BigInt(cents), vatCents: 0n, recoverableVatCents: 0n, allocations: charge });
      const split = splitInvoice([of(command.amount), of(-command.discount)]);
      const net = command.amount - command.discount;
      const took =
        split.ok &&
        program.post(
          ...split.shares.map(({ cents, commitmentId }) =>
            commitmentId
              ? { kind: 'INVOICE' as const, lineId: line, cents, from: commitmentId, to: name }
              : { kind: 'INVOICE_DIRECT' as const, lineId: line, cents, to: name },
          ),
        );
      const should = net > 0 && (order ? order.ordered - model.invoicedOf(order) >= net : model.room(line) >= net);
      if (should) model.bills.push({ id: name, line, order: order ?? null, amount: net, paid: [] });
      return { took, should };
    }
    case 'credit': {
      const bill = pickOf(model.bills, command.pick);
      if (!bill) return nothing;
      const cents = BigInt(command.amount);
      const took = bill.order
        ? program.post({ kind: 'CREDIT', lineId: bill.line, cents, from: bill.id, to: bill.order.id })
        : program.post({ kind: 'CREDIT_DIRECT', lineId: bill.line, cents, from: bill.id });
      const should = command.amount > 0 && bill.amount - sum(bill.paid.map(({ amount }) => amount)) >= command.amount;
      if (should) bill.amount -= command.amount;
      return { took, should };
    }
    case 'pay': {
      const bill = pickOf(model.bills, command.pick);
      if (!bill) return nothing;
      const open = program.balances.on(bill.id, 'INVOICED');
      const cents = BigInt(command.amount) > open ? BigInt(command.amount) : divideOver([open], open, BigInt(command.amount))[0]!;
      const took = program.post({ kind: 'PAY', lineId: bill.line, cents, from: bill.id, to: name });
      const should = command.amount > 0 && bill.amount - sum(bill.paid.map(({ amount }) => amount)) >= command.amount;
      if (should) bill.paid.push({ id: name, amount: command.amount, declared: 0 });
      return { took, should };
    }
    case 'declare': {
      const bill = pickOf(
        model.bills.filter(({ paid }) => paid.length > 0),
        command.pick,
      );
      const of = bill && pickOf(bill.paid, command.pick);
      if (!bill || !of) return nothing;
      const earlier = model.items
        .filter((item) => item.of === of)
        .map((item) => ({
          declared: BigInt(item.declared),
          parked: item.certified === null ? 0n : BigInt(item.declared - item.certified - item.deducted),
        }));
      const allowed = stillDeclarable(BigInt(of.amount), earlier);
      const took =
        BigInt(command.amount) <= allowed &&
        program.post({ kind: 'CLAIM', lineId: bill.line, cents: BigInt(command.amount), from: of.id, to: name });
      const should = command.amount > 0 && of.amount - of.declared >= command.amount;
      if (should) {
        of.declared += command.amount;
        model.items.push({ id: name, line: bill.line, of, declared: command.amount, certified: null, deducted: 0 });
      }
      return { took, should };
    }
    case 'certify': {
      const item = pickOf(
        model.items.filter(({ certified }) => certified === null),
        command.pick,
      );
      if (!item) return nothing;
      // Mostly parts that fit: a verdict that does not is seen often enough.
      const certified = command.pick === 0 ? command.amount : command.amount % (item.declared + 1);
      const deducted = command.pick === 0 ? command.rest : Math.min(command.rest, item.declared - certified);
      const parked = item.declared - certified - deducted;
      const verdict = { certified: BigInt(certified), deducted: BigInt(deducted), parked: BigInt(parked) };
      const took =
        judgeClaimVerdict(BigInt(item.declared), verdict) === undefined &&
        program.post(
          ...[
            { kind: 'CERTIFY' as const, lineId: item.line, cents: verdict.certified, from: item.id, to: item.id },
            { kind: 'DEDUCT' as const, lineId: item.line, cents: verdict.deducted, from: item.id, to: item.id },
            { kind: 'PARK' as const, lineId: item.line, cents: verdict.parked, from: item.id, to: item.of.id },
          ].filter(({ cents }) => cents > 0n),
        );
      const should = parked >= 0;
      if (should) {
        Object.assign(item, { certified, deducted });
        item.of.declared -= parked;
      }
      return { took, should };
    }
    default:
      throw new Error('a command that nobody knows');
  }
}

const amount = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));
const line = fc.nat({ max: 2 });
const pick = fc.nat({ max: 9 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('allot' as const), line, amount: fc.integer({ min: 0, max: 900 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), line, amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('transfer' as const), line, to: line, amount }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('order' as const), line, amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('change' as const, 'release' as const), pick, amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeBackOrder' as const), pick }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('invoice' as const), line, pick, amount, discount: fc.integer({ min: 0, max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('credit' as const), pick, amount }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), pick, amount }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('declare' as const, 'certify' as const),
      pick,
      amount,
      rest: fc.integer({ min: 0, max: 6 }),
    }),
  },
);

/** Fewer where the rules themselves are changed hundreds of times, to see whether the tests notice. */
const SEQUENCES = Number(process.env['LEDGER_SEQUENCES'] ?? 2_000);

it(`does what an independent model says, whatever comes after what: ${SEQUENCES} sequences`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 4, maxLength: 28 }), (commands) => {
      const [program, model] = [new Program(), new Model()];
      for (const id of LINES) {
        program.post({ kind: 'ALLOT', lineId: id, cents: 600n });
        model.budget[id] = 600;
      }
      for (const [at, each] of commands.entries()) {
        const { took, should } = step(each, program, model, `p${at}`);
        expect({ command: each, took }).toEqual({ command: each, took: should });
        if (took) seen.set(each.do, (seen.get(each.do) ?? 0) + 1);
        for (const id of LINES) {
          const balances = rebuild(program.postings);
          const shown = STAGES.map((stage) => [stage, Number(throughStage((one) => balances.get(`${id} ${one}`) ?? 0n, stage))]);
          expect(Object.fromEntries(shown)).toEqual(model.shown(id));
        }
        for (const [key, cents] of rebuild(program.postings)) if (cents < 0n) throw new Error(`${key} is below zero: ${cents}`);
      }
    }),
    { numRuns: SEQUENCES, seed: 7_200_000 },
  );
  // Every command happened, else the model would never have been asked.
  if (SEQUENCES < 1_000) return;
  const kinds = [
    'allot',
    'withdraw',
    'transfer',
    'order',
    'change',
    'release',
    'takeBackOrder',
    'invoice',
    'credit',
    'pay',
    'declare',
    'certify',
  ];
  expect(kinds.filter((kind) => !((seen.get(kind) ?? 0) > 20))).toEqual([]);
});
