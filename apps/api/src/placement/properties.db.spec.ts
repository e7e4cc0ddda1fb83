import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makePerson } from '../../test/factories.js';
import { dayAhead, hours, makeModel, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';
import { dayOf } from '@karavaan/domain';
import { inTransaction } from '../database/transaction.js';
import { orRefusal } from '../platform/refuse.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { readSettings } from '../platform/settings.js';
import { Defect } from '../equipment/care/defect.entity.js';
import { TurnaroundStep } from '../equipment/care/turnaround-step.entity.js';
import { blockUnit, unblockUnit } from '../reservations/block-unit.js';
import { cancelReservation } from '../reservations/cancel-reservation.js';
import { changeReservation } from '../reservations/change-reservation.js';
import { handleDefect } from '../reservations/care/handle-defect.js';
import { recordInspection } from '../reservations/care/record-inspection.js';
import { replanReservation } from '../reservations/care/replan-reservation.js';
import { reportDefect } from '../reservations/care/report-defect.js';
import { makePlan } from '../reservations/care/save-plan.js';
import { confirmReservation } from '../reservations/confirm-reservation.js';
import { holdKit } from '../reservations/hold-kit.js';
import { reinstateReservation } from '../reservations/reinstate-reservation.js';
import { rejectReservation } from '../reservations/reject-reservation.js';
import { releaseHold } from '../reservations/release-hold.js';
import { reserveKit } from '../reservations/reserve-kit.js';
import { bookSeries } from '../reservations/series/book-series.js';
import { placeRequest } from '../reservations/requests/place-request.js';
import { submitRequest } from '../reservations/requests/submit-request.js';
import { playRound } from '../reservations/rounds/play-round.fixture.js';
import { submitReservation } from '../reservations/submit-reservation.js';
import { acceptOffer, declineOffer } from '../reservations/waiting/answer-offer.js';
import { joinWaitingList } from '../reservations/waiting/join-waiting-list.js';
import { offerToLine } from '../reservations/waiting/offer-to-line.js';
import type { By } from '../reservations/with-reservation.js';
import { expireHolds } from './expire-holds.js';
import { LineBoard } from './line-board.fixture.js';
import { MODEL_SITES, PACK, PlanBoard, SETUP, type Verb, WAY } from './plan-board.fixture.js';

/** 4 lanes at a time, each a quarter of the sequences. */
const LANES = 4;
const SEQUENCES = Number(process.env.PLACEMENT_SEQUENCES ?? 1_000);
const HORIZON = 15;

type LineVerb = 'join' | 'look' | 'accept' | 'decline' | 'series' | 'place' | 'round';

type CareVerb = 'break' | 'repair' | 'inspect' | 'replan';

interface Step {
  readonly verb: Verb | LineVerb | CareVerb | 'reserve' | 'hold' | 'block' | 'unblock' | 'change' | 'pass' | 'expire';
  /** Which of the reservations or blocks that exist, and which units, site and days. */
  readonly pick: number;
  readonly units: number[];
  readonly site: number;
  readonly first: number;
  readonly length: number;
  readonly planner: boolean;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    verb: fc.oneof(
      { weight: 7, arbitrary: fc.constantFrom('reserve' as const, 'hold' as const) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('place' as const, 'round' as const),
      },
      {
        weight: 5,
        arbitrary: fc.constantFrom('join' as const, 'look' as const, 'accept' as const, 'decline' as const, 'series' as const),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom('break' as const, 'repair' as const, 'inspect' as const, 'replan' as const, 'replan' as const),
      },
      { weight: 4, arbitrary: fc.constantFrom('change' as const, 'cancel' as const, 'reinstate' as const) },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'submit' as const,
          'confirm' as const,
          'reject' as const,
          'release' as const,
          'expire' as const,
          'pass' as const,
          'block' as const,
          'unblock' as const,
        ),
      },
    ),
    pick: fc.nat(99),
    units: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }),
    site: fc.nat(2),
    first: fc.nat(HORIZON - 1),
    length: fc.integer({ min: 0, max: 2 }),
    planner: fc.boolean(),
  }),
  { minLength: 4, maxLength: 10 },
);

