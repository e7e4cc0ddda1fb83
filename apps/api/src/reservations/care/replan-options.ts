import {
  addDays,
  type Ask,
  canReserve,
  dayOf,
  daysBetween,
  periodOfDays,
  type Taken,
  turnaroundOf,
  type UnitFacts,
} from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { findCandidates, occupanciesOf } from '../../placement/candidates.js';
import { loadWorld } from '../../placement/world.js';
import { Alternative } from '../../platform/graphql/refusal.js';
import type { Settings } from '../../platform/settings.js';
import { Reservation } from '../reservation.entity.js';
import { UNITS_SQL, type UnitRow } from '../with-reservation.js';
import { type Affected, affectedStays } from './affected.js';

/** How far other dates are looked for, and how many answers a reservation gets. */
const HORIZON_DAYS = 56;
const MOST_OPTIONS = 4;

export interface ReplanItem {
  readonly affected: Affected;
  readonly reservation: Reservation;
  /** It has begun: somebody has to call, there is nothing to plan. */
  readonly underway: boolean;
  readonly options: Alternative[];
}

/**
 * For each reservation that a unit may not serve, in order of time: equal units on the same dates first, then other
 * dates. What is proposed to one first counts for those after it, so that all first answers can be applied together.
 */
export async function replanOptions(manager: EntityManager, settings: Settings, unitId: string): Promise<ReplanItem[]> {
  const affected = await affectedStays(manager, { unitIds: [unitId] });
  if (affected.length === 0) return [];
  const ids = affected.map(({ reservationId }) => reservationId);
  const reservations = new Map((await manager.findBy(Reservation, { id: In(ids) })).map((each) => [each.id, each]));
  const unitsOf = Map.groupBy(await manager.query<UnitRow[]>(UNITS_SQL, [ids]), (row) => row.reservationId);
  const equals = await manager.query<{ id: string; code: string }[]>(
    'SELECT id, code FROM equipment_unit WHERE in_service AND model_id = (SELECT model_id FROM equipment_unit WHERE id = $1) ORDER BY code',
    [unitId],
  );
  const now = Date.now();
  const all = [...reservations.values()];
  const span = {
    start: periodOfDays(addDays(dayOf(now), -90), dayOf(now)).start,
    end: periodOfDays(
      dayOf(now),
      addDays(
        all.map((each) => each.lastDay).reduce((a, b) => (a > b ? a : b)),
        HORIZON_DAYS + 60,
      ),
    ).end,
  };
  const wanted = [...new Set([...equals.map(({ id }) => id), ...[...unitsOf.values()].flat().map((row) => row.unitId)])];
  const world = await loadWorld(manager, settings);
  const facts = new Map(
    (await findCandidates(manager, span, now, { unitIds: wanted })).map(({ unit }): [string, UnitFacts] => [unit.id, unit]),
  );
  const taken = await occupanciesOf(manager, wanted, span, now);

  const withTime = (id: string, reservationId: string) => ({
    unit: facts.get(id)!,
    occupancies: taken.get(id)!.filter((each) => each.reservationId !== reservationId),
  });
  const items: ReplanItem[] = [];
  for (const each of affected) {
    const reservation = reservations.get(each.reservationId)!;
    const units = unitsOf.get(reservation.id)!.map((row) => row.unitId);
    const { siteId, groupSize } = reservation;
    const askOf = (firstDay: string, lastDay: string): Ask & { siteId: string } => ({
      firstDay,
      lastDay,
      period: periodOfDays(firstDay, lastDay),
      siteId,
      groupSize,
      now,
    });
    const judge = (toUnitId: string, ask: Ask) => {
      const others = units.filter((id) => id !== each.unitId);
      if (others.includes(toUnitId)) return undefined;
      const together = [toUnitId, ...others].map((id) => withTime(id, reservation.id));
      const verdict = canReserve(together, ask, world, { overrideReason: reservation.overrideReason, ignoreNotice: true });
      return verdict.ok ? verdict : undefined;
    };
    const optionsOn = (kind: Alternative['kind'], ask: Ask, unitIds: readonly string[]): Alternative[] =>
      unitIds
        .flatMap((toUnitId) => {
          const verdict = judge(toUnitId, ask);
          if (!verdict) return [];
          const { firstDay, lastDay } = ask;
          return [
            Object.assign(new Alternative(), {
              kind,
              unitId: toUnitId,
              siteId: verdict.siteId,
              firstDay,
              lastDay,
              extraKm: verdict.extraKm,
            }),
          ];
        })
        .sort((a, b) => a.extraKm! - b.extraKm!);
    const underway = reservation.firstDay <= dayOf(now);
    const sameDays = askOf(reservation.firstDay, reservation.lastDay);
    const options = underway
      ? []
      : optionsOn(
          'EQUAL_UNIT',
          sameDays,
          equals.map(({ id }) => id).filter((id) => id !== each.unitId),
        );
    if (!underway)
      for (const day of nearDays(reservation.firstDay, dayOf(now))) {
        if (options.length >= MOST_OPTIONS) break;
        const lastDay = addDays(day, daysBetween(reservation.firstDay, reservation.lastDay));
        options.push(
          ...optionsOn(
            'OTHER_DATES',
            askOf(day, lastDay),
            equals.map(({ id }) => id),
          ).slice(0, 1),
        );
      }
    items.push({ affected: each, reservation, underway, options: options.slice(0, MOST_OPTIONS) });
    const first = options[0];
    if (first) reckonWith(first, reservation);
  }
  return items;

  /** As if the first answer had been applied already. */
  function reckonWith(option: Alternative, reservation: Reservation): void {
    const stay = periodOfDays(option.firstDay, option.lastDay);
    const { before, after } = turnaroundOf(facts.get(option.unitId)!, stay, world);
    const there = taken.get(option.unitId)!;
    const base = { siteId: null, reservationId: `${reservation.id} proposed` };
    const added: Taken[] = [
      { ...base, ...stay, id: `${reservation.id} stay`, kind: 'STAY', siteId: option.siteId ?? reservation.siteId },
      ...[before, after].flatMap((period) =>
        period ? [{ ...base, ...period, id: `${reservation.id} ${period.start}`, kind: 'TURNAROUND' as const }] : [],
      ),
    ];
    taken.set(
      option.unitId,
      [...there.filter((each) => each.reservationId !== reservation.id), ...added].sort((a, b) => a.start - b.start),
    );
  }
}

/** Days round one, the nearest first, not before tomorrow. */
function* nearDays(day: string, today: string): Generator<string> {
  for (let distance = 1; distance <= HORIZON_DAYS; distance++) {
    yield addDays(day, distance);
    const earlier = addDays(day, -distance);
    if (earlier > today) yield earlier;
  }
}
