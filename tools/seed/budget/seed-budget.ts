import type { ClientBase } from 'pg';
import { insertRows } from '../insert-rows.ts';
import { random } from '../random.ts';
import { Book, idOf, type Row } from './book.ts';
import { AGREEMENTS, ENVELOPES, euro, FUNDERS, LINES, SUPPLIERS, TARIFFS } from './budget-data.ts';
import { planClaims } from './plan-claims.ts';
import { planClosedLine, planEquipment, planRunningLine, type Line, type UnitCost, type UnitFact } from './plan-spending.ts';
import { seedIntake } from './seed-intake.ts';
import { seedRunningCosts } from './seed-running-costs.ts';
import { type Day, daysFrom } from './spread.ts';

/** Amounts go as text: JSON knows no whole numbers of that size. */
const insert = (client: ClientBase, table: string, rows: Row[]) =>
  insertRows(
    client,
    table,
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value])),
    ),
  );

/**
 * A history of three years inside the envelope, a programme that runs now, and the running costs beside them: invented, and
 * marked so. The equipment that was seeded is what it bought.
 */
export async function seedBudget(client: ClientBase, today: Day, seed: number): Promise<void> {
  const chance = random(seed + 77);
  const people = await officers(client);
  const book = new Book(people.officer, true);
  const lines = await seedFunding(client, people, book);
  const lineOf = (code: string) => lines.find((line) => line.code === code)!;
  const suppliers = await seedSuppliers(client);
  const units = await unitFacts(client);

  const costs: UnitCost[] = [];
  for (const line of lines) {
    if (line.agreement === 'UPSKILL' && line.domains)
      costs.push(
        ...planEquipment(
          book,
          line,
          units.filter(({ domain }) => line.domains!.includes(domain)),
          suppliers,
          chance,
        ),
      );
    else if (line.orders && line.agreement === 'UPSKILL') planClosedLine(book, line, suppliers, chance);
    else if (line.orders) planRunningLine(book, line, suppliers, chance, today);
  }
  const claimed = planAllClaims(book, lines, today);
  await insertPapers(client, book);
  for (const claims of claimed)
    await insert(
      client,
      'claim',
      claims.claims.map((claim) => ({ ...claim, state: 'DRAFT' })),
    );
  await insert(
    client,
    'claim_item',
    claimed.flatMap(({ items }) => items),
  );
  await insert(
    client,
    'claim_share',
    claimed.flatMap(({ claimShares }) => claimShares),
  );
  for (const { id, state } of claimed.flatMap(({ claims }) => claims))
    await client.query('UPDATE claim SET state = $2 WHERE id = $1', [id, state]);

  planTransfers(book, lineOf, today);
  await insert(client, 'transfer', transferRows(lineOf, people, today));
  await insert(
    client,
    'posting',
    book.postings.toSorted((a, b) => (a.booked_on < b.booked_on ? -1 : a.booked_on > b.booked_on ? 1 : 0)),
  );
  await seedTrail(client, people.officer);
  await seedAssets(client, units, costs);
  await insert(client, 'tariff', TARIFFS);
  await seedRunningCosts(client, people.officer, today);
  await seedIntake(client, people.officer, today);
  await client.query(
    `INSERT INTO closed_month (month, closed_by) SELECT each::date, $2 FROM generate_series('2020-07-01'::date, ($1::date - interval '75 days')::date, '1 month') each`,
    [`${today.slice(0, 7)}-01`, people.officer],
  );
}