let database: TestDatabase;
let planner: By;
let coordinator: By;
let sites: string[];
let home: Awaited<ReturnType<typeof makeSite>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.app;
  const places = [];
  for (const { from, to, weekdays } of MODEL_SITES)
    places.push(await makeSite(manager, { openingHours: hours(from, to, weekdays) }));
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const)
    await makeTravel(manager, places[a]!, places[b]!, WAY[a]![b]!);
  home = places[0]!;
  sites = places.map((place) => place.id);
  const settings = readSettings({ DATABASE_URL: database.appUrl, TRANSPORT_SHIFT: '07:00-17:30' });
  const person = await makePerson(manager);
  coordinator = { actor: actorOf(person), settings };
  planner = {
    actor: actorOf(await makePerson(manager, { role: 'PLANNER', organisationId: person.organisationId })),
    settings,
  };
});
afterAll(() => database.drop());

/** Everything that must hold after each write, asked of the tables without the program. */
const FAULTS = `
WITH o AS (SELECT * FROM occupancy WHERE unit_id = ANY($1)),
     r AS (SELECT * FROM reservation WHERE id IN (SELECT reservation_id FROM o)),
     ways AS (SELECT unit_id, site_id, upper(during) AS leaves, lead(site_id) OVER next AS next_site, lead(lower(during)) OVER next AS arrives
                FROM o WHERE active AND kind = 'STAY' WINDOW next AS (PARTITION BY unit_id ORDER BY lower(during)))
SELECT 'overlap' AS fault FROM o a JOIN o b ON a.unit_id = b.unit_id AND a.id < b.id AND a.active AND b.active AND a.during && b.during
UNION ALL
SELECT 'teleport' FROM ways w JOIN site_travel t ON t.from_site_id = w.site_id AND t.to_site_id = w.next_site
 WHERE arrives - leaves < make_interval(mins => t.minutes + $2)
UNION ALL
SELECT 'takes time without the right: ' || r.state FROM r JOIN o ON o.reservation_id = r.id AND o.active
 WHERE r.state NOT IN ('HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED')
UNION ALL
SELECT 'has lost its time: ' || r.state FROM r WHERE r.state IN ('HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED')
   AND NOT EXISTS (SELECT 1 FROM o WHERE o.reservation_id = r.id AND o.active)
UNION ALL
SELECT 'stay elsewhere than its reservation' FROM r JOIN o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY'
 WHERE o.during <> r.during OR o.site_id <> r.site_id OR o.expires_at IS DISTINCT FROM r.hold_expires_at
UNION ALL
SELECT 'two live offers for one wish, or an offer of other days' FROM waiting_entry w JOIN r ON r.id = w.reservation_id AND r.state = 'HELD'
 WHERE w.state <> 'OFFERED' OR r.first_day <> w.first_day AND r.version = 1
UNION ALL
SELECT 'booked of a series without its occurrence' FROM series_occurrence c WHERE c.unit_id = ANY($1) AND (c.reservation_id IS NULL) = (c.refused IS NULL)
UNION ALL
SELECT 'not made ready or put right' FROM o JOIN equipment_unit u ON u.id = o.unit_id
 WHERE o.active AND o.kind = 'STAY'
   AND (SELECT count(*) FROM o t WHERE t.active AND t.kind = 'TURNAROUND' AND t.unit_id = o.unit_id AND t.reservation_id = o.reservation_id
           AND (upper(t.during) = lower(o.during) OR lower(t.during) = upper(o.during)) AND t.expires_at IS NOT DISTINCT FROM o.expires_at)
       <> CASE WHEN u.model_id = $3::uuid THEN 2 ELSE 0 END
UNION ALL
SELECT 'made ready for nobody' FROM o t WHERE t.active AND t.kind = 'TURNAROUND'
   AND NOT EXISTS (SELECT 1 FROM o WHERE o.active AND o.kind = 'STAY' AND o.unit_id = t.unit_id AND o.reservation_id = t.reservation_id)
UNION ALL
SELECT 'placed without its reservation, or for somebody else' FROM request q LEFT JOIN reservation p ON p.id = q.reservation_id
 WHERE q.model_id = (SELECT model_id FROM equipment_unit WHERE id = ($1::uuid[])[1])
   AND ((q.state = 'PLACED') <> (p.id IS NOT NULL) OR p.organisation_id <> q.organisation_id)
UNION ALL
SELECT 'version without a trace' FROM r WHERE r.version <> (SELECT count(*) FROM audit_entry e WHERE e.entity_id = r.id::text)`;

