import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The terms of loan, a row per version that never changes, and who accepted which. */
export class LoanTerms1765000000002 implements MigrationInterface {
  name = 'LoanTerms1765000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE loan_terms (
  version integer PRIMARY KEY CONSTRAINT loan_terms_version_positive CHECK (version > 0),
  text_nl text NOT NULL,
  text_fr text NOT NULL,
  text_en text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE terms_acceptance (
  person_id uuid NOT NULL CONSTRAINT terms_acceptance_person REFERENCES person (id),
  version integer NOT NULL CONSTRAINT terms_acceptance_version REFERENCES loan_terms (version),
  accepted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT terms_acceptance_once PRIMARY KEY (person_id, version)
);
CREATE INDEX terms_acceptance_version_of ON terms_acceptance (version);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
