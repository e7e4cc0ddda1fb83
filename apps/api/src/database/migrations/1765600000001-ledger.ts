import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The postings and what they add up to. The application may only add postings; the trigger below, with the owner's rights,
 * alone writes the balances, and their checks refuse what takes more than there is.
 */
export class Ledger1765600000001 implements MigrationInterface {
  name = 'Ledger1765600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [POSTINGS, BALANCES, TRIGGER]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}

const POSTINGS = `
CREATE TABLE posting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  act text NOT NULL,
  act_key text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  line_id uuid NOT NULL CONSTRAINT posting_line REFERENCES budget_line (id),
  from_account text NOT NULL,
  to_account text NOT NULL,
  cents bigint NOT NULL CONSTRAINT posting_positive CHECK (cents > 0),
  from_paper uuid,
  to_paper uuid,
  reverses bigint CONSTRAINT posting_reversed_once UNIQUE CONSTRAINT posting_reverses REFERENCES posting (id),
  booked_on date NOT NULL,
  created_by uuid CONSTRAINT posting_created_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT posting_act_once UNIQUE (act_key, position),
  CONSTRAINT posting_route CHECK ((kind, CASE WHEN reverses IS NULL THEN from_account ELSE to_account END,
                                         CASE WHEN reverses IS NULL THEN to_account ELSE from_account END) IN (
    ('ALLOT', 'OUTSIDE', 'AVAILABLE'),
    ('WITHDRAW', 'AVAILABLE', 'OUTSIDE'),
    ('TRANSFER_OUT', 'AVAILABLE', 'OUTSIDE'),
    ('TRANSFER_IN', 'OUTSIDE', 'AVAILABLE'),
    ('COMMIT', 'AVAILABLE', 'COMMITTED'),
    ('RELEASE', 'COMMITTED', 'AVAILABLE'),
    ('INVOICE', 'COMMITTED', 'INVOICED'),
    ('INVOICE_DIRECT', 'AVAILABLE', 'INVOICED'),
    ('CREDIT', 'INVOICED', 'COMMITTED'),
    ('CREDIT_DIRECT', 'INVOICED', 'AVAILABLE'),
    ('PAY', 'INVOICED', 'PAID'),
    ('REFUND', 'PAID', 'INVOICED'),
    ('COST', 'AVAILABLE', 'PAID'),
    ('CLAIM', 'PAID', 'CLAIMED'),
    ('PARK', 'CLAIMED', 'PAID'),
    ('CLAIM_FLAT', 'AVAILABLE', 'CLAIMED'),
    ('PARK_FLAT', 'CLAIMED', 'AVAILABLE'),
    ('CERTIFY', 'CLAIMED', 'CERTIFIED'),
    ('DEDUCT', 'CLAIMED', 'DEDUCTED'))),
  CONSTRAINT posting_papers CHECK ((from_paper IS NULL) = (from_account IN ('OUTSIDE', 'AVAILABLE'))
                               AND (to_paper IS NULL) = (to_account IN ('OUTSIDE', 'AVAILABLE')))
);
CREATE INDEX posting_line_id ON posting (line_id, id);
CREATE INDEX posting_booked_on ON posting (booked_on, id);
CREATE INDEX posting_from_paper ON posting (from_paper) WHERE from_paper IS NOT NULL;
CREATE INDEX posting_to_paper ON posting (to_paper) WHERE to_paper IS NOT NULL;
`;

const columns = (prefix: string, stages: readonly string[]) =>
  stages
    .map((each) => `  ${each} bigint NOT NULL DEFAULT 0 CONSTRAINT ${prefix}_${each}_not_negative CHECK (${each} >= 0)`)
    .join(',\n');
const OF_PAPERS = ['committed', 'invoiced', 'paid', 'claimed', 'certified', 'deducted'];
const OF_LINES = ['available', ...OF_PAPERS];

const BALANCES = `
CREATE TABLE line_balance (
  line_id uuid PRIMARY KEY CONSTRAINT line_balance_line REFERENCES budget_line (id),
${columns('line_balance', OF_LINES)}
);

-- A commitment, a part of an invoice, an expenditure or an item of a claim, by the account its money stands in.
CREATE TABLE paper_balance (
  paper_id uuid PRIMARY KEY,
  line_id uuid NOT NULL CONSTRAINT paper_balance_line REFERENCES budget_line (id),
${columns('paper_balance', OF_PAPERS)}
);

CREATE TABLE ledger_check (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL DEFAULT now(),
  checked_by uuid CONSTRAINT ledger_check_checked_by REFERENCES person (id),
  postings bigint NOT NULL,
  clean boolean NOT NULL,
  differences jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX ledger_check_at ON ledger_check (at);
`;

const added = (stages: readonly string[]) => stages.map((each) => `${each} = b.${each} + d.${each}`).join(', ');
const sums = (stages: readonly string[]) =>
  stages
    .map((each) => `COALESCE(sum(cents) FILTER (WHERE account = '${each.toUpperCase()}'), 0) AS ${each}`)
    .join(',\n           ');

const TRIGGER = `
-- One statement may hold postings of several lines and their papers: the lines are locked in the order of their ids, and a
-- paper is of one line, so no two transactions wait for each other.
CREATE FUNCTION keep_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('ledger.months', 0));
  IF EXISTS (SELECT 1 FROM made m JOIN closed_month c ON c.month = date_trunc('month', m.booked_on)::date) THEN
    RAISE EXCEPTION 'the month is closed' USING ERRCODE = '23514', CONSTRAINT = 'posting_month_open';
  END IF;
  IF EXISTS (SELECT 1 FROM made m LEFT JOIN posting o ON o.id = m.reverses
              WHERE m.reverses IS NOT NULL
                AND (o.reverses IS NOT NULL OR (o.kind, o.line_id, o.cents) <> (m.kind, m.line_id, m.cents)
                     OR o.from_paper IS DISTINCT FROM m.to_paper OR o.to_paper IS DISTINCT FROM m.from_paper)) THEN
    RAISE EXCEPTION 'a reversal mirrors its posting' USING ERRCODE = '23514', CONSTRAINT = 'posting_reversal_mirrors';
  END IF;

  INSERT INTO line_balance (line_id) SELECT DISTINCT line_id FROM made ORDER BY 1 ON CONFLICT DO NOTHING;
  PERFORM 1 FROM line_balance WHERE line_id IN (SELECT line_id FROM made) ORDER BY line_id FOR UPDATE;
  UPDATE line_balance b SET ${added(OF_LINES)}
    FROM (SELECT line_id,
           ${sums(OF_LINES)}
            FROM (SELECT line_id, to_account AS account, cents FROM made
                  UNION ALL SELECT line_id, from_account, -cents FROM made) moves GROUP BY line_id) d
   WHERE b.line_id = d.line_id;

  INSERT INTO paper_balance (paper_id, line_id)
    SELECT DISTINCT ON (to_paper) to_paper, line_id FROM made WHERE to_paper IS NOT NULL ORDER BY 1 ON CONFLICT DO NOTHING;
  IF EXISTS (SELECT 1 FROM (SELECT line_id, unnest(ARRAY[from_paper, to_paper]) AS paper FROM made) m
               LEFT JOIN paper_balance p ON p.paper_id = m.paper
              WHERE m.paper IS NOT NULL AND p.line_id IS DISTINCT FROM m.line_id) THEN
    RAISE EXCEPTION 'nothing of this line stands on this paper' USING ERRCODE = '23514', CONSTRAINT = 'paper_balance_of_line';
  END IF;
  UPDATE paper_balance b SET ${added(OF_PAPERS)}
    FROM (SELECT paper,
           ${sums(OF_PAPERS)}
            FROM (SELECT to_paper AS paper, to_account AS account, cents FROM made
                  UNION ALL SELECT from_paper, from_account, -cents FROM made) moves WHERE paper IS NOT NULL GROUP BY paper) d
   WHERE b.paper_id = d.paper;

  UPDATE funding_agreement a SET allotted_cents = a.allotted_cents + d.cents
    FROM (SELECT l.agreement_id, sum(CASE WHEN m.from_account = 'OUTSIDE' THEN m.cents ELSE -m.cents END) AS cents
            FROM made m JOIN budget_line l ON l.id = m.line_id
           WHERE 'OUTSIDE' IN (m.from_account, m.to_account) GROUP BY 1) d
   WHERE a.id = d.agreement_id AND d.cents <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_balanced AFTER INSERT ON posting
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION keep_balances();
`;
