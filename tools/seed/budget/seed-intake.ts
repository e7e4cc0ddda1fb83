import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { plusDays } from '../days.ts';
import { insertRows } from '../insert-rows.ts';
import { idOf } from './book.ts';
import type { Day } from './spread.ts';

interface Paper {
  readonly number: string;
  readonly supplier: string;
  readonly known: boolean;
  readonly reason: 'NEEDS_LINE' | 'SUPPLIER_UNKNOWN' | 'WRONG';
  readonly daysAgo: number;
  readonly lines: readonly (readonly [description: string, netCents: number, rate: number])[];
}

const PAPERS: readonly Paper[] = [
  {
    number: 'VF26-1187',
    supplier: 'Lasatelier Demo',
    known: true,
    reason: 'NEEDS_LINE',
    daysAgo: 6,
    lines: [
      ['Lastafel met afzuiging', 248_000, 21],
      ['Levering en plaatsing', 18_500, 21],
    ],
  },
  {
    number: '20260934',
    supplier: 'Veiligheidsmateriaal Voorbeeld bv',
    known: false,
    reason: 'SUPPLIER_UNKNOWN',
    daysAgo: 4,
    lines: [['Lashelmen, 12 stuks', 139_200, 21]],
  },
  {
    number: 'DD-2026-441',
    supplier: 'Drukwerk Demo',
    known: true,
    reason: 'WRONG',
    daysAgo: 3,
    lines: [['Infoborden met logo van de financiers', 84_000, 21]],
  },
];

/** E-invoices that wait and a statement with movements to match, so that nobody starts with empty pages. Marked by their names. */
export async function seedIntake(client: ClientBase, officer: string, today: Day): Promise<void> {
  const { rows: suppliers } = await client.query<{ id: string; name: string; number: string }>(
    'SELECT id, name, enterprise_number AS number FROM supplier WHERE demo',
  );
  const supplierOf = (name: string) => suppliers.find((each) => each.name === name);
  await insertRows(
    client,
    'incoming_invoice',
    PAPERS.map((paper) => {
      const id = idOf(`incoming ${paper.number}`);
      const supplier = paper.known ? supplierOf(paper.supplier) : undefined;
      const issuedOn = plusDays(today, -paper.daysAgo);
      const content = contentOf(paper, supplier?.number ?? '0206653946', issuedOn);
      return {
        id,
        file_name: `demo-${paper.number}.xml`,
        sha256: `\\x${createHash('sha256').update(id).digest('hex')}`,
        state: 'PARKED',
        reason: paper.reason,
        content,
        findings: paper.reason === 'WRONG' ? wrongTotal(content.totalCents) : [],
        supplier_name: paper.supplier,
        number: paper.number,
        issued_on: issuedOn,
        payable_cents: content.totalCents,
        supplier_id: supplier?.id ?? null,
        created_by: officer,
      };
    }),
  );
  await seedStatement(client, officer, today);
}

function contentOf({ number, supplier, lines }: Paper, enterpriseNumber: string, issuedOn: string) {
  const net = lines.reduce((sum, [, cents]) => sum + cents, 0);
  const vats = lines.map(([, cents, rate]) => Math.round((cents * rate) / 100));
  const vat = vats.reduce((sum, cents) => sum + cents, 0);
  return {
    kind: 'INVOICE',
    number,
    issuedOn,
    dueOn: null,
    currency: 'EUR',
    supplier: { name: supplier, enterpriseNumber, vatNumber: `BE${enterpriseNumber}`, country: 'BE' },
    buyer: { name: 'POM West-Vlaanderen', enterpriseNumber: null, vatNumber: null, country: 'BE' },
    iban: null,
    communication: null,
    orderReference: null,
    credits: null,
    lines: lines.map(([description, cents, rate], at) => ({
      id: String(at + 1),
      what: 'LINE',
      fileLine: 40 + 8 * at,
      description,
      netCents: String(cents),
      vatCents: String(vats[at]),
      category: 'S',
      rate: String(rate),
    })),
    vatCents: String(vat),
    netCents: String(net),
    prepaidCents: '0',
    totalCents: String(net + vat),
    payableCents: String(net + vat),
    leftInside: [],
  };
}

const wrongTotal = (total: string) => [
  {
    code: 'TOTAL_DIFFERS',
    fileLine: 36,
    field: 'LegalMonetaryTotal/PayableAmount',
    found: `${total.slice(0, -2)}.${total.slice(-2)}`,
    expected: `${Number(total.slice(0, -2)) - 10}.${total.slice(-2)}`,
  },
];

/** Pays two invoices that are still owed, one by its number and one by its amount, and some costs of the bank. */
async function seedStatement(client: ClientBase, officer: string, today: Day): Promise<void> {
  const { rows: owed } = await client.query<{ number: string; name: string; cents: string }>(
    `SELECT i.number, s.name, (i.payable_cents - i.credited_cents - i.paid_cents)::text AS cents
       FROM invoice i JOIN supplier s ON s.id = i.supplier_id
      WHERE i.demo AND i.kind = 'INVOICE' AND i.payable_cents > i.credited_cents + i.paid_cents ORDER BY i.issued_on, i.id LIMIT 2`,
  );
  const day = plusDays(today, -2);
  const moves = [
    ...owed.map(({ number, name, cents }, at) => ({
      cents: `-${cents}`,
      message: at === 0 ? `FACTUUR ${number}` : 'ZIE BIJLAGE',
      counterparty: name,
    })),
    { cents: '-1250', message: 'REKENINGKOSTEN', counterparty: 'Bank Demo' },
  ];
  const sum = moves.reduce((all, { cents }) => all + BigInt(cents), 0n);
  const statement = idOf('statement demo');
  await insertRows(client, 'bank_statement', [
    {
      id: statement,
      account: 'BE68539007547034',
      number: '047',
      currency: 'EUR',
      old_balance_on: day,
      old_balance_cents: '25000000',
      new_balance_on: day,
      new_balance_cents: String(25_000_000n + sum),
      file_name: 'demo-uittreksel.cod',
      created_by: officer,
    },
  ]);
  await insertRows(
    client,
    'bank_movement',
    moves.map((move, position) => ({
      id: idOf(`movement demo ${position}`),
      statement_id: statement,
      position,
      sequence: `${String(position + 1).padStart(4, '0')}-0000`,
      booked_on: day,
      bank_reference: `DEMO${position + 1}`,
      counterparty_account: '',
      ...move,
    })),
  );
}
