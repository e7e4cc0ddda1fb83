// A thousand units with a history. Around the asked weeks every size is the same: what grows is the past.
const UNITS = 1000;
/** Half of the occupancies of the smallest size, ten each, lie before today and half after. */
const NEAR = 10;
const APART = 12;

/** Leaves the seed's sites and models, with 1,000 units and no occupancy. */
export async function makeUnits(owner) {
  await owner.query(`
    TRUNCATE occupancy, reservation, equipment_unit CASCADE;
    INSERT INTO equipment_unit (code, model_id, serial, mobility, home_site_id, owner_organisation_id, inspected_on, inspection_valid_to)
    SELECT 'BENCH-' || n, m.id, n, 'MOBILE', s.id, s.organisation_id, current_date - 100, current_date + 2000
      FROM generate_series(1, ${UNITS}) n
      JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS all FROM equipment_model WHERE mobility = 'MOBILE') m ON m.at = n % m.all
      JOIN (SELECT id, organisation_id, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS all FROM site) s ON s.at = n % s.all`);
  await owner.query('VACUUM ANALYZE');
}

/**
 * Gives every unit the same number of two-day stays, at sites that change: ten around today, twelve days apart (whether a
 * unit is free on a day depends on the unit), the others before those, two days on and two days off. The check against
 * teleporting is put aside while loading; the exclusion constraint stays. @param {number} total occupancies
 */
export async function fill(owner, total) {
  const each = total / UNITS;
  await owner.query('TRUNCATE occupancy CASCADE');
  await owner.query('ALTER TABLE occupancy DISABLE TRIGGER USER');
  const stays = `
    SELECT u.id, 'STAY', tstzrange(day + interval '8 hours', day + interval '1 day 16 hours'), s.id, 'PLANNED'
      FROM (SELECT id, row_number() OVER (ORDER BY code) AS n FROM equipment_unit) u
      CROSS JOIN generate_series($1::int, $2::int) k
      CROSS JOIN LATERAL (SELECT (date_trunc('day', now()) + make_interval(days => CASE
        WHEN k < ${NEAR} THEN (k - ${NEAR / 2}) * ${APART} + (u.n % ${APART})::int
        ELSE -${(NEAR / 2) * APART} - 4 * (k - ${NEAR} + 1) END)) AS day) d
      JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS all FROM site) s ON s.at = (u.n + k) % s.all`;
  for (let from = 0; from < each; from += 100)
    await owner.query(`INSERT INTO occupancy (unit_id, kind, during, site_id, stay_state) ${stays}`, [
      from,
      Math.min(each, from + 100) - 1,
    ]);
  await owner.query('ALTER TABLE occupancy ENABLE TRIGGER USER');
  await owner.query('VACUUM ANALYZE occupancy');
  const { rows } = await owner.query('SELECT count(*)::int AS count FROM occupancy');
  if (rows[0].count !== total) throw new Error(`${rows[0].count} occupancies instead of ${total}`);
}
