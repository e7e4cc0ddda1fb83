import { addDays, coveredShares, type LivedPlace, type Point } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { refuse } from '../../platform/refuse.js';
import type { Coverage, CoverageInput } from './figures.types.js';

interface MunicipalityRow {
  nis: string;
  name: string;
  area: string;
  inhabitants: number;
  inhabitantsOn: string;
  source: string;
}

/**
 * Where open equipment stands in a month: a fixed unit at home, a kit at each site of a stay and where it was when the
 * month began. Not what is out of service, taken for maintenance all month, or at a site that is not in use then.
 * $1 first day of the month, $2 first day of the next, $3 domain, $4 model code.
 */
const OPEN_SQL = `
WITH month AS (SELECT $1::date AS first, $2::date AS next, tstzrange($1::date::timestamp AT TIME ZONE 'Europe/Brussels',
                                                                     $2::date::timestamp AT TIME ZONE 'Europe/Brussels') AS during),
units AS (
  SELECT u.* FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id, month
   WHERE u.in_service AND ($3::text IS NULL OR m.domain = $3) AND ($4::text IS NULL OR m.code = $4)
     AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.unit_id = u.id AND o.active AND o.kind = 'MAINTENANCE' AND o.during @> month.during)),
standing AS (
  SELECT u.id AS unit_id, o.site_id FROM units u JOIN month ON true
    JOIN occupancy o ON o.unit_id = u.id AND o.active AND o.kind = 'STAY' AND o.during && month.during
     AND (o.expires_at IS NULL OR o.expires_at > now())
  UNION
  SELECT u.id, COALESCE((SELECT o.site_id FROM occupancy o WHERE o.unit_id = u.id AND o.active AND o.kind = 'STAY'
     AND lower(o.during) <= lower(month.during) AND (o.expires_at IS NULL OR o.expires_at > now())
     ORDER BY lower(o.during) DESC LIMIT 1), u.home_site_id) FROM units u, month)
SELECT s.latitude, s.longitude, count(DISTINCT standing.unit_id)::int AS units
  FROM standing JOIN site s ON s.id = standing.site_id, month
 WHERE (s.valid_from IS NULL OR s.valid_from < month.next) AND (s.valid_to IS NULL OR s.valid_to >= month.first)
 GROUP BY s.id`;

/** The share of inhabitants with open equipment near them in a month, per municipality and area. */
export async function coverage(manager: EntityManager, input: CoverageInput): Promise<Coverage> {
  const { month, km, domain, modelCode } = input;
  if (!/^\d{4}-(0[1-9]|1[0-2])-01$/.test(month)) refuse('INVALID_INPUT', { field: 'month' });
  if (!(km >= 1 && km <= 100)) refuse('INVALID_INPUT', { field: 'km' });
  const next = `${addDays(month, 31).slice(0, 7)}-01`;
  const sites = await manager.query<(Point & { units: number })[]>(OPEN_SQL, [month, next, domain ?? null, modelCode ?? null]);
  const places = await manager.query<LivedPlace[]>('SELECT nis, latitude, longitude FROM place');
  const rows = await manager.query<MunicipalityRow[]>(
    `SELECT nis, name, area, inhabitants, inhabitants_on::text AS "inhabitantsOn", source FROM municipality ORDER BY name`,
  );
  const shares = coveredShares(places, sites, km);
  const municipalities = rows.map((row) => ({
    ...row,
    share: shares.get(row.nis) ?? 0,
    covered: Math.round(row.inhabitants * (shares.get(row.nis) ?? 0)),
  }));
  const areas = [...Map.groupBy(municipalities, ({ area }) => area)]
    .map(([area, parts]) => ({ area, ...total(parts) }))
    .sort((a, b) => a.share - b.share || (a.area < b.area ? -1 : 1));
  return {
    month,
    km,
    ...total(municipalities),
    siteCount: sites.length,
    inhabitantsOn: rows[0]?.inhabitantsOn ?? null,
    source: rows[0]?.source ?? null,
    areas,
    municipalities,
  };
}

function total(parts: readonly { inhabitants: number; covered: number }[]) {
  const inhabitants = parts.reduce((sum, each) => sum + each.inhabitants, 0);
  const covered = parts.reduce((sum, each) => sum + each.covered, 0);
  return { inhabitants, covered, share: inhabitants === 0 ? 0 : covered / inhabitants };
}
