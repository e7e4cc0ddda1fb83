import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files: photos, reports. A file belongs to nothing until a verb attaches it to what it is about. */
export class Documents1764500000000 implements MigrationInterface {
  name = 'Documents1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE document (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  entity text,
  entity_id uuid,
  position integer NOT NULL DEFAULT 0,
  name text NOT NULL CONSTRAINT document_name_length CHECK (length(name) BETWEEN 1 AND 120),
  media_type text NOT NULL CONSTRAINT document_media_type_known
    CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size integer NOT NULL CONSTRAINT document_size_positive CHECK (size > 0),
  sha256 bytea NOT NULL,
  content bytea NOT NULL,
  uploaded_by uuid CONSTRAINT document_uploaded_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT document_belongs_wholly CHECK ((entity IS NULL) = (entity_id IS NULL))
);
-- Photos and PDFs are packed already: trying again costs time and gains nothing.
ALTER TABLE document ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX document_entity ON document (entity, entity_id, position);
CREATE INDEX document_loose ON document (uploaded_by, created_at) WHERE entity IS NULL;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
