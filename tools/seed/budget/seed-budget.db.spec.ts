import path from 'node:path';
import pg from 'pg';
import { seedDemo } from '../seed-demo.ts';
import { seedFacts } from '../seed-facts.ts';

/** The API's own test databases; by a computed path, since tools are type-checked apart from the API. */
const { copyDatabase } = (await import(path.resolve('apps/api/test/server.ts'))) as {
  copyDatabase: () => Promise<{ ownerUrl: string; drop: () => Promise<void> }>;
};
const { openDataSource } = (await import(path.resolve('apps/api/src/database/data-source.ts'))) as {
  openDataSource: (url: string, role: 'test') => Promise<{ manager: unknown; destroy: () => Promise<void> }>;
};
const { findDifferences } = (await import(path.resolve('apps/api/src/budget/ledger/verify-ledger.ts'))) as {
  findDifferences: (manager: unknown) => Promise<unknown[]>;
};

test('three years inside the envelope, tied to the equipment, of which every balance is what its postings make it', async () => {
  const copy = await copyDatabase();
  const client = new pg.Client({ connectionString: copy.ownerUrl });
  await client.connect();
  await seedFacts(client, { demoFacilities: true });
  await seedDemo(client, { today: '2026-11-23' });
  const one = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows[0];
  const counts = (await one(
    `SELECT (SELECT count(*)::int FROM commitment) AS commitments, (SELECT count(*)::int FROM invoice) AS invoices,
            (SELECT count(*)::int FROM claim) AS claims, (SELECT count(*)::int FROM commitment WHERE NOT demo) AS real`,
  )) as Record<string, number>;
  expect(counts).toMatchObject({ claims: 6, real: 0 });
  expect(counts['commitments']).toBeGreaterThan(105);
  expect(counts['commitments']).toBeLessThan(135);
  expect(counts['invoices']).toBeGreaterThan(270);
  expect(counts['invoices']).toBeLessThan(330);
  expect(
    await one(
      `SELECT e.amount_cents::text AS envelope, sum(b.available + b.committed + b.invoiced + b.paid + b.claimed + b.certified + b.deducted)::text AS budget,
              sum(b.committed + b.invoiced)::text AS "notPaid", bool_and(b.available * 20 < 1000000000) AS sane
         FROM envelope e JOIN funding_agreement a ON a.envelope_id = e.id JOIN budget_line l ON l.agreement_id = a.id
         JOIN line_balance b ON b.line_id = l.id WHERE e.code = 'UPSKILL' GROUP BY 1`,
    ),
  ).toEqual({ envelope: '720000000', budget: '720000000', notPaid: '0', sane: true });
  expect(
    await one(
      `SELECT (SELECT count(*)::int FROM equipment_unit u WHERE NOT EXISTS (SELECT 1 FROM asset_share s WHERE s.unit_id = u.id)) AS "withoutInvoice",
              (SELECT count(*)::int FROM (SELECT invoice_line_id FROM asset_share GROUP BY 1 HAVING sum(basis_points) > 10000) x) AS "overShared",
              (SELECT count(*)::int FROM claim_item i JOIN expenditure e ON e.id = i.expenditure_id JOIN budget_line l ON l.id = e.line_id
                 JOIN funding_agreement a ON a.id = l.agreement_id WHERE e.paid_on NOT BETWEEN a.eligible_from AND a.eligible_to) AS "outside",
              (SELECT count(*)::int FROM claim c WHERE declared_cents <> (SELECT sum(declared_cents) FROM claim_share s WHERE s.claim_id = c.id)
                  OR declared_cents <> (SELECT sum(declared_cents) FROM claim_item i WHERE i.claim_id = c.id)) AS "notAddingUp",
              (SELECT count(*) > 0 FROM invoice WHERE payable_cents > paid_cents) AS "someUnpaid",
              (SELECT count(*)::int FROM transfer WHERE state = 'REQUESTED') AS waiting,
              (SELECT count(*)::int FROM posting WHERE booked_on > '2026-11-23') AS future`,
    ),
  ).toEqual({ withoutInvoice: 0, overShared: 0, outside: 0, notAddingUp: 0, someUnpaid: true, waiting: 1, future: 0 });
  const dataSource = await openDataSource(copy.ownerUrl, 'test');
  expect(await findDifferences(dataSource.manager)).toEqual([]);
  await dataSource.destroy();
  await client.end();
  await copy.drop();
});
