import path from 'node:path';
import pg from 'pg';
import { OVERDUE_UNIT } from './care/care-data.ts';
import { HALF_YEAR_DAYS } from './demo-settings.ts';
import { plusDays } from './days.ts';
import { seedDemo } from './seed-demo.ts';
import { seedFacts } from './seed-facts.ts';
import { seedOnce } from './seed-once.ts';

/** The API's own test databases; by a computed path, since tools are type-checked apart from the API. */
const { copyDatabase } = (await import(path.resolve('apps/api/test/server.ts'))) as {
  copyDatabase: () => Promise<{ ownerUrl: string; drop: () => Promise<void> }>;
};

async function freshDatabase(): Promise<{ client: pg.Client; close: () => Promise<void> }> {
  const copy = await copyDatabase();
  const client = new pg.Client({ connectionString: copy.ownerUrl });
  await client.connect();
  return {
    client,
    close: async () => {
      await client.end();
      await copy.drop();
    },
  };
}

/** Everything of the demo year that a person can see, without the ids that differ each time. */
const YEAR = `SELECT s.code, u.code AS unit, r.first_day::text, r.last_day::text, r.state, r.purpose, r.group_size, r.contact_name
  FROM reservation r JOIN occupancy o ON o.reservation_id = r.id JOIN equipment_unit u ON u.id = o.unit_id
  JOIN site s ON s.id = r.site_id ORDER BY u.code, r.first_day, r.last_day, r.state`;

async function one(client: pg.Client, sql: string): Promise<Record<string, number>> {
  const { rows } = await client.query<Record<string, number>>(sql);
  return rows[0] ?? {};
}

/** A whole year takes about two seconds; a busy machine may need longer. */
const SLOW_MS = 60_000;

