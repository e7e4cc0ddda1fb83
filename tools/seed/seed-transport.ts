import { dayOf, instantAt, planMove } from '@karavaan/domain';
import type { ClientBase } from 'pg';
import type { DemoWorld } from './demo-world.ts';
import { plusDays, type Day } from './days.ts';
import { idOf, idsByCode, insertRows } from './insert-rows.ts';

const MINUTE_MS = 60_000;
const PAST_DAYS = 30;
const AHEAD_DAYS = 4;
/** The same as the trips that people plan: at the door, and for each box. */
const DOOR_MINUTES = 5;
const BOX_MINUTES = 3;
const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:00', to: '17:00' }));

const VANS = [
  {
    code: 'wagen-1',
    name: 'Bestelwagen 1',
    plate: '2-KAR-101',
    depot: 'pom-hom',
    volume_m3: 12,
    payload_kg: 1_050,
    tail_lift: true,
  },
  {
    code: 'wagen-2',
    name: 'Bestelwagen 2',
    plate: '2-KAR-102',
    depot: 'pom-food',
    volume_m3: 10,
    payload_kg: 1_200,
    tail_lift: false,
  },
  {
    code: 'wagen-3',
    name: 'Bestelwagen 3',
    plate: '2-KAR-103',
    depot: 'upskill-mfg',
    volume_m3: 15,
    payload_kg: 950,
    tail_lift: true,
  },
];
const DRIVERS = ['jan.maes@pom.example', 'wim.desmet@pom.example'];

interface LegRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly pickUpAfter: Date | null;
  readonly deliverBefore: Date;
  readonly stayState: string;
  readonly state: string;
  readonly pack: number;
  readonly setup: number;
  readonly cases: number;
  readonly volume: number;
  readonly mass: number;
  readonly tailLift: boolean;
  readonly twoPersons: boolean;
}

interface StopRow {
  leg_id: string;
  kind: 'PICK_UP' | 'DELIVER';
  site_id: string;
  arrives_at: string;
  starts_at: string;
  departs_at: string;
}

/**
 * Three vans, two drivers, and their trips of the past month and the next days: straight from where a kit stands to where it
 * is expected, one after another, within opening hours. What lies later waits for a planner.
 */
