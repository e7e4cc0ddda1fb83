import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From envelope to claim: who pays for what and under which rules, the papers of spending, and the postings under them. */
export class Budget1765600000000 implements MigrationInterface {
  name = 'Budget1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FUNDING, PAPERS, PAYING, DECIDING]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}

const FUNDING = `
CREATE TABLE envelope (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL CONSTRAINT envelope_code_unique UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT envelope_kind_known CHECK (kind IN ('EQUIPMENT', 'RUNNING')),
  amount_cents bigint NOT NULL CONSTRAINT envelope_amount_positive CHECK (amount_cents > 0),
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE funder (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL CONSTRAINT funder_code_unique UNIQUE,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE funding_agreement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  envelope_id uuid NOT NULL CONSTRAINT funding_agreement_envelope REFERENCES envelope (id),
  code text NOT NULL CONSTRAINT funding_agreement_code_unique UNIQUE,
  name text NOT NULL,
  regime text NOT NULL,
  amount_cents bigint NOT NULL CONSTRAINT funding_agreement_amount_positive CHECK (amount_cents > 0),
  allotted_cents bigint NOT NULL DEFAULT 0 CONSTRAINT funding_agreement_allotted_not_negative CHECK (allotted_cents >= 0),
  eligible_from date NOT NULL,
  eligible_to date NOT NULL,
  vat_rule text NOT NULL CONSTRAINT funding_agreement_vat_rule_known CHECK (vat_rule IN ('NOT_RECOVERABLE', 'NEVER')),
  durability_years integer NOT NULL CONSTRAINT funding_agreement_durability_range CHECK (durability_years BETWEEN 0 AND 30),
  retention_years integer NOT NULL CONSTRAINT funding_agreement_retention_range CHECK (retention_years BETWEEN 0 AND 30),
  retention_from text NOT NULL CONSTRAINT funding_agreement_retention_from_known
    CHECK (retention_from IN ('LAST_PAYMENT', 'END_OF_YEAR_OF_LAST_PAYMENT')),
  final_payment_on date,
  illustrative boolean NOT NULL DEFAULT false,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT funding_agreement_not_over_allotted CHECK (allotted_cents <= amount_cents),
  CONSTRAINT funding_agreement_window_ordered CHECK (eligible_from <= eligible_to)
);
CREATE INDEX funding_agreement_envelope_id ON funding_agreement (envelope_id);

CREATE TABLE agreement_share (
  agreement_id uuid NOT NULL CONSTRAINT agreement_share_agreement REFERENCES funding_agreement (id),
  funder_id uuid NOT NULL CONSTRAINT agreement_share_funder REFERENCES funder (id),
  position integer NOT NULL,
  basis_points integer NOT NULL CONSTRAINT agreement_share_range CHECK (basis_points BETWEEN 0 AND 10000),
  PRIMARY KEY (agreement_id, funder_id)
);

CREATE TABLE budget_line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agreement_id uuid NOT NULL CONSTRAINT budget_line_agreement REFERENCES funding_agreement (id),
  code text NOT NULL,
  name text NOT NULL,
  rubric text NOT NULL CONSTRAINT budget_line_rubric_known
    CHECK (rubric IN ('INVESTMENT', 'PERSONNEL', 'OPERATIONS', 'OVERHEAD', 'EXTERNAL', 'PROMOTION')),
  domain text,
  site_id uuid CONSTRAINT budget_line_site REFERENCES site (id),
  flat_rate_basis_points integer CONSTRAINT budget_line_flat_rate_range CHECK (flat_rate_basis_points BETWEEN 1 AND 10000),
  takes_running_costs boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT budget_line_code_unique UNIQUE (agreement_id, code)
);

CREATE TABLE budget_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agreement_id uuid NOT NULL CONSTRAINT budget_version_agreement REFERENCES funding_agreement (id),
  number integer NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT' CONSTRAINT budget_version_state_known CHECK (state IN ('DRAFT', 'ACTIVE', 'CLOSED')),
  reason text NOT NULL DEFAULT '',
  created_by uuid CONSTRAINT budget_version_created_by REFERENCES person (id),
  decided_by uuid CONSTRAINT budget_version_decided_by REFERENCES person (id),
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT budget_version_number_unique UNIQUE (agreement_id, number),
  CONSTRAINT budget_version_second_person CHECK (decided_by <> created_by)
);
CREATE UNIQUE INDEX budget_version_one_active ON budget_version (agreement_id) WHERE state = 'ACTIVE';

CREATE TABLE budget_version_line (
  version_id uuid NOT NULL CONSTRAINT budget_version_line_version REFERENCES budget_version (id),
  line_id uuid NOT NULL CONSTRAINT budget_version_line_line REFERENCES budget_line (id),
  cents bigint NOT NULL CONSTRAINT budget_version_line_not_negative CHECK (cents >= 0),
  PRIMARY KEY (version_id, line_id)
);
`;

const PAPERS = `
CREATE TABLE supplier (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  enterprise_number text CONSTRAINT supplier_enterprise_number_unique UNIQUE
    CONSTRAINT supplier_enterprise_number_digits CHECK (enterprise_number ~ '^[01][0-9]{9}$'),
  vat_number text CONSTRAINT supplier_vat_number_unique UNIQUE,
  iban text,
  active boolean NOT NULL DEFAULT true,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE procurement_threshold (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  procedure text NOT NULL CONSTRAINT procurement_threshold_procedure_known
    CHECK (procedure IN ('LOW_VALUE', 'NEGOTIATED', 'SIMPLIFIED', 'OPEN')),
  valid_from date NOT NULL,
  below_cents bigint CONSTRAINT procurement_threshold_positive CHECK (below_cents > 0),
  source text NOT NULL,
  CONSTRAINT procurement_threshold_once UNIQUE (procedure, valid_from)
);

CREATE TABLE commitment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT commitment_number_unique UNIQUE,
  line_id uuid NOT NULL CONSTRAINT commitment_line REFERENCES budget_line (id),
  supplier_id uuid NOT NULL CONSTRAINT commitment_supplier REFERENCES supplier (id),
  description text NOT NULL,
  reference text NOT NULL DEFAULT '',
  ordered_on date NOT NULL,
  cents bigint NOT NULL CONSTRAINT commitment_not_negative CHECK (cents >= 0),
  procedure text CONSTRAINT commitment_procedure_known CHECK (procedure IN ('LOW_VALUE', 'NEGOTIATED', 'SIMPLIFIED', 'OPEN')),
  estimate_cents bigint CONSTRAINT commitment_estimate_not_negative CHECK (estimate_cents >= 0),
  awarded_on date,
  closed boolean NOT NULL DEFAULT false,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX commitment_line_id ON commitment (line_id);
CREATE INDEX commitment_supplier_id ON commitment (supplier_id);

CREATE TABLE invoice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  supplier_id uuid NOT NULL CONSTRAINT invoice_supplier REFERENCES supplier (id),
  kind text NOT NULL DEFAULT 'INVOICE' CONSTRAINT invoice_kind_known CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
  number text NOT NULL CONSTRAINT invoice_number_length CHECK (length(number) BETWEEN 1 AND 100),
  issued_on date NOT NULL,
  due_on date,
  credits_id uuid CONSTRAINT invoice_credits REFERENCES invoice (id),
  communication text CONSTRAINT invoice_communication_digits CHECK (communication ~ '^[0-9]{12}$'),
  payable_cents bigint NOT NULL CONSTRAINT invoice_payable_not_negative CHECK (payable_cents >= 0),
  credited_cents bigint NOT NULL DEFAULT 0 CONSTRAINT invoice_credited_not_negative CHECK (credited_cents >= 0),
  paid_cents bigint NOT NULL DEFAULT 0 CONSTRAINT invoice_paid_not_negative CHECK (paid_cents >= 0),
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT invoice_once UNIQUE (supplier_id, number, issued_on),
  CONSTRAINT invoice_not_over_paid CHECK (paid_cents + credited_cents <= payable_cents),
  CONSTRAINT invoice_credit_note_credits CHECK ((kind = 'CREDIT_NOTE') = (credits_id IS NOT NULL))
);
CREATE INDEX invoice_credits_id ON invoice (credits_id);
CREATE INDEX invoice_communication ON invoice (communication);

CREATE TABLE invoice_line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invoice_id uuid NOT NULL CONSTRAINT invoice_line_invoice REFERENCES invoice (id),
  position integer NOT NULL,
  description text NOT NULL,
  net_cents bigint NOT NULL,
  vat_cents bigint NOT NULL,
  recoverable_vat_cents bigint NOT NULL DEFAULT 0,
  allocated_basis_points integer NOT NULL DEFAULT 0
    CONSTRAINT invoice_line_not_over_allocated CHECK (allocated_basis_points BETWEEN 0 AND 10000),
  CONSTRAINT invoice_line_position_unique UNIQUE (invoice_id, position)
);

CREATE TABLE invoice_part (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invoice_id uuid NOT NULL CONSTRAINT invoice_part_invoice REFERENCES invoice (id),
  line_id uuid NOT NULL CONSTRAINT invoice_part_line REFERENCES budget_line (id),
  commitment_id uuid CONSTRAINT invoice_part_commitment REFERENCES commitment (id),
  cents bigint NOT NULL CONSTRAINT invoice_part_not_negative CHECK (cents >= 0),
  net_cents bigint NOT NULL
);
CREATE INDEX invoice_part_invoice_id ON invoice_part (invoice_id);
CREATE INDEX invoice_part_line_id ON invoice_part (line_id);
CREATE INDEX invoice_part_commitment_id ON invoice_part (commitment_id);

CREATE TABLE invoice_allocation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invoice_line_id uuid NOT NULL CONSTRAINT invoice_allocation_invoice_line REFERENCES invoice_line (id),
  part_id uuid NOT NULL CONSTRAINT invoice_allocation_part REFERENCES invoice_part (id),
  basis_points integer NOT NULL CONSTRAINT invoice_allocation_range CHECK (basis_points BETWEEN 1 AND 10000),
  cents bigint NOT NULL
);
CREATE INDEX invoice_allocation_invoice_line_id ON invoice_allocation (invoice_line_id);
CREATE INDEX invoice_allocation_part_id ON invoice_allocation (part_id);

-- No more than the whole of an invoice line is charged, to whatever projects.
CREATE FUNCTION count_allocation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE invoice_line l SET allocated_basis_points = l.allocated_basis_points + m.added
    FROM (SELECT invoice_line_id, sum(basis_points) AS added FROM made GROUP BY 1) m WHERE l.id = m.invoice_line_id;
  RETURN NULL;
END $$;
CREATE TRIGGER invoice_allocation_counted AFTER INSERT ON invoice_allocation
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION count_allocation();
`;

const PAYING = `
CREATE TABLE payment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invoice_id uuid NOT NULL CONSTRAINT payment_invoice REFERENCES invoice (id),
  paid_on date NOT NULL,
  cents bigint NOT NULL CONSTRAINT payment_not_nothing CHECK (cents <> 0),
  reference text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payment_invoice_id ON payment (invoice_id);
CREATE INDEX payment_paid_on ON payment (paid_on);

CREATE TABLE tariff (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CONSTRAINT tariff_kind_known CHECK (kind IN ('KM', 'TRIP_HOUR', 'CARE_HOUR')),
  valid_from date NOT NULL,
  cents bigint NOT NULL CONSTRAINT tariff_not_negative CHECK (cents >= 0),
  source text NOT NULL DEFAULT '',
  CONSTRAINT tariff_once UNIQUE (kind, valid_from)
);

CREATE TABLE cost_proposal (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CONSTRAINT cost_proposal_kind_known CHECK (kind IN ('TRIP', 'MAINTENANCE')),
  source_id uuid NOT NULL,
  unit_id uuid NOT NULL CONSTRAINT cost_proposal_unit REFERENCES equipment_unit (id),
  reservation_id uuid CONSTRAINT cost_proposal_reservation REFERENCES reservation (id) ON DELETE SET NULL,
  on_day date NOT NULL,
  description text NOT NULL,
  metres bigint NOT NULL DEFAULT 0,
  minutes bigint NOT NULL DEFAULT 0,
  cents bigint NOT NULL CONSTRAINT cost_proposal_not_negative CHECK (cents >= 0),
  state text NOT NULL DEFAULT 'PROPOSED' CONSTRAINT cost_proposal_state_known
    CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DISMISSED')),
  line_id uuid CONSTRAINT cost_proposal_line REFERENCES budget_line (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT cost_proposal_once UNIQUE (kind, source_id, unit_id),
  CONSTRAINT cost_proposal_line_when_accepted CHECK ((state = 'ACCEPTED') = (line_id IS NOT NULL))
);
CREATE INDEX cost_proposal_unit_id ON cost_proposal (unit_id);
CREATE INDEX cost_proposal_reservation_id ON cost_proposal (reservation_id);

CREATE TABLE expenditure (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  line_id uuid NOT NULL CONSTRAINT expenditure_line REFERENCES budget_line (id),
  payment_id uuid CONSTRAINT expenditure_payment REFERENCES payment (id),
  part_id uuid CONSTRAINT expenditure_part REFERENCES invoice_part (id),
  cost_id uuid CONSTRAINT expenditure_cost REFERENCES cost_proposal (id),
  paid_on date NOT NULL,
  cents bigint NOT NULL CONSTRAINT expenditure_positive CHECK (cents > 0),
  eligible_cents bigint NOT NULL,
  CONSTRAINT expenditure_eligible_range CHECK (eligible_cents BETWEEN 0 AND cents),
  CONSTRAINT expenditure_of_payment_or_cost
    CHECK ((cost_id IS NULL) = (payment_id IS NOT NULL) AND (payment_id IS NULL) = (part_id IS NULL))
);
CREATE INDEX expenditure_line_id ON expenditure (line_id, paid_on);
CREATE INDEX expenditure_payment_id ON expenditure (payment_id);
CREATE INDEX expenditure_part_id ON expenditure (part_id);

CREATE TABLE claim (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agreement_id uuid NOT NULL CONSTRAINT claim_agreement REFERENCES funding_agreement (id),
  number integer NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT' CONSTRAINT claim_state_known
    CHECK (state IN ('DRAFT', 'SUBMITTED', 'IN_CONTROL', 'CERTIFIED')),
  title text NOT NULL DEFAULT '',
  submitted_on date,
  certified_on date,
  declared_cents bigint NOT NULL DEFAULT 0 CONSTRAINT claim_declared_not_negative CHECK (declared_cents >= 0),
  certified_cents bigint NOT NULL DEFAULT 0 CONSTRAINT claim_certified_not_negative CHECK (certified_cents >= 0),
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT claim_number_unique UNIQUE (agreement_id, number)
);

CREATE TABLE claim_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  claim_id uuid NOT NULL CONSTRAINT claim_item_claim REFERENCES claim (id),
  line_id uuid NOT NULL CONSTRAINT claim_item_line REFERENCES budget_line (id),
  expenditure_id uuid CONSTRAINT claim_item_expenditure REFERENCES expenditure (id),
  declared_cents bigint NOT NULL CONSTRAINT claim_item_declared_positive CHECK (declared_cents > 0),
  certified_cents bigint,
  deducted_cents bigint,
  parked_cents bigint,
  verdict text NOT NULL DEFAULT '',
  CONSTRAINT claim_item_once UNIQUE (claim_id, expenditure_id),
  CONSTRAINT claim_item_parts_add_up CHECK (certified_cents >= 0 AND deducted_cents >= 0 AND parked_cents >= 0
    AND certified_cents + deducted_cents + parked_cents = declared_cents)
);
CREATE INDEX claim_item_expenditure_id ON claim_item (expenditure_id);

CREATE TABLE claim_share (
  claim_id uuid NOT NULL CONSTRAINT claim_share_claim REFERENCES claim (id),
  funder_id uuid NOT NULL CONSTRAINT claim_share_funder REFERENCES funder (id),
  position integer NOT NULL,
  basis_points integer NOT NULL,
  declared_cents bigint NOT NULL,
  certified_cents bigint,
  PRIMARY KEY (claim_id, funder_id)
);

-- What is submitted is frozen: its items come and go and change their amount in a draft only.
CREATE FUNCTION keep_claim_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_claim uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.claim_id ELSE NEW.claim_id END;
BEGIN
  IF TG_OP <> 'UPDATE' OR (NEW.claim_id, NEW.line_id, NEW.expenditure_id, NEW.declared_cents)
       IS DISTINCT FROM (OLD.claim_id, OLD.line_id, OLD.expenditure_id, OLD.declared_cents) THEN
    IF (SELECT state FROM claim WHERE id = of_claim FOR SHARE) <> 'DRAFT' THEN
      RAISE EXCEPTION 'the claim is submitted' USING ERRCODE = '23514', CONSTRAINT = 'claim_item_frozen';
    END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER claim_item_frozen BEFORE INSERT OR UPDATE OR DELETE ON claim_item
  FOR EACH ROW EXECUTE FUNCTION keep_claim_frozen();
`;

const DECIDING = `
CREATE TABLE transfer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  from_line_id uuid NOT NULL CONSTRAINT transfer_from_line REFERENCES budget_line (id),
  to_line_id uuid NOT NULL CONSTRAINT transfer_to_line REFERENCES budget_line (id),
  cents bigint NOT NULL CONSTRAINT transfer_positive CHECK (cents > 0),
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'REQUESTED' CONSTRAINT transfer_state_known
    CHECK (state IN ('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  requested_by uuid CONSTRAINT transfer_requested_by REFERENCES person (id),
  decided_by uuid CONSTRAINT transfer_decided_by REFERENCES person (id),
  decided_at timestamptz,
  answer text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT transfer_two_lines CHECK (from_line_id <> to_line_id),
  CONSTRAINT transfer_second_person CHECK (state = 'WITHDRAWN' OR decided_by <> requested_by)
);
CREATE INDEX transfer_from_line_id ON transfer (from_line_id);
CREATE INDEX transfer_to_line_id ON transfer (to_line_id);

CREATE TABLE stand_in (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  absent_id uuid NOT NULL CONSTRAINT stand_in_absent REFERENCES person (id),
  stand_in_id uuid NOT NULL CONSTRAINT stand_in_stand_in REFERENCES person (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  ended boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT stand_in_two_persons CHECK (absent_id <> stand_in_id),
  CONSTRAINT stand_in_days_ordered CHECK (first_day <= last_day)
);
CREATE INDEX stand_in_stand_in_id ON stand_in (stand_in_id);

CREATE TABLE closed_month (
  month date PRIMARY KEY CONSTRAINT closed_month_first_day CHECK (extract(day FROM month) = 1),
  closed_by uuid CONSTRAINT closed_month_closed_by REFERENCES person (id),
  closed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE asset (
  unit_id uuid PRIMARY KEY CONSTRAINT asset_unit REFERENCES equipment_unit (id) ON DELETE CASCADE,
  insured_cents bigint CONSTRAINT asset_insured_not_negative CHECK (insured_cents >= 0),
  depreciation_years integer NOT NULL DEFAULT 5 CONSTRAINT asset_depreciation_range CHECK (depreciation_years BETWEEN 1 AND 30),
  depreciates_from date,
  left_on date,
  left_how text CONSTRAINT asset_left_how_known CHECK (left_how IN ('SOLD', 'MOVED_OUT', 'SCRAPPED')),
  left_reason text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT asset_left_wholly CHECK ((left_on IS NULL) = (left_how IS NULL))
);

CREATE TABLE asset_share (
  unit_id uuid NOT NULL CONSTRAINT asset_share_asset REFERENCES asset (unit_id) ON DELETE CASCADE,
  invoice_line_id uuid NOT NULL CONSTRAINT asset_share_invoice_line REFERENCES invoice_line (id),
  basis_points integer NOT NULL CONSTRAINT asset_share_range CHECK (basis_points BETWEEN 1 AND 10000),
  PRIMARY KEY (unit_id, invoice_line_id)
);
CREATE INDEX asset_share_invoice_line_id ON asset_share (invoice_line_id);
`;
