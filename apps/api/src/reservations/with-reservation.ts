import { can, nextState, type Action, type PolicySubject, type ReservationAction } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { refusalOf } from '../auth/require-permission.js';
import { lockUnits } from '../placement/write-stays.js';
import { recordAudit } from '../platform/audit.js';
import { isUuid } from '../platform/is-uuid.js';
import { refuse } from '../platform/refuse.js';
import type { Settings } from '../platform/settings.js';
import type { ReservationState } from './enums.js';
import { Reservation } from './reservation.entity.js';

/** Who acts, and the settings that the rules need. */
export interface By {
  readonly actor: Actor;
  readonly settings: Settings;
}

/** The organisation whose site hosts fixed equipment of a reservation, if any, and whether that is all its equipment. */
export interface Host {
  readonly hostOrganisationId: string | null;
  readonly hostOfAll: boolean;
}

export interface Locked extends Host {
  readonly reservation: Reservation;
  readonly unitIds: readonly string[];
}

export interface UnitRow {
  readonly reservationId: string;
  readonly unitId: string;
  readonly hostOrganisationId: string | null;
}

export function hostOfUnits(rows: readonly UnitRow[]): Host {
  const hostOrganisationId = rows.find((row) => row.hostOrganisationId)?.hostOrganisationId ?? null;
  return { hostOrganisationId, hostOfAll: rows.every((row) => row.hostOrganisationId === hostOrganisationId) };
}

/** The units of a reservation (of its latest stays, also when they are no longer active) and the host of fixed ones. */
export const UNITS_SQL = `
SELECT o.reservation_id AS "reservationId", o.unit_id AS "unitId",
       CASE WHEN u.mobility = 'FIXED' THEN s.organisation_id END AS "hostOrganisationId"
  FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id JOIN site s ON s.id = o.site_id
 WHERE o.reservation_id = ANY($1::uuid[]) AND o.kind = 'STAY'
   AND o.created_at = (SELECT max(latest.created_at) FROM occupancy latest WHERE latest.reservation_id = o.reservation_id)
 ORDER BY u.code`;

/**
 * Locks a reservation for a decision: first its units in id order, then its own row, the one order that every write
 * keeps. Refuses NOT_FOUND also where the actor may not know that it exists.
 * @param read what the actor must be allowed, to know of it
 */
export async function lockReservation(
  tx: EntityManager,
  actor: Actor,
  id: string,
  read: Action = 'reservation.read',
): Promise<Locked> {
  if (!isUuid(id)) refuse('NOT_FOUND', { field: 'id' });
  const rows = await tx.query<UnitRow[]>(UNITS_SQL, [[id]]);
  const unitIds = rows.map((row) => row.unitId);
  await lockUnits(tx, unitIds);
  const reservation = await tx.findOne(Reservation, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const host = hostOfUnits(rows);
  if (!reservation) refuse('NOT_FOUND', { field: 'id' });
  if (!can(actor, read, { organisationId: reservation.organisationId, ...host }))
    refuse(refusalOf(actor, read) ?? 'NOT_FOUND', { field: 'id' });
  return { reservation, unitIds, ...host };
}

export function requireAllowed(actor: Actor, action: Action, subject: PolicySubject): void {
  const refusal = refusalOf(actor, action, subject);
  if (refusal) refuse(refusal);
}

/** Compare and swap: the decision rests on the version that was seen. Refuses STATE_CHANGED with the state as it is now. */
export function requireVersion(reservation: Reservation, version: number): void {
  if (reservation.version !== version) refuse('STATE_CHANGED', { reservationId: reservation.id, available: reservation.state });
}

/** The state after an action. Refuses HOLD_EXPIRED for a hold whose time has passed, STATE_CHANGED else. */
export function requireNext(reservation: Reservation, action: ReservationAction): ReservationState {
  const expired =
    reservation.state === 'EXPIRED' || (reservation.state === 'HELD' && reservation.holdExpiresAt!.getTime() <= Date.now());
  const ofHolds = action === 'SUBMIT' || action === 'EXTEND' || action === 'RELEASE';
  if (expired && (ofHolds || reservation.state === 'HELD')) refuse('HOLD_EXPIRED', { reservationId: reservation.id });
  const next = nextState(action, reservation.state, reservation.stateBeforeCancel);
  if (!next) refuse('STATE_CHANGED', { reservationId: reservation.id, available: reservation.state });
  return next;
}

/** Writes the changed fields under the version that was locked, with its trace. */
export async function saveReservation(
  tx: EntityManager,
  actor: Actor,
  action: string,
  reservation: Reservation,
  changes: Partial<Reservation>,
): Promise<Reservation> {
  const before = Object.fromEntries(Object.keys(changes).map((field) => [field, reservation[field as keyof Reservation]]));
  const { affected } = await tx
    .createQueryBuilder()
    .update(Reservation)
    .set({ ...changes, version: () => 'version + 1', updatedAt: () => 'clock_timestamp()' })
    .where('id = :id AND version = :version', { id: reservation.id, version: reservation.version })
    .execute();
  if (affected !== 1) refuse('STATE_CHANGED', { reservationId: reservation.id });
  await recordAudit(tx, actor, { action, entity: 'reservation', entityId: reservation.id, before, after: changes });
  return (await tx.findOneBy(Reservation, { id: reservation.id }))!;
}
