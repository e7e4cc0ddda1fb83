import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes in for the budget before it is booked: e-invoices that wait for somebody, and statements of the bank. */
export class BudgetIntake1765700000000 implements MigrationInterface {
  name = 'BudgetIntake1765700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [DOCUMENTS, INCOMING, BANK]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}

const DOCUMENTS = `
ALTER TABLE document DROP CONSTRAINT document_media_type_known;
ALTER TABLE document ADD CONSTRAINT document_media_type_known
  CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'application/xml', 'text/plain'));
`;

const INCOMING = `
CREATE TABLE incoming_invoice (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  sha256 bytea NOT NULL CONSTRAINT incoming_invoice_file_once UNIQUE,
  state text NOT NULL CONSTRAINT incoming_invoice_state_known CHECK (state IN ('PARKED', 'BOOKED', 'DISMISSED')),
  reason text CONSTRAINT incoming_invoice_reason_known
    CHECK (reason IN ('WRONG', 'SUPPLIER_UNKNOWN', 'OTHER_CURRENCY', 'NEEDS_INVOICE', 'NEEDS_LINE', 'REFUSED')),
  content jsonb NOT NULL,
  findings jsonb NOT NULL DEFAULT '[]',
  supplier_name text NOT NULL,
  number text NOT NULL,
  issued_on date,
  payable_cents bigint NOT NULL,
  supplier_id uuid CONSTRAINT incoming_invoice_supplier REFERENCES supplier (id),
  invoice_id uuid CONSTRAINT incoming_invoice_invoice REFERENCES invoice (id),
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_by uuid CONSTRAINT incoming_invoice_created_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT incoming_invoice_parked_has_reason CHECK ((state = 'PARKED') = (reason IS NOT NULL)),
  CONSTRAINT incoming_invoice_booked_has_invoice CHECK ((state = 'BOOKED') = (invoice_id IS NOT NULL))
);
CREATE INDEX incoming_invoice_state ON incoming_invoice (state, created_at);
CREATE INDEX incoming_invoice_invoice_id ON incoming_invoice (invoice_id);
`;

const BANK = `
CREATE TABLE bank_statement (
  id uuid PRIMARY KEY,
  account text NOT NULL,
  number text NOT NULL,
  currency text NOT NULL,
  old_balance_on date NOT NULL,
  old_balance_cents bigint NOT NULL,
  new_balance_on date NOT NULL,
  new_balance_cents bigint NOT NULL,
  file_name text NOT NULL,
  created_by uuid CONSTRAINT bank_statement_created_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT bank_statement_once UNIQUE (account, number, new_balance_on)
);

CREATE TABLE bank_movement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  statement_id uuid NOT NULL CONSTRAINT bank_movement_statement REFERENCES bank_statement (id),
  position integer NOT NULL,
  sequence text NOT NULL,
  cents bigint NOT NULL,
  booked_on date NOT NULL,
  bank_reference text NOT NULL,
  communication text CONSTRAINT bank_movement_communication_digits CHECK (communication ~ '^[0-9]{12}$'),
  message text NOT NULL,
  counterparty text NOT NULL,
  counterparty_account text NOT NULL,
  state text NOT NULL DEFAULT 'OPEN' CONSTRAINT bank_movement_state_known CHECK (state IN ('OPEN', 'MATCHED', 'SET_ASIDE')),
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT bank_movement_position_unique UNIQUE (statement_id, position)
);
CREATE INDEX bank_movement_state ON bank_movement (state, booked_on);
CREATE INDEX bank_movement_communication ON bank_movement (communication);

-- A payment is of one movement; a movement may pay several invoices.
CREATE TABLE bank_match (
  payment_id uuid PRIMARY KEY CONSTRAINT bank_match_payment REFERENCES payment (id),
  movement_id uuid NOT NULL CONSTRAINT bank_match_movement REFERENCES bank_movement (id)
);
CREATE INDEX bank_match_movement_id ON bank_match (movement_id);
`;