const WORDS = new Map<string, number>();
const count = (word: string) => WORDS.set(word, (WORDS.get(word) ?? 0) + 1);

/** The states of reservations as people see them; the board hears which holds the tables have ended. */
async function statesOf(ids: readonly string[], board: PlanBoard): Promise<(string | undefined)[]> {
  const rows = await database.owner.query<{ id: string; state: string; over: boolean }[]>(
    `SELECT id, state, state = 'HELD' AND hold_expires_at <= now() AS over FROM reservation WHERE id = ANY($1)`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id, at) => {
    const { state, over } = byId.get(id)!;
    if (state === 'EXPIRED') board.sawEnded(at);
    return over ? 'EXPIRED' : state;
  });
}

async function reservationOf(requestId: string): Promise<string> {
  const [row] = await database.owner.query<{ id: string }[]>('SELECT reservation_id AS id FROM request WHERE id = $1', [
    requestId,
  ]);
  return row!.id;
}

async function play(sequence: readonly Step[]): Promise<void> {
  const { manager } = database.app;
  // A model of its own: a line is one model's.
  const model = await makeModel(manager, { packMinutes: PACK, setupMinutes: SETUP });
  // Every third one needs time before and after each loan.
  const careful = sequence[0]!.pick % 3 === 0;
  if (careful)
    await manager.insert(TurnaroundStep, [
      { modelId: model.id, phase: 'BEFORE', kind: 'CHARGE', unit: 'HOUR', amount: 1 },
      { modelId: model.id, phase: 'AFTER', kind: 'CLEAN', unit: 'HOUR', amount: 1.5 },
      { modelId: model.id, phase: 'AFTER', kind: 'CHECK', unit: 'HOUR', amount: 0.5 },
    ]);
  const plan = { idempotencyKey: `plan-${model.id}`, modelId: model.id, name: 'Keuring', intervalMonths: 12 };
  const planId = await inTransaction(database.app, (tx) => makePlan(tx, planner, { ...plan, blocks: true, external: false }));
  const units: string[] = [];
  for (let at = 0; at < 3; at++) units.push((await makeUnit(manager, model, home)).id);
  const board = new PlanBoard(careful);
  const ids: string[] = [];
  const blocks: string[] = [];
  const line = new LineBoard(board);
  const entries: string[] = [];

  const queue = [...sequence];
  for (const [at, step] of queue.entries()) {
    const firstDay = dayAhead(step.first);
    const lastDay = dayAhead(step.first + step.length);
    const by = step.planner ? planner : coordinator;
    const wish = {
      idempotencyKey: `${units[0]}-${at}`,
      unitIds: step.units.map((unit) => units[unit]!),
      siteId: sites[step.site]!,
      firstDay,
      lastDay,
    };
    const time = { site: step.site, first: step.first, last: step.first + step.length };
    const picked = step.pick % Math.max(1, ids.length);
    const versions = ids.length
      ? await manager.query<{ version: number }[]>('SELECT version FROM reservation WHERE id = $1', [ids[picked]])
      : [];
    const target = { id: ids[picked] ?? '', version: versions[0]?.version ?? 0 };
    const run = <T>(verb: (tx: typeof manager) => Promise<T>) => orRefusal(() => inTransaction(database.app, verb));

    let result: unknown;
    let expected: string[];
    if (step.verb === 'reserve' || step.verb === 'hold') {
      const make = step.verb === 'reserve' ? reserveKit : holdKit;
      expected = board.create(step.units, time, step.verb === 'reserve' ? 'SUBMITTED' : 'HELD');
      result = await run((tx) => make(tx, by, { ...wish, details: {} }));
      if (typeof result === 'string') ids.push(result);
    } else if (step.verb === 'block') {
      const unit = step.units[0]!;
      expected = board.block(unit, time);
      result = await run((tx) => blockUnit(tx, planner, { ...wish, unitId: units[unit]!, reason: 'maintenance' }));
      if (typeof result === 'string') blocks.push(result);
    } else if (step.verb === 'unblock') {
      const index = step.pick % Math.max(1, blocks.length);
      expected = board.unblock(index);
      result = await run((tx) => unblockUnit(tx, planner, blocks[index] ?? units[0]!));
    } else if (step.verb === 'join') {
      const { idempotencyKey, siteId } = wish;
      expected = line.join(step.units[0]!, time, by.actor.role);
      const asked = {
        idempotencyKey,
        modelCode: model.code,
        unitId: units[step.units[0]!]!,
        siteId,
        firstDay,
        lastDay,
        details: {},
      };
      result = await run((tx) => joinWaitingList(tx, by, asked));
      if (typeof result === 'string') entries.push(result);
    } else if (step.verb === 'look') {
      await inTransaction(database.app, (tx) => offerToLine(tx, planner.settings, model.id));
      // The holds that it found ended, before it looked.
      await statesOf(ids, board);
      const offered = line.look();
      const rows = await manager.query<{ id: string; state: string; reservationId: string | null }[]>(
        'SELECT id, state, reservation_id AS "reservationId" FROM waiting_entry WHERE id = ANY($1)',
        [entries],
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      expect(entries.map((id) => byId.get(id)!.state)).toEqual(line.states());
      for (const place of offered) ids.push(byId.get(entries[place]!)!.reservationId!);
      if (offered.length) count('look offered');
      // What is offered is answered at once: an answer by chance is rare.
      if (offered.length) queue.splice(at + 1, 0, { ...step, verb: step.planner ? 'accept' : 'decline', pick: offered[0]! });
      expected = [];
    } else if (step.verb === 'accept' || step.verb === 'decline') {
      if (entries.length === 0) continue;
      const place = step.pick % entries.length;
      expected = line.answer(place, step.verb === 'accept');
      const answer = step.verb === 'accept' ? acceptOffer : declineOffer;
      result = await run<object>((tx) => answer(tx, by, entries[place]!));
    } else if (step.verb === 'series') {
      const all = step.pick % 2 === 0;
      const times = [0, 7].map((later, nth) => ({
        site: (step.site + nth) % sites.length,
        first: step.first + later,
        last: step.first + step.length + later,
      }));
      const told = line.series(step.units[0]!, times, all);
      expected = told.codes;
      const occurrences = times.map(({ site, first, last }) => ({
        unitId: units[step.units[0]!]!,
        siteId: sites[site]!,
        firstDay: dayAhead(first),
        lastDay: dayAhead(last),
      }));
      const { idempotencyKey } = wish;
      const asked = {
        idempotencyKey,
        kind: 'WEEKLY' as const,
        mode: all ? ('ALL' as const) : ('POSSIBLE' as const),
        occurrences,
        details: {},
      };
      result = await run((tx) => bookSeries(tx, by, asked));
      const made = await manager.query<{ id: string }[]>(
        'SELECT reservation_id AS id FROM series_occurrence WHERE series_id::text = $1 AND reservation_id IS NOT NULL ORDER BY position',
        [typeof result === 'string' ? result : ''],
      );
      expect(made).toHaveLength(told.booked);
      ids.push(...made.map(({ id }) => id));
    } else if (step.verb === 'break' || step.verb === 'inspect') {
      const unit = step.units[0]!;
      expected = [];
      const about = { idempotencyKey: wish.idempotencyKey, unitId: units[unit]! };
      if (step.verb === 'break') {
        board.breaks(unit);
        result = await run((tx) => reportDefect(tx, planner, { ...about, description: 'broken', severity: 'BLOCKING' }));
      } else {
        board.inspected(unit, step.first + 3);
        const found = { doneOn: dayOf(Date.now()), validTo: dayAhead(step.first + 3), result: 'PASSED' as const };
        result = await run((tx) => recordInspection(tx, planner, { ...about, ...found, planId }));
      }
    } else if (step.verb === 'repair') {
      // All defects of a unit at once: it is back on a day, or at once.
      const unit = step.units[0]!;
      expected = [];
      const open = await manager.find(Defect, { where: { unitId: units[unit]! } });
      for (const { id, version, status } of open.filter((each) => each.status !== 'SOLVED')) {
        const until = step.planner ? { status: 'IN_REPAIR' as const, expectedBackOn: lastDay } : { status: 'SOLVED' as const };
        result = await run((tx) => handleDefect(tx, planner, { id, version, severity: 'BLOCKING', ...until }));
        expect([id, status, result instanceof Refusal]).toEqual([id, status, false]);
        if (step.planner) board.breaks(unit, time.last);
        else board.repaired(unit);
      }
    } else if (step.verb === 'place' || step.verb === 'round') {
      const unitId = units[step.units[0]!]!;
      const asked = {
        modelCode: model.code,
        siteId: wish.siteId,
        earliestDay: firstDay,
        days: step.length + 1,
        groupSize: 4,
        targetGroup: 'EMPLOYEES' as const,
        course: 'course',
      };
      const submit = (key: string, latestDay: string) =>
        inTransaction(database.app, (tx) =>
          submitRequest(tx, coordinator, { ...asked, latestDay, idempotencyKey: `${key}-${wish.idempotencyKey}` }),
        );
      if (step.verb === 'place') {
        const id = await submit('ask', lastDay);
        expected = board.create(step.units.slice(0, 1), time, 'CONFIRMED');
        result = await run((tx) =>
          placeRequest(tx, planner, { idempotencyKey: `place-${wish.idempotencyKey}`, id, version: 1, unitId, firstDay }),
        );
        if (typeof result === 'string') ids.push(await reservationOf(result));
      } else {
        for (const key of ['one', 'two', 'three']) await submit(key, dayAhead(step.first + step.length + 3));
        const given = await playRound(database.app, planner, {
          key: wish.idempotencyKey,
          modelCode: model.code,
          horizon: HORIZON,
        });
        for (const { unitId: unit, siteId, first, last, reservationId } of given) {
          // What the round gave, the board must allow, one after the other.
          const told = board.create([units.indexOf(unit)], { site: sites.indexOf(siteId), first, last }, 'CONFIRMED');
          expect({ at, verb: step.verb, told }).toEqual({ at, verb: step.verb, told: [] });
          ids.push(reservationId);
        }
        if (given.length) count('round gave');
        expected = [];
      }
    } else if (ids.length === 0) continue;
    else if (step.verb === 'pass') {
      // The clock passes the end of a hold; nobody has written so yet.
      board.passHold(picked);
      await database.owner.query(
        `WITH r AS (UPDATE reservation SET hold_expires_at = now() - interval '1 second' WHERE id = $1 AND state = 'HELD' RETURNING *)
         UPDATE occupancy o SET expires_at = r.hold_expires_at FROM r WHERE o.reservation_id = r.id AND o.active`,
        [target.id],
      );
      continue;
    } else if (step.verb === 'expire') {
      await inTransaction(database.app, (tx) => expireHolds(tx, units));
      expect(await statesOf(ids, board)).toEqual(board.states());
      continue;
    } else if (step.verb === 'replan') {
      const [to] = step.units as [number];
      const from = step.units[1] ?? (step.pick % 2 ? to : 1 - Math.min(1, to));
      expected = board.replan(picked, from, to, time);
      const input = { idempotencyKey: wish.idempotencyKey, reservationId: target.id, version: target.version };
      const ends = { fromUnitId: units[from]!, toUnitId: units[to]! };
      result = await run((tx) => replanReservation(tx, planner, { ...input, ...ends, firstDay, lastDay }));
    } else if (step.verb === 'change') {
      expected = board.change(picked, time, step.planner);
      const input = { ...target, firstDay, lastDay, siteId: wish.siteId };
      result = await run((tx) => changeReservation(tx, by, input));
    } else {
      expected = board.decide(picked, step.verb);
      const verbs: Record<Verb, () => Promise<unknown>> = {
        submit: () => run((tx) => submitReservation(tx, by, { ...target, details: {} })),
        confirm: () => run((tx) => confirmReservation(tx, planner, target)),
        reject: () => run((tx) => rejectReservation(tx, planner, { ...target, reason: 'no room' })),
        release: () => run((tx) => releaseHold(tx, by, target.id)),
        cancel: () => run((tx) => cancelReservation(tx, by, target)),
        reinstate: () => run((tx) => reinstateReservation(tx, by, target)),
      };
      result = await verbs[step.verb]();
    }

    const codes = result instanceof Refusal ? [...new Set(result.reasons.map((reason) => reason.code))].sort() : [];
    expect({ at, verb: step.verb, codes }).toEqual({ at, verb: step.verb, codes: expected });
    // So is a cancellation that is taken back.
    if (step.verb === 'cancel' && codes.length === 0 && step.planner) queue.splice(at + 1, 0, { ...step, verb: 'reinstate' });
    count(`${step.verb} ${codes.length ? 'refused' : 'done'}`);
    for (const code of codes) count(code);
    expect(await database.owner.query(FAULTS, [units, PACK + SETUP, careful ? model.id : null])).toEqual([]);
    expect(await statesOf(ids, board)).toEqual(board.states());
  }
}

test(`${SEQUENCES} random sequences of writes end as the plan board says, and keep every invariant at each step`, async () => {
  const numRuns = Math.ceil(SEQUENCES / LANES);
  const seed = Number(process.env.PLACEMENT_SEED ?? Date.now() % 1_000_000);
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    fc.assert(fc.asyncProperty(steps, play), { numRuns, seed: seed + lane, endOnFailure: false }),
  );
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
  // Each verb was both done and refused often enough to mean something.
  for (const verb of [
    'reserve',
    'hold',
    'change',
    'submit',
    'confirm',
    'reject',
    'release',
    'cancel',
    'reinstate',
    'block',
    'unblock',
    'join',
    'accept',
    'decline',
    'series',
    'replan',
    'place',
  ])
    for (const end of ['done', 'refused']) expect([verb, end, (WORDS.get(`${verb} ${end}`) ?? 0) > 0]).toEqual([verb, end, true]);
  expect(['round gave', (WORDS.get('round gave') ?? 0) > 0]).toEqual(['round gave', true]);
  expect(['look offered', (WORDS.get('look offered') ?? 0) > 0]).toEqual(['look offered', true]);
  for (const code of [
    'UNIT_TAKEN',
    'TOO_FAR_BEFORE',
    'TOO_FAR_AFTER',
    'SITE_CLOSED',
    'HOLD_EXPIRED',
    'STATE_CHANGED',
    'TURNAROUND',
    'UNIT_DEFECT',
    'INSPECTION_EXPIRED',
  ])
    expect([code, (WORDS.get(code) ?? 0) > 0]).toEqual([code, true]);
}, 300_000);
