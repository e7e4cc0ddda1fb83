import { can } from '@karavaan/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../../reservations/with-reservation.js';
import { Stop, Trip, TripEvent, TripEventKind } from './trip.entity.js';
import { auditTrip } from './write-trip.js';

@InputType()
export class DeviationInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  tripId: string;

  @Field(() => TripEventKind, { description: 'LATE, NOT_READY, REFUSED or BROKEN_DOWN.' })
  kind: TripEventKind;

  @Field(() => ID, { nullable: true, description: 'Which leg it is about.' })
  legId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of LATE: how much.' })
  minutes?: number | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => Date, { description: 'When the driver noted it, with or without network.' })
  happenedAt: Date;
}

const DEVIATIONS: readonly TripEventKind[] = ['LATE', 'NOT_READY', 'REFUSED', 'BROKEN_DOWN'];
const LONGEST_NOTE = 500;

/** Whoever plans reads every trip; a driver the own ones, once they are published. */
export function mayReadTrip(actor: Actor, trip: Pick<Trip, 'driverId' | 'helperId' | 'state'>): boolean {
  if (can(actor, 'plan.make')) return true;
  const own = actor.personId !== null && [trip.driverId, trip.helperId].includes(actor.personId);
  return own && can(actor, 'trip.drive') && (trip.state === 'PUBLISHED' || trip.state === 'DONE');
}

async function ownTrip(tx: EntityManager, { actor }: By, id: string): Promise<Trip> {
  requireAllowed(actor, 'trip.drive', {});
  const trip = isUuid(id) ? await tx.findOneBy(Trip, { id }) : null;
  if (!trip || !mayReadTrip(actor, trip)) refuse('NOT_FOUND', { field: 'id' });
  return trip;
}

/** The driver has this version on the phone. An older one says nothing new. Gives the trip's id. */
export async function seeTrip(tx: EntityManager, by: By, { id, version }: { id: string; version: number }): Promise<string> {
  const trip = await ownTrip(tx, by, id);
  if (![trip.driverId, trip.helperId].includes(by.actor.personId)) return id;
  await tx
    .createQueryBuilder()
    .update(Trip)
    .set({ seenVersion: version, seenAt: () => 'now()' })
    .where('id = :id AND version >= :version AND COALESCE(seen_version, 0) < :version', { id, version })
    .execute();
  return id;
}

/** Something went another way than planned: the planner sees it at once. Repeated with the same key it is one. */
export function reportDeviation(tx: EntityManager, by: By, input: DeviationInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'reportDeviation', input, async () => {
    const { tripId, kind } = input;
    const trip = await ownTrip(tx, by, tripId);
    if (!DEVIATIONS.includes(kind)) refuse('INVALID_INPUT', { field: 'kind' });
    const legId = input.legId ?? null;
    if (legId && !(isUuid(legId) && (await tx.existsBy(Stop, { tripId, legId })))) refuse('STATE_CHANGED', { field: 'legId' });
    if ((kind === 'NOT_READY' || kind === 'REFUSED') && !legId) refuse('INVALID_INPUT', { field: 'legId' });
    const minutes = kind === 'LATE' ? (input.minutes ?? 0) : null;
    if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1_440))
      refuse('INVALID_INPUT', { field: 'minutes' });
    const note = input.note?.trim() || null;
    if (note && note.length > LONGEST_NOTE) refuse('INVALID_INPUT', { field: 'note', available: String(LONGEST_NOTE) });
    const at = input.happenedAt.getTime() > Date.now() ? new Date() : input.happenedAt;
    await tx.insert(TripEvent, { tripId, legId, kind, minutes, note, happenedAt: at, createdBy: by.actor.personId });
    await auditTrip(tx, by, 'deviation', trip, { kind, minutes, legId });
    return tripId;
  });
}

/** The planner has dealt with it; once is enough. Gives the id of its trip. */
export async function settleEvent(tx: EntityManager, by: By, id: string): Promise<string> {
  requireAllowed(by.actor, 'plan.make', {});
  const event = isUuid(id) ? await tx.findOneBy(TripEvent, { id }) : null;
  if (!event) refuse('NOT_FOUND', { field: 'id' });
  const { affected } = await tx
    .createQueryBuilder()
    .update(TripEvent)
    .set({ settledAt: () => 'now()', settledBy: by.actor.personId })
    .where('id = :id AND settled_at IS NULL', { id })
    .execute();
  if (affected === 1) await auditTrip(tx, by, 'settle', { id: event.tripId } as Trip, { event: event.kind });
  return event.tripId;
}
