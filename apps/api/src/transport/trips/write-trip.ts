import { In, type EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import type { By } from '../../reservations/with-reservation.js';
import { Leg } from '../legs/leg.entity.js';
import { Vehicle } from '../vehicles/vehicle.entity.js';
import { composeTrip, type StopRef } from './compose-trip.js';
import { Stop, Trip } from './trip.entity.js';

export const MOST_LEGS = 40;

/** Who and what a trip goes with. */
export interface Crewing {
  readonly vehicleId: string;
  readonly driverId: string;
  readonly helperId?: string | null | undefined;
}

/**
 * Locks legs in id order, so that none changes before this ends: every verb locks legs first and its trip then. Refuses
 * NOT_FOUND, STATE_CHANGED (a leg that is not owed to a van any more), INVALID_INPUT (too many).
 */
export async function lockLegs(tx: EntityManager, ids: readonly string[]): Promise<Leg[]> {
  const wanted = [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1));
  if (wanted.length > MOST_LEGS) refuse('INVALID_INPUT', { field: 'legIds', available: String(MOST_LEGS) });
  if (!wanted.every(isUuid)) refuse('NOT_FOUND', { field: 'legIds' });
  const legs = await tx.find(Leg, { where: { id: In(wanted) }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
  if (legs.length !== wanted.length) refuse('NOT_FOUND', { field: 'legIds' });
  return legs;
}

/** Of legs that are to be driven. */
export function requireOwed(legs: readonly Leg[]): void {
  const gone = legs.find(({ active, carriage }) => !active || carriage !== 'VAN');
  if (gone) refuse('STATE_CHANGED', { unitId: gone.unitId, reservationId: gone.reservationId });
}

export async function legIdsOf(tx: EntityManager, tripId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>('SELECT DISTINCT leg_id AS id FROM stop WHERE trip_id = $1', [tripId]);
  return rows.map(({ id }) => id);
}

/**
 * Locks a trip with its legs and those that are asked; refuses NOT_FOUND, STATE_CHANGED (another version by now, or ended).
 * The version is that of the trip, so what its stops were when it was seen is what they are.
 */
export async function lockTrip(
  tx: EntityManager,
  { id, version }: { id: string; version?: number },
  more: readonly string[] = [],
): Promise<{ trip: Trip; legs: Leg[] }> {
  if (!isUuid(id)) refuse('NOT_FOUND', { field: 'id' });
  const legs = await lockLegs(tx, [...(await legIdsOf(tx, id)), ...more]);
  const trip = await tx.findOne(Trip, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!trip) refuse('NOT_FOUND', { field: 'id' });
  const ended = trip.state === 'DONE' || trip.state === 'CANCELLED';
  if (ended || (version !== undefined && trip.version !== version)) refuse('STATE_CHANGED', { available: trip.state });
  return { trip, legs };
}

/** Legs of which the unit has left, or has arrived: they stay where they are. */
export async function drivenStops(tx: EntityManager, tripId: string): Promise<StopRef[]> {
  return tx.query<StopRef[]>(
    `SELECT s.leg_id AS "legId", s.kind FROM stop s JOIN leg l ON l.id = s.leg_id
       JOIN occupancy o ON o.unit_id = l.unit_id AND o.reservation_id = l.reservation_id AND o.kind = 'STAY' AND o.active
      WHERE s.trip_id = $1 AND CASE s.kind WHEN 'PICK_UP' THEN o.stay_state <> 'PLANNED'
                                            ELSE o.stay_state IN ('ON_SITE', 'RELEASED') END
      ORDER BY s.position`,
    [tripId],
  );
}

export async function crewOfTrip(tx: EntityManager, { vehicleId, driverId, helperId }: Crewing) {
  const ids = [driverId, ...(helperId ? [helperId] : [])];
  if (![vehicleId, ...ids].every(isUuid)) refuse('NOT_FOUND', { field: 'vehicleId' });
  if (helperId === driverId) refuse('INVALID_INPUT', { field: 'helperId' });
  const vehicle = await tx.findOneBy(Vehicle, { id: vehicleId });
  if (!vehicle) refuse('NOT_FOUND', { field: 'vehicleId' });
  const people = await tx.findBy(Person, { id: In(ids) });
  const driver = people.find(({ id }) => id === driverId);
  if (!driver) refuse('NOT_FOUND', { field: 'driverId' });
  const helper = helperId ? (people.find(({ id }) => id === helperId) ?? refuse('NOT_FOUND', { field: 'helperId' })) : null;
  return { vehicle, driver, helper };
}

/**
 * Gives a trip these legs and this crew: its stops are put in the order that costs least after those that are asked first or
 * driven already. The trip's row is locked or new; its legs are locked. Refuses as `composeTrip`, LEG_ON_TRIP, TRIP_TAKEN.
 */
export async function writeStops(
  tx: EntityManager,
  { settings }: By,
  trip: Trip,
  legs: readonly Leg[],
  order: readonly StopRef[] = [],
): Promise<void> {
  const { day, id } = trip;
  const composed = await composeTrip(tx, settings, { tripId: id, day, ...(await crewOfTrip(tx, trip)), legs, order });
  const { stops, ...figures } = composed;
  await tx.delete(Stop, { tripId: id });
  if (stops.length > 0)
    await tx.insert(
      Stop,
      stops.map((stop) => ({ ...stop, tripId: id })),
    );
  const { vehicleId, driverId, helperId, note } = trip;
  await tx.update(Trip, { id }, { ...figures, vehicleId, driverId, helperId, note, version: () => 'version + 1' });
}

export async function auditTrip(tx: EntityManager, { actor }: By, action: string, trip: Trip, more: object = {}): Promise<void> {
  await recordAudit(tx, actor, { action: `trip.${action}`, entity: 'trip', entityId: trip.id, after: { ...more } });
}
