import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the money of each line moved by month, kept with the balances: the curve of an agreement is read from some dozens of rows
 * per line, however many postings there are. And what the alerts and the lead times look for, without reading every invoice.
 */
export class BudgetFigures1765800000000 implements MigrationInterface {
  name = 'BudgetFigures1765800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MONTHS, TRIGGER, FILL, INDEXES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}

const STAGES = ['available', 'committed', 'invoiced', 'paid', 'claimed', 'certified', 'deducted'];

const MONTHS = `
CREATE TABLE line_month (
  line_id uuid NOT NULL CONSTRAINT line_month_line REFERENCES budget_line (id),
  month date NOT NULL CONSTRAINT line_month_first_day CHECK (extract(day FROM month) = 1),
${STAGES.map((each) => `  ${each} bigint NOT NULL DEFAULT 0`).join(',\n')},
  PRIMARY KEY (line_id, month)
);
`;

const moved = (source: string) => `
  INSERT INTO line_month AS kept (line_id, month, ${STAGES.join(', ')})
  SELECT line_id, date_trunc('month', booked_on)::date,
         ${STAGES.map((each) => `COALESCE(sum(cents) FILTER (WHERE account = '${each.toUpperCase()}'), 0)`).join(',\n         ')}
    FROM (SELECT line_id, booked_on, to_account AS account, cents FROM ${source}
          UNION ALL SELECT line_id, booked_on, from_account, -cents FROM ${source}) moves
   GROUP BY 1, 2`;

const TRIGGER = `
-- After posting_balanced by its name: that one holds the lines, so no two transactions meet here.
CREATE FUNCTION keep_months() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ${moved('made')}
  ON CONFLICT (line_id, month) DO UPDATE SET ${STAGES.map((each) => `${each} = kept.${each} + EXCLUDED.${each}`).join(', ')};
  RETURN NULL;
END $$;
CREATE TRIGGER posting_months_kept AFTER INSERT ON posting
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION keep_months();
`;

const FILL = moved('posting');

const INDEXES = `
CREATE INDEX invoice_issued_on ON invoice (issued_on);
CREATE INDEX invoice_unpaid ON invoice (issued_on)
  WHERE kind = 'INVOICE' AND NOT taken_back AND payable_cents > credited_cents + paid_cents;
CREATE INDEX paper_balance_paid ON paper_balance (line_id) WHERE paid > 0;
CREATE INDEX expenditure_paid_on ON expenditure (paid_on);
`;
