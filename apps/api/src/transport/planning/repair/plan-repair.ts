import { addDays, availability, type Broken, daysBetween, dayOf, periodOfDays, repair, type Taken } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { findCandidates } from '../../../placement/candidates.js';
import { worldForReading } from '../../../placement/world.js';
import type { Settings } from '../../../platform/settings.js';
import type { PlanJob } from '../jobs/plan-job.entity.js';
import type { Draft, ItemDraft, Watch } from '../proposals/draft.js';
import { figuresOf, sumOf } from '../proposals/rates.js';

/** What makes a booking that was made impossible after all. */
const BREAKING = new Set<string>([
  'UNIT_OUT_OF_SERVICE',
  'UNIT_DEFECT',
  'INSPECTION_EXPIRED',
  'SITE_CLOSED',
  'SITE_NOT_VALID',
  'UNIT_TAKEN',
  'TOO_FAR_BEFORE',
  'TOO_FAR_AFTER',
]);
const AROUND_DAYS = 21;

interface Booked {
  id: string;
  version: number;
  unitId: string;
  modelId: string;
  siteId: string;
  firstDay: string;
  lastDay: string;
  groupSize: number | null;
  overridden: string[];
}

/** The smallest change that gives bookings a place again which a defect, a closure or a cancellation made impossible. */
export async function planRepair(manager: EntityManager, settings: Settings, job: PlanJob, { progress }: Watch): Promise<Draft> {
  const now = Date.now();
  const booked = await bookingsOf(manager, job);
  const around = periodOfDays(addDays(job.firstDay, -AROUND_DAYS), addDays(job.lastDay, AROUND_DAYS));
  const units = await findCandidates(manager, around, now, { mobility: 'MOBILE' });
  const world = await worldForReading(manager, settings);
  const byId = new Map(units.map((each) => [each.unit.id, each]));
  const reasons = new Map<string, string[]>();
  const broken = booked.filter((each) => {
    const candidate = byId.get(each.unitId);
    if (!candidate) return false;
    const { firstDay, lastDay, siteId, groupSize } = each;
    const ask = { firstDay, lastDay, period: periodOfDays(firstDay, lastDay), siteId, groupSize, now, beyondRounds: true };
    const codes = availability(candidate.unit, without(candidate.occupancies, new Set([each.id])), ask, world)
      .refusals.map(({ code }) => code)
      .filter((code) => BREAKING.has(code) && !each.overridden.includes(code));
    reasons.set(each.id, codes);
    return codes.length > 0;
  });
  const ids = new Set(broken.map(({ id }) => id));
  const free = units.map((each) => ({ ...each, occupancies: without(each.occupancies, ids) }));
  const wishes = broken.map((each): Broken => ({
    id: each.id,
    siteId: each.siteId,
    days: daysBetween(each.firstDay, each.lastDay) + 1,
    groupSize: each.groupSize,
    unitId: each.unitId,
    firstDay: each.firstDay,
    unitIds: units.filter(({ modelId }) => modelId === each.modelId).map(({ unit }) => unit.id),
  }));
  const { mended, lost } = repair(wishes, free, world, now);
  const items = mended
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, unitId, firstDay, extraKm }): ItemDraft => {
      const was = broken.find((each) => each.id === id)!;
      return {
        kind: 'MOVE_RESERVATION',
        reservationId: id,
        unitId,
        siteId: was.siteId,
        firstDay,
        lastDay: addDays(firstDay, daysBetween(was.firstDay, was.lastDay)),
        seenVersion: was.version,
        before: { unitId: was.unitId, firstDay: was.firstDay, lastDay: was.lastDay },
        // An hour and a quarter for a hundred kilometres, as the estimate of ways has it.
        figures: figuresOf(extraKm, extraKm),
        details: { because: reasons.get(id) },
      };
    });
  progress({
    served: items.length,
    asked: broken.length,
    km: sumOf(items.map(({ figures }) => figures)).km,
    elapsed: Date.now() - now,
    better: 1,
  });
  return {
    items,
    figures: { ...sumOf(items.map(({ figures }) => figures)), served: items.length, asked: broken.length },
    leftOut: lost.map((id) => ({ reservationId: id, refusal: null, rivals: [], nearest: null })),
  };
}

/** Bookings of one kit each that have not begun, in the days of the plan; of one kit or one site when the plan says so. */
async function bookingsOf(manager: EntityManager, job: PlanJob): Promise<Booked[]> {
  const first = job.firstDay > dayOf(Date.now()) ? job.firstDay : addDays(dayOf(Date.now()), 1);
  return manager.query<Booked[]>(
    `SELECT r.id, r.version, o.unit_id AS "unitId", u.model_id AS "modelId", o.site_id AS "siteId", r.first_day::text AS "firstDay",
            r.last_day::text AS "lastDay", r.group_size AS "groupSize", r.overridden
       FROM reservation r
       JOIN occupancy o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY' AND o.stay_state = 'PLANNED'
       JOIN equipment_unit u ON u.id = o.unit_id AND u.mobility = 'MOBILE'
      WHERE r.state IN ('SUBMITTED', 'CONFIRMED') AND r.first_day BETWEEN $1::date AND $2::date
        AND ($3::uuid IS NULL OR o.unit_id = $3) AND ($4::uuid IS NULL OR o.site_id = $4)
        AND (SELECT count(*) FROM occupancy s WHERE s.reservation_id = r.id AND s.active AND s.kind = 'STAY') = 1
      ORDER BY r.first_day, r.id`,
    [first, job.lastDay, job.unitId, job.siteId],
  );
}

const without = (occupancies: readonly Taken[], ids: ReadonlySet<string>) =>
  occupancies.filter(({ reservationId }) => !reservationId || !ids.has(reservationId));
