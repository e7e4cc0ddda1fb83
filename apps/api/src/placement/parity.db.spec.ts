import { randomInt } from 'node:crypto';
import { dayOf } from '@karavaan/domain';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makePerson } from '../../test/factories.js';
import {
  dayAhead,
  during,
  hours,
  makeModel,
  makeReservation,
  makeSite,
  makeTravel,
  makeUnit,
} from '../../test/place-factories.js';
import { inTransaction } from '../database/transaction.js';
import type { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { readSettings, type Settings } from '../platform/settings.js';
import { reserveKit } from '../reservations/reserve-kit.js';
import type { By } from '../reservations/with-reservation.js';
import { Closure } from '../sites/calendar.entities.js';
import type { Site } from '../sites/site.entity.js';
import { Occupancy } from './occupancy.entity.js';
import { searchAvailability } from './search.js';
import { unitCalendar } from './unit-times.js';

const SLOW_MS = 90_000;
const UNITS = 30;

let database: TestDatabase;
let settings: Settings;
let by: By;
let sites: Site[];
let units: EquipmentUnit[];

const any = <T>(list: readonly T[]): T => list[randomInt(list.length)]!;

/** Sites with their own hours, models with and without needs, and whatever stays, holds and maintenance fit in between. */
beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.app;
  settings = readSettings({ DATABASE_URL: database.appUrl, NOTICE_DAYS: '1' });
  by = { actor: actorOf(await makePerson(manager)), settings };
  sites = [
    await makeSite(manager),
    await makeSite(manager, { openingHours: hours('08:00', '12:00'), stepFree: false }),
    await makeSite(manager, { openingHours: hours('07:00', '20:00', [1, 2, 3, 4, 5, 6]), powerSupplies: ['V230_16A'] }),
    await makeSite(manager, { validTo: dayAhead(9), maxGroupSize: 5 }),
  ];
  for (const [at, from] of sites.entries())
    for (const to of sites.slice(at + 1)) await makeTravel(manager, from, to, randomInt(10, 90));
  await manager
    .getRepository(Closure)
    .insert({ siteId: sites[0]!.id, firstDay: dayAhead(3), lastDay: dayAhead(4), reason: 'stock-taking' });
  const models = [
    await makeModel(manager),
    await makeModel(manager, { powerNeed: 'V400_32A', needsTailLift: true, setupMinutes: 400 }),
    await makeModel(manager, { mobility: 'FIXED' }),
  ];
  units = [];
  for (let at = 0; at < UNITS; at++) {
    const fields = { inService: at % 11 !== 10, inspectionValidTo: at % 7 === 6 ? dayAhead(5) : null };
    units.push(await makeUnit(manager, models[at % 3]!, any(sites), fields));
  }
  for (let at = 0; at < UNITS * 6; at++) await occupy(any(units));
}, SLOW_MS);
afterAll(() => database.drop());

async function occupy(unit: EquipmentUnit): Promise<void> {
  const [firstDay, length] = [randomInt(24), randomInt(4)];
  const days = { firstDay: dayAhead(firstDay), lastDay: dayAhead(firstDay + length) };
  const kind = randomInt(10);
  const site = unit.mobility === 'FIXED' ? sites.find((each) => each.id === unit.homeSiteId)! : any(sites);
  // What overlaps or teleports is not written: the database itself says so.
  await orRefusal(() =>
    inTransaction(database.app, async (tx) => {
      if (kind === 0)
        await tx.insert(Occupancy, { unitId: unit.id, kind: 'MAINTENANCE', during: during(days.firstDay, days.lastDay) });
      else {
        const held = { state: 'HELD' as const, holdExpiresAt: new Date(Date.now() + (kind === 1 ? 600_000 : -600_000)) };
        await makeReservation(tx, { units: [unit], site, ...days }, kind < 3 ? held : {});
      }
    }),
  );
}

/** What reserving says, and nothing is kept. */
async function tryToReserve(wish: {
  unitId: string;
  siteId: string;
  firstDay: string;
  lastDay: string;
  groupSize: number | null;
}) {
  const { unitId, groupSize, ...where } = wish;
  const input = {
    idempotencyKey: `try-${randomInt(1e9)}-${randomInt(1e9)}`,
    unitIds: [unitId],
    ...where,
    details: { groupSize },
  };
  const undone = new Error('undone');
  const result = await orRefusal(() =>
    inTransaction(database.app, async (tx) => {
      await reserveKit(tx, by, input);
      throw undone;
    }),
  ).catch((error: unknown) => {
    if (error === undone) return [];
    throw error;
  });
  return result instanceof Refusal ? codesOf(result.reasons) : [];
}

const codesOf = (reasons: readonly { code: string }[]) => [...new Set(reasons.map((reason) => reason.code))].sort();

test(
  'what search calls free can be reserved at once, and what it refuses is refused for the same reasons',
  async () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < 12; round++) {
      const [first, length] = [randomInt(20), randomInt(3)];
      const where = { siteId: sites[round % sites.length]!.id, firstDay: dayAhead(first), lastDay: dayAhead(first + length) };
      const groupSize = any([null, 4, 10, 20]);
      const found = await searchAvailability(
        database.app.manager,
        settings,
        { ...where, groupSize },
        { first: 100, after: null },
      );
      expect(found.edges).toHaveLength(UNITS);
      for (const { node } of found.edges) {
        const wish = { unitId: node.unitId, ...where, groupSize };
        const refused = await tryToReserve(wish);
        expect({ wish, codes: refused }).toEqual({ wish, codes: codesOf(node.reasons) });
        expect(node.verdict === 'UNAVAILABLE').toBe(refused.length > 0);
        for (const word of [node.verdict, ...refused]) seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
    for (const word of ['FREE_HERE', 'REACHABLE', 'GUEST', 'UNIT_TAKEN', 'TOO_FAR_BEFORE', 'SITE_CLOSED', 'POWER_MISSING'])
      expect([word, (seen.get(word) ?? 0) > 0]).toEqual([word, true]);
  },
  SLOW_MS,
);

test(
  'a day that the calendar of a unit calls free can be reserved, and no other',
  async () => {
    let free = 0;
    const plain = units.filter((unit, at) => at % 3 === 0 && unit.inService);
    for (const unit of plain) {
      const siteId = any(sites).id;
      const days = await unitCalendar(database.app.manager, settings, unit.id, {
        from: dayOf(Date.now()),
        to: dayAhead(26),
        siteId,
        excludeReservationId: null,
      });
      for (const { date, status } of days.slice(-28)) {
        const refused = await tryToReserve({ unitId: unit.id, siteId, firstDay: date, lastDay: date, groupSize: null });
        expect({ unit: unit.code, date, free: refused.length === 0, refused }).toEqual({
          unit: unit.code,
          date,
          free: status === 'FREE',
          refused,
        });
        if (status === 'FREE') free++;
      }
    }
    expect(free).toBeGreaterThan(10);
  },
  SLOW_MS,
);
