import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every write that others may have on screen is told to the API's replicas, by the tables themselves: no verb can forget
 * it, and what is rolled back is never told.
 */
export class LiveChanges1764700000000 implements MigrationInterface {
  name = 'LiveChanges1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Arguments: a kind, and the column that holds the id. Only ids travel: who may see them is decided where they arrive.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  id text := to_jsonb(NEW) ->> TG_ARGV[1];
BEGIN
  IF id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    PERFORM pg_notify('karavaan_change', TG_ARGV[0] || ':' || id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER reservation_told AFTER INSERT OR UPDATE ON reservation
  FOR EACH ROW EXECUTE FUNCTION tell_change('RESERVATION', 'id');
CREATE TRIGGER occupancy_told_unit AFTER INSERT OR UPDATE ON occupancy
  FOR EACH ROW EXECUTE FUNCTION tell_change('UNIT', 'unit_id');
CREATE TRIGGER occupancy_told_reservation AFTER INSERT OR UPDATE ON occupancy
  FOR EACH ROW EXECUTE FUNCTION tell_change('RESERVATION', 'reservation_id');
CREATE TRIGGER equipment_unit_told AFTER UPDATE ON equipment_unit
  FOR EACH ROW EXECUTE FUNCTION tell_change('UNIT', 'id');
CREATE TRIGGER waiting_entry_told AFTER INSERT OR UPDATE ON waiting_entry
  FOR EACH ROW EXECUTE FUNCTION tell_change('WAITING_ENTRY', 'id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