describe('the seed', () => {
  it(
    'drives what it delivered, and has trips for today or the next days, each allowed by the guards',
    async () => {
      const { client, close } = await freshDatabase();
      await seedOnce(client, { demo: true, today: '2026-11-23' });
      const counts = await one(
        client,
        `SELECT count(*)::int AS trips, count(*) FILTER (WHERE state = 'DONE')::int AS driven,
                count(*) FILTER (WHERE day >= '2026-11-23')::int AS coming, (SELECT count(*)::int FROM vehicle) AS vans,
                (SELECT count(*)::int FROM leg l WHERE active AND NOT EXISTS (SELECT 1 FROM stop s WHERE s.leg_id = l.id)) AS open
           FROM trip`,
      );
      expect(counts['vans']).toBe(3);
      expect(counts['driven']).toBeGreaterThan(5);
      expect(counts['coming']).toBeGreaterThan(1);
      expect(counts['open']).toBeGreaterThan(5);
      await close();
    },
    SLOW_MS,
  );

  it(
    'seeds once: the second time changes nothing',
    async () => {
      const { client, close } = await freshDatabase();
      expect(await seedOnce(client, { demo: true, today: '2026-11-23' })).toBe(true);
      const before = (await client.query(YEAR)).rows;
      expect(await seedOnce(client, { demo: true, today: '2026-11-24' })).toBe(false);
      expect((await client.query(YEAR)).rows).toEqual(before);
      await close();
    },
    SLOW_MS,
  );

  it(
    'leaves nothing behind when it fails half-way',
    async () => {
      const { client, close } = await freshDatabase();
      await client.query(`INSERT INTO holiday (kind, first_day, last_day, name_nl, name_fr, name_en, status)
      VALUES ('PUBLIC', '2027-01-01', '2027-01-01', 'Nieuwjaar', 'Nouvel An', 'New Year', 'sourced')`);
      await expect(seedOnce(client, { demo: false, today: '2026-11-23' })).rejects.toThrow('holiday_unique');
      expect(await one(client, 'SELECT count(*)::int AS sites FROM site')).toEqual({ sites: 0 });
      await close();
    },
    SLOW_MS,
  );

  it(
    'knows only what exists when only the facts are asked: nothing invented, and no table that the demo fills alone',
    async () => {
      const { client, close } = await freshDatabase();
      await seedOnce(client, { demo: false, today: '2026-11-23' });
      const { rows } = await client.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', c.relname), false, true, '')))[1]::text <> '0'
          ORDER BY 1`,
      );
      expect(rows.map(({ name }) => name)).toEqual([
        'equipment_model',
        'holiday',
        'inspection_plan',
        'migration',
        'municipality',
        'organisation',
        'place',
        'procurement_threshold',
        'setting',
        'site',
        'site_travel',
      ]);
      expect(
        await one(
          client,
          `SELECT (SELECT count(*)::int FROM site) AS sites, (SELECT count(*)::int FROM equipment_model) AS models,
                (SELECT count(*)::int FROM site_travel) AS travel,
                (SELECT count(*)::int FROM site WHERE power_supplies IS NOT NULL OR facilities_demo) AS facilities,
                (SELECT count(*)::int FROM setting WHERE value ? 'demoPassword') AS passwords`,
        ),
      ).toEqual({ sites: 71, models: 41, travel: 71 * 70, facilities: 0, passwords: 0 });
      await close();
    },
    SLOW_MS,
  );

  // A weekday, a weekend, the week of a clock change, the summer and the end of the calendar's first year.
  it.each(['2026-11-23', '2026-11-28', '2027-03-28', '2027-07-10', '2027-01-01'])(
    'fills a year round %s that the constraint and the trigger accept',
    async (today) => {
      const { client, close } = await freshDatabase();
      await seedFacts(client, { demoFacilities: true });
      await seedDemo(client, { today });
      const year = await one(
        client,
        `SELECT count(*)::int AS all, count(*) FILTER (WHERE state = 'SUBMITTED')::int AS inbox,
                count(*) FILTER (WHERE NOT demo)::int AS real,
                count(*) FILTER (WHERE state = 'ENDED' AND (last_day >= '${today}' OR participants IS NULL OR hours_used IS NULL))::int AS wrong,
                count(*) FILTER (WHERE state = 'SUBMITTED' AND first_day <= '${today}')::int AS late,
                count(*) FILTER (WHERE created_at > '${today} 08:00 Europe/Brussels' OR decided_at < created_at)::int AS untimely,
                count(*) FILTER (WHERE first_day < '${plusDays(today, -HALF_YEAR_DAYS)}')::int AS early
           FROM reservation`,
      );
      expect(year).toMatchObject({ inbox: 15, real: 0, wrong: 0, late: 0, untimely: 0, early: 0 });
      expect(year.all).toBeGreaterThan(1200);
      expect(year.all).toBeLessThan(1800);
      const stays = await one(
        client,
        `SELECT count(*) FILTER (WHERE o.active = (r.state IN ('CANCELLED', 'REJECTED')))::int AS "wronglyActive",
                count(*) FILTER (WHERE u.inspection_valid_to < r.last_day AND u.code <> '${OVERDUE_UNIT}')::int AS expired,
                count(*) FILTER (WHERE u.mobility = 'FIXED' AND o.site_id <> u.home_site_id)::int AS "movedFixed",
                count(*) FILTER (WHERE r.first_day < s.valid_from)::int AS "beforeOpening",
                count(*) FILTER (WHERE extract(isodow FROM r.first_day) > 5 OR extract(isodow FROM r.last_day) > 5)::int AS weekend
           FROM occupancy o JOIN reservation r ON r.id = o.reservation_id
           JOIN equipment_unit u ON u.id = o.unit_id JOIN site s ON s.id = r.site_id`,
      );
      expect(stays).toEqual({ wronglyActive: 0, expired: 0, movedFixed: 0, beforeOpening: 0, weekend: 0 });
      await close();
    },
    SLOW_MS,
  );

  it(
    'makes the same year again for the same day and seed, and another one for another seed',
    async () => {
      const years = [];
      for (const seed of [7, 7, 8]) {
        const { client, close } = await freshDatabase();
        await seedFacts(client, { demoFacilities: true });
        await seedDemo(client, { today: '2026-11-23', seed });
        years.push((await client.query(YEAR)).rows);
        await close();
      }
      expect(years[1]).toEqual(years[0]);
      expect(years[2]).not.toEqual(years[0]);
    },
    SLOW_MS,
  );
});
