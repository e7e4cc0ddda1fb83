import {
  type Ask,
  type Availability,
  availability,
  canReserve,
  type Leave,
  type PlacementRefusal,
  type PlacementWarning,
  turnaroundOf,
  type TurnaroundPeriods,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { RefusalReason } from '../platform/graphql/refusal.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { Refused } from '../platform/refuse.js';
import type { Settings } from '../platform/settings.js';
import { type Candidate, findCandidates } from './candidates.js';
import { announceFreed } from './announce-freed.js';
import { bookInstructors, freeInstructors, lockInstructors } from './book-instructors.js';
import { expireHolds } from './expire-holds.js';
import { type LoadedWorld, loadWorld } from './world.js';

/** Locks the rows in the order of their ids, so that two bookings of the same units wait instead of locking each other out. */
export async function lockUnits(tx: EntityManager, unitIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT id FROM equipment_unit WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [[...unitIds]],
  );
  return rows.map((row) => row.id);
}

export interface Judgement {
  readonly candidate: Candidate;
  readonly verdict: Availability;
}

/** The one availability function on what the database says now. */
export async function judge(
  manager: EntityManager,
  settings: Settings,
  unitIds: readonly string[],
  ask: Ask,
  excludeReservationId: string | null = null,
): Promise<Judgement[]> {
  const { candidates, world } = await candidatesAndWorld(manager, settings, unitIds, ask, excludeReservationId);
  return candidates.map((candidate) => ({
    candidate,
    verdict: availability(candidate.unit, candidate.occupancies, ask, world),
  }));
}

async function candidatesAndWorld(
  manager: EntityManager,
  settings: Settings,
  unitIds: readonly string[],
  ask: Ask,
  excludeReservationId: string | null,
): Promise<{ candidates: Candidate[]; world: LoadedWorld }> {
  const candidates = await findCandidates(manager, ask.period, ask.now, { unitIds, excludeReservationId });
  const siteIds = new Set<string>(ask.siteId ? [ask.siteId] : []);
  for (const { unit, occupancies } of candidates) {
    siteIds.add(unit.homeSiteId);
    for (const taken of occupancies) if (taken.siteId) siteIds.add(taken.siteId);
  }
  return { candidates, world: await loadWorld(manager, settings, [...siteIds]) };
}

export interface StaysToPlace extends Leave {
  readonly reservationId: string;
  readonly unitIds: readonly string[];
  readonly ask: Ask & { readonly siteId: string };
  readonly expiresAt: Date | null;
  readonly createdBy: string | null;
}

export interface Placed {
  readonly siteId: string;
  readonly warnings: readonly PlacementWarning[];
  readonly overridden: readonly PlacementRefusal[];
}

/**
 * Writes the stays of a reservation, all or none: locks the units, ends their expired holds, asks the domain, writes.
 * Stays that the reservation had before are replaced; with the exclusion constraint deferred, so that neighbours may shift.
 * @throws {Refused} with every reason that stands in the way
 */
export async function placeStays(tx: EntityManager, settings: Settings, stays: StaysToPlace): Promise<Placed> {
  const unitIds = [...new Set(stays.unitIds)];
  const locked = await lockUnits(tx, unitIds);
  if (locked.length !== unitIds.length) throw new Refused(Refusal.of('NOT_FOUND', { field: 'unitIds' }));
  await lockInstructors(tx, unitIds);
  await expireHolds(tx, unitIds, stays.reservationId);
  const { candidates, world } = await candidatesAndWorld(tx, settings, unitIds, stays.ask, stays.reservationId);
  const { refusals, overridden, warnings, siteId } = canReserve(candidates, stays.ask, world, stays);
  if (refusals.length) throw new Refused(Refusal.because(refusals));

  await deactivate(tx, stays.reservationId);
  const { reservationId, ask } = stays;
  await bookInstructors(tx, { reservationId, units: candidates.map(({ unit }) => unit), ask, siteId: siteId! }, world);
  await tx.query(
    `INSERT INTO occupancy (unit_id, kind, during, expires_at, site_id, reservation_id, stay_state, created_by)
     SELECT unit_id, 'STAY', tstzrange($2, $3), $4, $5, $6, 'PLANNED', $7 FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(unit_id, n) ORDER BY unit_id`,
    [
      unitIds,
      new Date(stays.ask.period.start),
      new Date(stays.ask.period.end),
      stays.expiresAt,
      siteId,
      stays.reservationId,
      stays.createdBy,
    ],
  );
  await writeTurnaround(
    tx,
    candidates.map(({ unit }) => ({ unitId: unit.id, ...turnaroundOf(unit, stays.ask.period, world) })),
    stays,
  );
  return { siteId: siteId!, warnings, overridden };
}

/** The time to make units ready before a stay and put them right after it, beside the stays themselves. */
export async function writeTurnaround(
  tx: EntityManager,
  units: readonly (TurnaroundPeriods & { readonly unitId: string })[],
  { reservationId, expiresAt, createdBy }: { reservationId: string; expiresAt: Date | null; createdBy: string | null },
): Promise<void> {
  const periods = units.flatMap(({ unitId, before, after }) =>
    [before, after].flatMap((period) => (period ? [{ unitId, ...period }] : [])),
  );
  if (periods.length === 0) return;
  await tx.query(
    `INSERT INTO occupancy (unit_id, kind, during, expires_at, reservation_id, created_by)
     SELECT unit_id, 'TURNAROUND', tstzrange(from_at, to_at), $4, $5, $6
       FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS asked(unit_id, from_at, to_at) ORDER BY unit_id, from_at`,
    [
      periods.map(({ unitId }) => unitId),
      periods.map(({ start }) => new Date(start)),
      periods.map(({ end }) => new Date(end)),
      expiresAt,
      reservationId,
      createdBy,
    ],
  );
}

/** Books who comes along with stays that stand already, where nobody does yet. The units are locked. */
export async function settleInstructors(
  tx: EntityManager,
  settings: Settings,
  { reservationId, unitIds, ask, siteId }: { reservationId: string; unitIds: readonly string[]; ask: Ask; siteId: string },
): Promise<void> {
  await lockInstructors(tx, unitIds);
  const { candidates, world } = await candidatesAndWorld(tx, settings, unitIds, ask, reservationId);
  await bookInstructors(tx, { reservationId, units: candidates.map(({ unit }) => unit), ask, siteId }, world);
}

/** Frees the time of a reservation. */
export async function releaseStays(tx: EntityManager, reservationId: string): Promise<void> {
  await deactivate(tx, reservationId);
  await freeInstructors(tx, reservationId);
}

async function deactivate(tx: EntityManager, reservationId: string): Promise<void> {
  const [, freed] = await tx.query<[unknown, number]>(
    'UPDATE occupancy SET active = false WHERE reservation_id = $1 AND active',
    [reservationId],
  );
  if (freed > 0) await announceFreed(tx);
}

/** A reason of the domain in the shape of the API. */
export function toReason(reason: PlacementRefusal | PlacementWarning): Partial<RefusalReason> & { code: RefusalReason['code'] } {
  return reason;
}