async function officers(client: ClientBase): Promise<{ officer: string; second: string }> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM person WHERE demo AND role = 'BUDGET_OFFICER' ORDER BY email`,
  );
  const [officer, second] = rows;
  if (!officer || !second) throw new Error('the seed needs two budget officers: nobody approves their own');
  return { officer: officer.id, second: second.id };
}

async function seedFunding(
  client: ClientBase,
  { officer, second }: { officer: string; second: string },
  book: Book,
): Promise<Line[]> {
  await insert(
    client,
    'envelope',
    ENVELOPES.map(({ code, name, kind, amount, demo }) => ({
      id: idOf(`envelope ${code}`),
      code,
      name,
      kind,
      amount_cents: euro(amount),
      demo,
    })),
  );
  await insert(
    client,
    'funder',
    FUNDERS.map((funder) => ({ id: idOf(`funder ${funder.code}`), ...funder })),
  );
  await insert(
    client,
    'funding_agreement',
    AGREEMENTS.map((each) => ({
      id: idOf(`agreement ${each.code}`),
      envelope_id: idOf(`envelope ${each.envelope}`),
      code: each.code,
      name: each.name,
      regime: each.regime,
      amount_cents: euro(each.amount),
      eligible_from: each.eligible_from,
      eligible_to: each.eligible_to,
      vat_rule: each.vat_rule,
      durability_years: each.durability_years,
      retention_years: each.retention_years,
      retention_from: each.retention_from,
      final_payment_on: each.final_payment_on,
      illustrative: true,
      demo: each.code !== 'UPSKILL',
    })),
  );
  await insert(
    client,
    'agreement_share',
    AGREEMENTS.flatMap(({ code, shares }) =>
      sharesOf(code, shares).map(({ funderId, basisPoints }, position) => ({
        agreement_id: idOf(`agreement ${code}`),
        funder_id: funderId,
        position,
        basis_points: basisPoints,
      })),
    ),
  );
  const lines = LINES.map((line): Line => ({ ...line, id: idOf(`line ${line.agreement} ${line.code}`) }));
  await insert(
    client,
    'budget_line',
    lines.map(({ id, agreement, code, name, rubric, domains, flatRate, running }) => ({
      id,
      agreement_id: idOf(`agreement ${agreement}`),
      code,
      name,
      rubric,
      domain: domains?.[0] ?? null,
      flat_rate_basis_points: flatRate ?? null,
      takes_running_costs: running ?? false,
    })),
  );
  for (const { code, eligible_from } of AGREEMENTS) {
    const version = idOf(`version ${code}`);
    await insert(client, 'budget_version', [
      {
        id: version,
        agreement_id: idOf(`agreement ${code}`),
        number: 1,
        state: 'ACTIVE',
        reason: 'Goedgekeurd projectbudget',
        created_by: officer,
        decided_by: second,
        decided_at: `${eligible_from} 09:00 Europe/Brussels`,
      },
    ]);
    const mine = lines.filter(({ agreement }) => agreement === code);
    await insert(
      client,
      'budget_version_line',
      mine.map(({ id, amount }) => ({ version_id: version, line_id: id, cents: euro(amount) })),
    );
    book.post(
      'budgetVersion.activate',
      `budgetVersion.activate:${version}`,
      eligible_from,
      mine.map(({ id, amount }) => ['ALLOT', 'OUTSIDE', 'AVAILABLE', id, euro(amount)]),
    );
  }
  return lines;
}

const sharesOf = (_code: string, shares: Readonly<Record<string, number>>) =>
  Object.entries(shares).map(([code, basisPoints]) => ({ funderId: idOf(`funder ${code}`), basisPoints }));

/** Made numbers that hold by the check: the last two digits are 97 minus the first eight modulo 97. */
async function seedSuppliers(client: ClientBase): Promise<string[]> {
  const rows = SUPPLIERS.map((name, at) => {
    const first = 8_900_000 + at * 1_013;
    const number = `0${first}${String(97 - (first % 97)).padStart(2, '0')}`;
    return { id: idOf(`supplier ${name}`), name, enterprise_number: number, vat_number: `BE${number}`, demo: true };
  });
  await insert(client, 'supplier', rows);
  return rows.map(({ id }) => id);
}

async function unitFacts(client: ClientBase): Promise<UnitFact[]> {
  const { rows } = await client.query<UnitFact>(
    `SELECT u.id, u.code, m.code AS model, m.name_nl AS "modelName", m.domain,
            round((COALESCE(m.value_eur_low, 5000) + COALESCE(m.value_eur_high, 5000)) / 2.0)::int AS value
       FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id WHERE u.demo ORDER BY u.code`,
  );
  return rows;
}

function planAllClaims(book: Book, lines: readonly Line[], today: Day) {
  const claimsOf = (code: string, plans: Parameters<typeof planClaims>[5]) => {
    const agreement = AGREEMENTS.find((each) => each.code === code)!;
    const mine = lines.filter((line) => line.agreement === code);
    const ids = new Set(mine.map(({ id }) => id));
    const flat = mine.find(({ flatRate }) => flatRate)!;
    return planClaims(
      book,
      { id: idOf(`agreement ${code}`), from: agreement.eligible_from, to: agreement.eligible_to },
      book.spent.filter(({ lineId }) => ids.has(lineId)),
      sharesOf(code, agreement.shares),
      {
        lineId: flat.id,
        basisPoints: flat.flatRate!,
        budget: euro(flat.amount),
        of: new Set(mine.filter(({ rubric }) => rubric === 'PERSONNEL').map(({ id }) => id)),
      },
      plans,
    );
  };
  return [
    claimsOf('UPSKILL', [
      { title: 'Eerste declaratie', paidTo: '2021-12-31', submitted: '2022-02-14', certified: '2022-06-20', state: 'CERTIFIED' },
      {
        title: 'Eerste helft 2022',
        paidTo: '2022-06-30',
        submitted: '2022-08-22',
        certified: '2022-12-12',
        state: 'CERTIFIED',
        deducts: 2,
      },
      {
        title: 'Tweede helft 2022',
        paidTo: '2022-12-31',
        submitted: '2023-02-20',
        certified: '2023-06-26',
        state: 'CERTIFIED',
        parks: 2,
      },
      {
        title: 'Eerste helft 2023',
        paidTo: '2023-06-30',
        submitted: '2023-08-28',
        certified: '2024-01-29',
        state: 'CERTIFIED',
        deducts: 1,
      },
      { title: 'Slotdeclaratie', paidTo: '2023-12-31', submitted: '2024-03-18', certified: null, state: 'IN_CONTROL' },
    ]),
    claimsOf('DEMO-2127', [
      {
        title: 'Eerste declaratie',
        paidTo: daysFrom(today, -150),
        submitted: daysFrom(today, -120),
        certified: null,
        state: 'SUBMITTED',
      },
    ]),
  ];
}

async function insertPapers(client: ClientBase, book: Book): Promise<void> {
  const orders = book.orders.toSorted((a, b) => (String(a.row['ordered_on']) < String(b.row['ordered_on']) ? -1 : 1));
  await insert(
    client,
    'commitment',
    orders.map(({ row, cents }) => ({ ...row, cents, closed: row['closed'] ?? false })),
  );
  await insert(client, 'invoice', book.invoices);
  await insert(client, 'invoice_line', book.invoiceLines);
  await insert(client, 'invoice_part', book.parts);
  await insert(client, 'invoice_allocation', book.allocations);
  await insert(
    client,
    'payment',
    book.payments.map(({ id, invoice_id, paid_on, cents, reference }) => ({ id, invoice_id, paid_on, cents, reference })),
  );
  const spent = new Map(book.spent.map((each) => [each.id, each]));
  const net = new Map(book.parts.map((part) => [part['id'], part]));
  await insert(
    client,
    'expenditure',
    book.payments.map(({ id, part, expenditure, paid_on }) => {
      const { lineId, cents } = spent.get(expenditure as string)!;
      if (!net.has(part)) throw new Error('a payment without its part');
      return { id: expenditure, line_id: lineId, payment_id: id, part_id: part, paid_on, cents, eligible_cents: cents };
    }),
  );
}

function planTransfers(book: Book, lineOf: (code: string) => Line, today: Day): void {
  book.post('transfer.approve', `transfer.approve:${idOf('transfer 0')}`, daysFrom(today, -200), [
    ['TRANSFER_OUT', 'AVAILABLE', 'OUTSIDE', lineOf('D-PERS').id, euro(15_000)],
    ['TRANSFER_IN', 'OUTSIDE', 'AVAILABLE', lineOf('D-EXT').id, euro(15_000)],
  ]);
}

const transferRows = (
  lineOf: (code: string) => Line,
  { officer, second }: { officer: string; second: string },
  today: Day,
): Row[] => [
  {
    id: idOf('transfer 0'),
    from_line_id: lineOf('D-PERS').id,
    to_line_id: lineOf('D-EXT').id,
    cents: euro(15_000),
    reason: 'Opleiding van lesgevers wordt uitbesteed',
    state: 'APPROVED',
    requested_by: officer,
    decided_by: second,
    decided_at: `${daysFrom(today, -200)} 11:00 Europe/Brussels`,
    created_at: `${daysFrom(today, -203)} 15:00 Europe/Brussels`,
  },
  {
    id: idOf('transfer 1'),
    from_line_id: lineOf('D-PROMO').id,
    to_line_id: lineOf('D-INV').id,
    cents: euro(12_500),
    reason: 'Een extra meetkoffer voor de Westhoek',
    state: 'REQUESTED',
    requested_by: second,
    decided_by: null,
    decided_at: null,
    created_at: `${daysFrom(today, -1)} 09:30 Europe/Brussels`,
  },
];

async function seedAssets(client: ClientBase, units: readonly UnitFact[], costs: readonly UnitCost[]): Promise<void> {
  await insert(
    client,
    'asset',
    units.map(({ id, value, domain }) => ({
      unit_id: id,
      insured_cents: euro(value),
      depreciation_years: domain === 'xr' || domain === 'digital' ? 4 : 7,
    })),
  );
  await insert(
    client,
    'asset_share',
    costs.map(({ unitId, invoiceLineId, basisPoints }) => ({
      unit_id: unitId,
      invoice_line_id: invoiceLineId,
      basis_points: basisPoints,
    })),
  );
  await client.query(
    `UPDATE asset SET depreciates_from = d.day FROM (
       SELECT s.unit_id, max(p.paid_on) AS day FROM asset_share s JOIN invoice_line l ON l.id = s.invoice_line_id
         JOIN payment p ON p.invoice_id = l.invoice_id GROUP BY 1) d WHERE d.unit_id = asset.unit_id`,
  );
}

/** What an auditor would find of orders, invoices and payments; in the years that are seeded nobody wrote them down. */
async function seedTrail(client: ClientBase, officer: string): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (at, actor_id, actor_role, action, entity, entity_id, changes)
     SELECT written.at, $1, 'BUDGET_OFFICER', written.action, written.entity, written.id::text,
            jsonb_build_object('cents', jsonb_build_object('before', NULL, 'after', written.cents::text))
       FROM (SELECT (ordered_on + time '10:00') AT TIME ZONE 'Europe/Brussels' AS at, 'commitment.add' AS action, 'commitment' AS entity, id, cents
               FROM commitment
             UNION ALL SELECT (issued_on + time '11:00') AT TIME ZONE 'Europe/Brussels', 'invoice.add', 'invoice', id, payable_cents FROM invoice
             UNION ALL SELECT (paid_on + time '14:00') AT TIME ZONE 'Europe/Brussels', 'payment.add', 'payment', id, cents FROM payment) written
      ORDER BY written.at, written.id`,
    [officer],
  );
}
