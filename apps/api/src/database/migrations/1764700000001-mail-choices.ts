import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mails a person gets, and a key by which one event is told to one person once. */
export class MailChoices1764700000001 implements MigrationInterface {
  name = 'MailChoices1764700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE mail_choice (
  person_id uuid NOT NULL CONSTRAINT mail_choice_person REFERENCES person (id) ON DELETE CASCADE,
  topic text NOT NULL,
  wanted boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mail_choice_pkey PRIMARY KEY (person_id, topic)
);
ALTER TABLE mail ADD once_key text CONSTRAINT mail_once UNIQUE;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
