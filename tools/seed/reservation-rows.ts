import { instantAt, periodOfDays, type Period } from '@karavaan/domain';
import { daysBetween, plusDays, type Day } from './days.ts';
import { CANCEL_REASONS, CONTACTS, PURPOSES, REJECT_REASONS, REMARKS } from './demo-texts.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Booking } from './plan-year.ts';
import type { Random } from './random.ts';

export type Rows = { reservations: Record<string, unknown>[]; occupancies: Record<string, unknown>[] };
type State = 'SUBMITTED' | 'CONFIRMED' | 'ENDED' | 'CANCELLED' | 'REJECTED';

const INBOX = 15;
const HOUR_MS = 3_600_000;

/** The rows of the bookings: past ones ended with their use, later ones confirmed, some waiting in the inbox. */
export function reservationRows(bookings: Booking[], demo: DemoWorld, today: Day, random: Random): Rows {
  const inbox = new Set(
    pickSome(
      bookings.filter((each) => isSoon(each, today)),
      INBOX,
      random,
    ),
  );
  const rows: Rows = { reservations: [], occupancies: [] };
  const made = bookings.map((booking) => {
    const state = inbox.has(booking) ? 'SUBMITTED' : stateOf(booking, today, random);
    return { booking, state, createdAt: createdAt(booking, state, today, random) };
  });
  // In the order they were asked, so that their numbers tell it too.
  for (const { booking, state, createdAt } of made.sort((a, b) => a.createdAt - b.createdAt)) {
    rows.reservations.push(reservationRow(booking, state, createdAt, demo, today, random));
    rows.occupancies.push(...occupancyRows(booking, state, today));
  }
  return rows;
}

function reservationRow(booking: Booking, state: State, createdAt: number, demo: DemoWorld, today: Day, random: Random) {
  const { id, unit, site, organisationId, firstDay, lastDay, groupSize } = booking;
  const decided = state !== 'SUBMITTED';
  const decidedAt = Math.min(createdAt + random.whole(1, 40) * HOUR_MS, instantAt(today, '07:45'));
  const ended = state === 'ENDED';
  const requester = personOf(demo, 'COORDINATOR', organisationId);
  const host = unit.mobility === 'FIXED' ? personOf(demo, 'COORDINATOR', site.organisationId) : undefined;
  return {
    id,
    organisation_id: organisationId,
    requester_id: requester.id,
    site_id: site.id,
    first_day: firstDay,
    last_day: lastDay,
    during: range(periodOfDays(firstDay, lastDay)),
    state,
    state_before_cancel: state === 'CANCELLED' ? 'CONFIRMED' : null,
    purpose: purposeOf(booking, random),
    group_size: groupSize,
    contact_name: random.pick(CONTACTS),
    contact_phone: `+32 460 00 01 ${String(random.whole(0, 99)).padStart(2, '0')}`,
    remark: random.chance(0.15) ? random.pick(REMARKS) : null,
    warnings: [],
    overridden: [],
    decided_by: decided ? (host ?? personOf(demo, 'PLANNER')).id : null,
    decided_at: decided ? iso(decidedAt) : null,
    decision_reason:
      state === 'REJECTED' ? random.pick(REJECT_REASONS) : state === 'CANCELLED' ? random.pick(CANCEL_REASONS) : null,
    participants: ended ? Math.max(1, groupSize - random.whole(0, 2)) : null,
    hours_used: ended ? (daysBetween(firstDay, lastDay) + 1) * random.whole(3, 7) : null,
    version: ended ? 3 : decided ? 2 : 1,
    demo: true,
    created_at: iso(createdAt),
    updated_at: iso(ended ? instantAt(lastDay, '17:00') : decided ? decidedAt : createdAt),
  };
}

function occupancyRows({ id, unitIds, site, firstDay, lastDay }: Booking, state: State, today: Day) {
  const active = state === 'SUBMITTED' || state === 'CONFIRMED' || state === 'ENDED';
  const stayState = !active || firstDay > today ? 'PLANNED' : lastDay < today ? 'RELEASED' : 'ON_SITE';
  return unitIds.map((unitId) => ({
    unit_id: unitId,
    kind: 'STAY',
    during: range(periodOfDays(firstDay, lastDay)),
    active,
    site_id: site.id,
    reservation_id: id,
    stay_state: stayState,
  }));
}

function purposeOf({ unit, site }: Booking, random: Random): string {
  const purposes = PURPOSES[unit.domain];
  if (!purposes) throw new Error(`no demo purposes for the domain ${unit.domain}`);
  return random.pick(site.kind === 'technical-school' ? purposes.pupils : purposes.adults);
}

function isSoon({ firstDay }: Booking, today: Day): boolean {
  return firstDay > plusDays(today, 6) && firstDay < plusDays(today, 60);
}

function stateOf({ firstDay, lastDay }: Booking, today: Day, random: Random): State {
  if (firstDay > today) return random.chance(0.03) ? 'CANCELLED' : 'CONFIRMED';
  if (lastDay >= today) return 'CONFIRMED';
  if (random.chance(0.04)) return 'CANCELLED';
  if (random.chance(0.02)) return 'REJECTED';
  // The last days' use is not always noted yet.
  return lastDay > plusDays(today, -7) && random.chance(0.5) ? 'CONFIRMED' : 'ENDED';
}

function createdAt({ firstDay }: Booking, state: State, today: Day, random: Random): number {
  const morning = instantAt(today, '07:30');
  if (state === 'SUBMITTED') return morning - random.whole(1, 96) * HOUR_MS;
  const asked = instantAt(plusDays(firstDay, -random.whole(12, 60)), '08:00') + random.whole(0, 9 * 60) * 60_000;
  return asked < morning - 48 * HOUR_MS ? asked : morning - random.whole(48, 500) * HOUR_MS;
}

function personOf({ people }: DemoWorld, role: string, organisationId?: string) {
  const person = people.find((each) => each.role === role && (!organisationId || each.organisationId === organisationId));
  if (!person) throw new Error(`no demo ${role} for organisation ${organisationId ?? 'any'}`);
  return person;
}

function pickSome<T>(items: T[], count: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.whole(0, left.length - 1), 1)[0] as T);
}

export function range({ start, end }: Period): string {
  return `[${iso(start)},${iso(end)})`;
}

const iso = (instant: number) => new Date(instant).toISOString();
