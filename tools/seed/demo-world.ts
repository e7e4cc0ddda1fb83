import { compileCalendar, holidayTable, type Names, type SiteFacts, type UnitFacts, type World } from '@karavaan/domain';
import type { ClientBase } from 'pg';
import { VAN_SHIFT } from './demo-settings.ts';

export type DemoSite = SiteFacts & { code: string; kind: string; organisationId: string };
export type DemoUnit = UnitFacts & { code: string; domain: string; intervalMonths: number | null };
export type DemoPerson = { id: string; organisationId: string; role: string };
export type DemoWorld = { sites: DemoSite[]; units: DemoUnit[]; people: DemoPerson[]; world: World };

/** Reads back what was seeded, in the shapes of the domain rules. */
export async function loadDemoWorld(client: ClientBase): Promise<DemoWorld> {
  const { sites, transport } = await loadSites(client);
  const bySiteId = new Map(sites.map((site) => [site.id, site]));
  const { rows: travel } = await client.query<{ pair: string; km: number; minutes: number; source: string }>(
    `SELECT from_site_id || ' ' || to_site_id AS pair, km, minutes, source FROM site_travel`,
  );
  const byPair = new Map(travel.map((row) => [row.pair, row]));
  const { rows: people } = await client.query<DemoPerson>(
    `SELECT id, organisation_id AS "organisationId", role FROM person WHERE demo ORDER BY email`,
  );
  return {
    sites,
    people,
    units: await loadUnits(client),
    world: {
      site: (id) => found(bySiteId.get(id), `site ${id}`),
      travel: (from, to) => found(byPair.get(`${from} ${to}`), `travel from ${from} to ${to}`),
      transport,
      noticeDays: 0,
    },
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the seed has no ${what}`);
  return value;
}

async function loadSites(client: ClientBase) {
  const { rows: holidays } = await client.query<{
    kind: 'PUBLIC' | 'SCHOOL' | 'COMMUNITY';
    firstDay: string;
    lastDay: string;
    names: Names;
  }>(
    `SELECT kind, first_day::text AS "firstDay", last_day::text AS "lastDay",
            json_build_object('nl', name_nl, 'fr', name_fr, 'en', name_en) AS names FROM holiday`,
  );
  const table = holidayTable(holidays);
  const { rows } = await client.query<
    Omit<DemoSite, 'calendar'> & {
      openingHours: { weekday: number; from: string; to: string }[];
      closedInSchoolHolidays: boolean;
    }
  >(
    `SELECT id, code, kind, organisation_id AS "organisationId", opening_hours AS "openingHours",
            closed_in_school_holidays AS "closedInSchoolHolidays", power_supplies AS "powerSupplies",
            floor_area_m2 AS "floorAreaM2", step_free AS "stepFree", max_group_size AS "maxGroupSize",
            valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM site ORDER BY code`,
  );
  return {
    sites: rows.map((site): DemoSite => Object.assign(site, { calendar: compileCalendar(site, table) })),
    transport: compileCalendar({ openingHours: VAN_SHIFT, closedInSchoolHolidays: false }, table),
  };
}

async function loadUnits(client: ClientBase): Promise<DemoUnit[]> {
  const { rows: turnaround } = await client.query<{ modelId: string; phase: string; days: number; hours: number }>(
    `SELECT model_id AS "modelId", phase, COALESCE(sum(amount) FILTER (WHERE unit = 'DAY'), 0) AS days,
            COALESCE(sum(amount) FILTER (WHERE unit = 'HOUR'), 0) AS hours FROM turnaround_step GROUP BY 1, 2`,
  );
  const workOf = (modelId: string, phase: string) =>
    turnaround.find((row) => row.modelId === modelId && row.phase === phase) ?? { days: 0, hours: 0 };
  // What is hard to lift is taken to need a way without steps, a little more strictly than a booking would.
  const { rows } = await client.query<DemoUnit & { modelId: string }>(
    `SELECT u.id, u.code, u.model_id AS "modelId", u.mobility, u.home_site_id AS "homeSiteId", u.in_service AS "inService",
            u.inspection_valid_to::text AS "inspectionValidTo", m.inspection_interval_months IS NOT NULL AS "inspectionDuty",
            m.pack_minutes AS "packMinutes", m.setup_minutes AS "setupMinutes", m.domain,
            m.inspection_interval_months AS "intervalMonths",
            json_build_object('powerNeed', m.power_need, 'powerBasis', m.power_basis, 'floorM2', m.floor_m2,
              'floorBasis', m.floor_basis, 'needsStepFreeAccess', m.needs_tail_lift OR m.mass_kg > 50, 'massBasis', m.mass_basis,
              'maxParticipants', m.max_participants, 'participantsBasis', m.participants_basis) AS needs
       FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id ORDER BY u.code`,
  );
  return rows.map((row) =>
    turnaround.some(({ modelId }) => modelId === row.modelId)
      ? Object.assign(row, { turnaround: { before: workOf(row.modelId, 'BEFORE'), after: workOf(row.modelId, 'AFTER') } })
      : row,
  );
}
