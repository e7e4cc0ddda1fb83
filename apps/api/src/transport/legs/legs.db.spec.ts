import fc from 'fast-check';
import type { Site } from '../../sites/site.entity.js';
import { dayAhead, makeReservation, makeUnit } from '../../../test/place-factories.js';
import * as centres from '../../reservations/centres.fixture.js';

centres.openCentres();

interface LegRow {
  id: string;
  reservation_id: string;
  from_site_id: string;
  to_site_id: string;
  carriage: string;
  active: boolean;
  version: number;
}
const legsOf = (unitId: string, active = true) =>
  centres.rows<LegRow>('SELECT * FROM leg WHERE unit_id = $1 AND active = $2 ORDER BY deliver_before', [unitId, active]);

const LEGS = `query ($from: Date!, $to: Date!, $carriage: Carriage) { legs(from: $from, to: $to, carriage: $carriage) {
  totalCount edges { node { id version carriage arrived pickUpAfter travel { km minutes } fromSite { id } toSite { id } reservation { number } unit { code } } } } }`;
const CHOOSE = `mutation ($id: ID!, $version: Int!, $carriage: Carriage!) { result: chooseCarriage(id: $id, version: $version, carriage: $carriage) {
  __typename ... on Leg { version carriage } ... on Refusal { reasons { code } } } }`;
const choose = async (variables: object, as?: string) =>
  ((await centres.app.graphql(CHOOSE, variables, as)).data as unknown as { result: object }).result;

test(
  'a reservation owes the move that brings the kit; changed and cancelled it owes another, and none',
  async () => {
    const unit = await centres.unit();
    const booked = await centres.reserve([unit]);
    const [leg] = await legsOf(unit.id);
    expect(leg).toMatchObject({ from_site_id: centres.home.id, to_site_id: centres.far.id, version: 1, carriage: 'VAN' });

    // What leaves the stay as it is leaves the leg as it is.
    const confirmed = await centres.act('confirmReservation', booked, centres.planner);
    expect(confirmed.state).toBe('CONFIRMED');
    expect(await legsOf(unit.id)).toEqual([leg]);

    const input = { id: booked.id, version: confirmed.version, firstDay: dayAhead(1), lastDay: dayAhead(2) };
    const changed = await centres.act('changeReservation', { input }, centres.planner);
    expect(changed.__typename).toBe('Reservation');
    expect(await legsOf(unit.id)).toEqual([expect.objectContaining({ id: leg!.id, version: 2 })]);
    await centres.act('cancelReservation', changed, centres.planner);
    expect(await legsOf(unit.id)).toEqual([]);
    expect(await legsOf(unit.id, false)).toEqual([expect.objectContaining({ id: leg!.id, version: 3 })]);
  },
  centres.SLOW_MS,
);

test(
  'a planner reads a week of them and says who carries; once for each version, and only a planner',
  async () => {
    const unit = await centres.unit();
    await centres.reserve([unit], centres.own, { firstDay: dayAhead(7), lastDay: dayAhead(8) });
    const week = { from: dayAhead(7), to: dayAhead(13) };
    const read = async (as?: string, more: object = {}) => centres.app.graphql(LEGS, { ...week, ...more }, as);
    const { data, errors } = await read(centres.planner);
    expect(errors).toBeUndefined();
    const { totalCount, edges } = (data as unknown as { legs: { totalCount: number; edges: { node: { id: string } }[] } }).legs;
    expect(totalCount).toBe(1);
    expect(edges[0]?.node).toMatchObject({
      arrived: false,
      pickUpAfter: null,
      travel: { minutes: 60 },
      unit: { code: unit.code },
    });
    expect((await read(centres.own)).errors).toBeDefined();
    expect((await read(centres.planner, { to: dayAhead(6) })).errors).toBeDefined();

    const { id } = edges[0]!.node;
    expect(await choose({ id, version: 1, carriage: 'FETCHED' }, centres.own)).toMatchObject({
      reasons: [{ code: 'NOT_ALLOWED' }],
    });
    expect(await choose({ id, version: 1, carriage: 'FETCHED' }, centres.planner)).toMatchObject({
      carriage: 'FETCHED',
      version: 2,
    });
    expect(await choose({ id, version: 1, carriage: 'VAN' }, centres.planner)).toMatchObject({
      reasons: [{ code: 'STATE_CHANGED' }],
    });
    const vans = (await read(centres.planner, { carriage: 'VAN' })).data as unknown as { legs: { totalCount: number } };
    expect(vans.legs.totalCount).toBe(0);
  },
  centres.SLOW_MS,
);