export async function seedTransport(client: ClientBase, { world }: DemoWorld, today: Day): Promise<void> {
  const sites = await idsByCode(client, 'site');
  const rates = { licence: 'B', cents_per_km: 45, cents_per_hour: 3_800, co2_grams_per_km: 240, active: true, version: 1 };
  const vans = await insertRows(
    client,
    'vehicle',
    VANS.map(({ depot, ...van }) => ({ id: crypto.randomUUID(), ...van, ...rates, depot_site_id: idOf(sites, depot) })),
    'code',
  );
  await client.query(`UPDATE person SET driving_licences = '{B}', driving_hours = $1 WHERE email = ANY($2)`, [
    JSON.stringify(HOURS),
    DRIVERS,
  ]);
  const people = await client.query<{ id: string }>('SELECT id FROM person WHERE email = ANY($1) ORDER BY email', [DRIVERS]);
  const planner = await client.query<{ id: string }>(`SELECT id FROM person WHERE role = 'PLANNER' ORDER BY email LIMIT 1`);
  const crews = people.rows.map(({ id }, at) => ({
    driverId: id,
    vehicleId: idOf(vans, VANS[at]!.code),
    depot: idOf(sites, VANS[at]!.depot),
    helperId: null as string | null,
    van: VANS[at]!,
  }));
  // The legs follow from the stays at the end of a transaction; here they are wanted before.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  const days = Map.groupBy(await readLegs(client, today), (leg) => dayToDrive(leg, world));
  for (let day = plusDays(today, -PAST_DAYS); day <= plusDays(today, AHEAD_DAYS); day = plusDays(day, 1)) {
    let waiting = (days.get(day) ?? []).filter(({ stayState }) => day > today || stayState !== 'PLANNED' || day === today);
    // What two must lift takes both drivers in one van.
    const [first, second] = crews;
    const heavy = waiting.some(({ twoPersons }) => twoPersons);
    for (const crew of heavy ? [{ ...first!, helperId: second!.driverId }] : crews) {
      const { stops, left, km, drive, departs, returns } = driveDay(waiting, crew, day, world);
      waiting = left;
      if (stops.length === 0) continue;
      const state = day < today ? 'DONE' : day <= plusDays(today, 1) ? 'PUBLISHED' : 'DRAFT';
      const { rows } = await client.query<{ id: string }>(
        `INSERT INTO trip (day, vehicle_id, driver_id, state, departs_at, returns_at, km, drive_minutes, published_at, created_by, helper_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
        [
          day,
          crew.vehicleId,
          crew.driverId,
          state,
          new Date(departs),
          new Date(returns),
          Math.round(km * 10) / 10,
          Math.round(drive),
          state === 'DRAFT' ? null : new Date(instantAt(plusDays(day, -1), '15:00')),
          planner.rows[0]!.id,
          crew.helperId,
        ],
      );
      await insertRows(
        client,
        'stop',
        stops.map((stop, position) => ({ id: crypto.randomUUID(), trip_id: rows[0]!.id, position, ...stop })),
      );
    }
  }
}

async function readLegs(client: ClientBase, today: Day): Promise<LegRow[]> {
  const { rows } = await client.query<LegRow>(
    `SELECT l.id, l.from_site_id AS "from", l.to_site_id AS "to", l.pick_up_after AS "pickUpAfter",
            l.deliver_before AS "deliverBefore", o.stay_state AS "stayState", r.state, m.pack_minutes AS pack,
            m.setup_minutes AS setup, m.cases, m.volume_m3 AS volume, m.mass_kg AS mass, m.needs_tail_lift AS "tailLift",
            m.needs_two_persons AS "twoPersons"
       FROM leg l JOIN reservation r ON r.id = l.reservation_id JOIN equipment_unit u ON u.id = l.unit_id
       JOIN equipment_model m ON m.id = u.model_id
       JOIN occupancy o ON o.unit_id = l.unit_id AND o.reservation_id = l.reservation_id AND o.active AND o.kind = 'STAY'
      WHERE l.active AND r.state IN ('CONFIRMED', 'ENDED')
        AND l.deliver_before BETWEEN $1::date - interval '40 days' AND $1::date + interval '12 days'
      ORDER BY l.deliver_before, u.code`,
    [today],
  );
  return rows;
}

function latest({ from, to, pickUpAfter, deliverBefore, pack, setup }: LegRow, world: DemoWorld['world']) {
  const plan = planMove({
    leaveAfter: pickUpAfter?.getTime() ?? deliverBefore.getTime() - 20 * 24 * 60 * MINUTE_MS,
    readyBefore: deliverBefore.getTime(),
    from: world.site(from).calendar,
    to: world.site(to).calendar,
    transport: world.transport,
    packMinutes: pack,
    driveMinutes: world.travel(from, to).minutes,
    setupMinutes: setup,
  });
  return plan.ok ? plan.latest : undefined;
}

/** The last day on which it can be driven. */
const dayToDrive = (leg: LegRow, world: DemoWorld['world']): Day => {
  const schedule = latest(leg, world);
  return schedule ? dayOf(schedule.depart) : '';
};

/** One crew's day: each leg in turn that this van can carry and that comes in time. */
function driveDay(
  legs: readonly LegRow[],
  { depot, van, helperId }: { depot: string; van: (typeof VANS)[number]; helperId: string | null },
  day: Day,
  world: DemoWorld['world'],
) {
  const stops: StopRow[] = [];
  const left: LegRow[] = [];
  const end = instantAt(day, '16:45');
  let at = depot;
  let now = instantAt(day, '07:15');
  let km = 0;
  let drive = 0;
  let departs = now;
  for (const leg of legs) {
    const service = (DOOR_MINUTES + BOX_MINUTES * leg.cases) * MINUTE_MS;
    const fits =
      leg.volume <= van.volume_m3 &&
      leg.mass <= van.payload_kg &&
      (van.tail_lift || !leg.tailLift) &&
      (helperId || !leg.twoPersons);
    const [there, over, home] = [go(world, at, leg.from), go(world, leg.from, leg.to), go(world, leg.to, depot)];
    const arrives = now + there.minutes * MINUTE_MS;
    const opened = [arrives, instantAt(day, '08:00'), (leg.pickUpAfter?.getTime() ?? 0) + leg.pack * MINUTE_MS];
    const picks = Math.max(...opened);
    const leaves = picks + service;
    const reaches = leaves + over.minutes * MINUTE_MS;
    const gone = reaches + service;
    const late = gone > leg.deliverBefore.getTime() - leg.setup * MINUTE_MS || gone + home.minutes * MINUTE_MS > end;
    if (!fits || late || stops.length >= 8) {
      left.push(leg);
      continue;
    }
    // Who need not be there earlier leaves later.
    if (stops.length === 0) departs = picks - there.minutes * MINUTE_MS;
    const text = (instant: number) => new Date(instant).toISOString();
    const reached = stops.length === 0 ? picks : arrives;
    stops.push(
      {
        leg_id: leg.id,
        kind: 'PICK_UP',
        site_id: leg.from,
        arrives_at: text(reached),
        starts_at: text(picks),
        departs_at: text(leaves),
      },
      {
        leg_id: leg.id,
        kind: 'DELIVER',
        site_id: leg.to,
        arrives_at: text(reaches),
        starts_at: text(reaches),
        departs_at: text(gone),
      },
    );
    km += there.km + over.km;
    drive += there.minutes + over.minutes;
    at = leg.to;
    now = gone;
  }
  const back = go(world, at, depot);
  return { stops, left, km: km + back.km, drive: drive + back.minutes, departs, returns: now + back.minutes * MINUTE_MS };
}

const go = (world: DemoWorld['world'], from: string, to: string) =>
  from === to ? { km: 0, minutes: 0 } : world.travel(from, to);
