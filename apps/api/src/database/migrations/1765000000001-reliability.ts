import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a reservation was cancelled late by who booked it, and whether nobody came for it. */
export class Reliability1765000000001 implements MigrationInterface {
  name = 'Reliability1765000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE reservation ADD cancelled_late boolean NOT NULL DEFAULT false, ADD no_show boolean NOT NULL DEFAULT false;
CREATE INDEX reservation_unreliable ON reservation (organisation_id, first_day) WHERE cancelled_late OR no_show;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