test('the application cannot make, empty or move a leg by itself', async () => {
  const refused = (sql: string) => expect(centres.app.database.app.query(sql)).rejects.toThrow('permission denied');
  await refused(`UPDATE leg SET active = false`);
  await refused(`INSERT INTO leg (unit_id) VALUES (NULL)`);
  await refused(`DELETE FROM leg`);
});

/** What the legs of a unit must be, computed another way: from the list of its stays. */
async function bridged(unitId: string, homeId: string) {
  const stays = await centres.rows<{ reservation_id: string; site_id: string }>(
    `SELECT reservation_id, site_id FROM occupancy WHERE unit_id = $1 AND active AND kind = 'STAY' ORDER BY lower(during)`,
    [unitId],
  );
  let at = homeId;
  return stays.flatMap(({ reservation_id, site_id }) => {
    const from = at;
    at = site_id;
    return from === site_id ? [] : [[reservation_id, from, site_id]];
  });
}

test(
  'whatever is placed, moved, freed or sent home: legs bridge the stays exactly, and unchanged ones keep id and version',
  async () => {
    const { owner } = centres.app.database;
    const { manager } = centres.app.database.app;
    const sites = [centres.home.id, centres.far.id];
    const siteOf = (id: string) => (id === centres.home.id ? centres.home : centres.far);
    const step = fc.record({ kind: fc.constantFrom('PLACE', 'MOVE', 'FREE', 'HOME'), slot: fc.nat(5), site: fc.nat(1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
        const unit = await makeUnit(manager, centres.model, centres.home);
        let homeId = centres.home.id;
        const booked = new Map<number, string>();
        for (const { kind, slot, site } of steps) {
          const before = await legsOf(unit.id);
          const siteId = sites[site]!;
          if (kind === 'HOME') {
            homeId = siteId;
            await owner.query('UPDATE equipment_unit SET home_site_id = $2 WHERE id = $1', [unit.id, siteId]);
          } else if (kind === 'PLACE' && !booked.has(slot)) {
            const place = { units: [unit], site: siteOf(siteId), firstDay: dayAhead(slot * 7) };
            booked.set(slot, (await makeReservation(manager, place)).id);
          } else if (kind === 'MOVE' && booked.has(slot))
            await owner.query('UPDATE occupancy SET site_id = $2 WHERE reservation_id = $1 AND active', [
              booked.get(slot),
              siteId,
            ]);
          else if (kind === 'FREE' && booked.has(slot)) {
            await owner.query('UPDATE occupancy SET active = false WHERE reservation_id = $1', [booked.get(slot)]);
            booked.delete(slot);
          }
          const now = await legsOf(unit.id);
          expect(now.map((leg) => [leg.reservation_id, leg.from_site_id, leg.to_site_id])).toEqual(
            await bridged(unit.id, homeId),
          );
          for (const leg of now) {
            const old = before.find(({ id }) => id === leg.id);
            const same = old?.from_site_id === leg.from_site_id && old.to_site_id === leg.to_site_id;
            if (same && leg.version === old.version) expect(leg).toEqual(old);
          }
        }
      }),
      { numRuns: 15 },
    );
    // Without the trigger the legs do not follow.
    const unit = await makeUnit(manager, centres.model, centres.home);
    await owner.query('ALTER TABLE occupancy DISABLE TRIGGER occupancy_owes_legs');
    try {
      await centres.reserve([unit], centres.own, { firstDay: dayAhead(14), lastDay: dayAhead(15) });
      expect(await legsOf(unit.id)).toEqual([]);
      expect(await bridged(unit.id, centres.home.id)).toHaveLength(1);
    } finally {
      await owner.query('ALTER TABLE occupancy ENABLE TRIGGER occupancy_owes_legs');
    }
  },
  centres.SLOW_MS,
);

test(
  'two bookings of one kit at the same time each see the other: one chain of legs',
  async () => {
    const { manager } = centres.app.database.app;
    const unit = await makeUnit(manager, centres.model, centres.home);
    const place = (week: number, site: Site) =>
      manager.transaction((tx) => makeReservation(tx, { units: [unit], site, firstDay: dayAhead(week * 7) }));
    await place(0, centres.far);
    await Promise.all([place(2, centres.far), place(1, centres.home)]);
    const legs = await legsOf(unit.id);
    expect(legs).toHaveLength(3);
    expect(legs.map((leg) => [leg.reservation_id, leg.from_site_id, leg.to_site_id])).toEqual(
      await bridged(unit.id, centres.home.id),
    );
  },
  centres.SLOW_MS,
);
