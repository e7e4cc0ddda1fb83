import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests and their rounds are told to open screens as reservations are. */
export class LiveRequests1764700000002 implements MigrationInterface {
  name = 'LiveRequests1764700000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TRIGGER request_told AFTER INSERT OR UPDATE ON request
  FOR EACH ROW EXECUTE FUNCTION tell_change('REQUEST', 'id');
CREATE TRIGGER request_round_told AFTER INSERT OR UPDATE ON request_round
  FOR EACH ROW EXECUTE FUNCTION tell_change('ROUND', 'id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
