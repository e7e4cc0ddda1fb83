import { dayOf } from '@karavaan/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../../reservations/with-reservation.js';
import type { Leg } from '../legs/leg.entity.js';
import { composeTrip, type StopRef } from './compose-trip.js';
import { Stop, StopKind, Trip, TripEvent } from './trip.entity.js';
import {
  auditTrip,
  type Crewing,
  crewOfTrip,
  drivenStops,
  legIdsOf,
  lockLegs,
  lockTrip,
  requireOwed,
  writeStops,
} from './write-trip.js';

@InputType()
export class PlanTripInput implements Crewing {
  @Field()
  idempotencyKey: string;

  @Field(() => DayScalar)
  day: string;

  @Field(() => ID)
  vehicleId: string;

  @Field(() => ID)
  driverId: string;

  @Field(() => ID, { nullable: true, description: 'A second person, for what two must lift.' })
  helperId?: string | null;

  @Field(() => [ID])
  legIds: string[];
}

@InputType()
export class StopOrderInput {
  @Field(() => ID)
  legId: string;

  @Field(() => StopKind)
  kind: StopKind;
}

@InputType()
export class ChangeTripInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID, { nullable: true })
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true })
  driverId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Empty text: nobody.' })
  helperId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All legs that it shall carry; left out they stay.' })
  legIds?: string[] | null;

  @Field(() => [StopOrderInput], { nullable: true, description: 'The order of its stops; left out it is the best one.' })
  order?: StopOrderInput[] | null;

  @Field(() => String, { nullable: true, description: 'To the driver.' })
  note?: string | null;
}

const LONGEST_NOTE = 500;

/** Makes a trip of legs; gives its id. Refuses as `composeTrip`, IN_THE_PAST, LEG_ON_TRIP, TRIP_TAKEN. */
export function planTrip(tx: EntityManager, by: By, input: PlanTripInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'planTrip', input, async () => {
    requireAllowed(by.actor, 'plan.make', {});
    const { day, vehicleId, driverId, legIds } = input;
    const helperId = input.helperId || null;
    if (legIds.length === 0) refuse('INVALID_INPUT', { field: 'legIds' });
    const legs = await lockLegs(tx, legIds);
    return makeTrip(tx, by, { day, vehicleId, driverId, helperId, legs, order: [] });
  });
}

/** Makes a trip of legs that are locked, with the first stops in an order that is asked; gives its id. */
export async function makeTrip(
  tx: EntityManager,
  by: By,
  { day, legs, order, ...who }: Crewing & { day: string; legs: readonly Leg[]; order: readonly StopRef[] },
): Promise<string> {
  if (day < dayOf(Date.now())) refuse('IN_THE_PAST', { firstDay: day });
  requireOwed(legs);
  const crew = await crewOfTrip(tx, who);
  const { stops, ...figures } = await composeTrip(tx, by.settings, { day, ...crew, legs, order });
  const row = { day, vehicleId: who.vehicleId, driverId: who.driverId, helperId: who.helperId ?? null };
  const { identifiers } = await tx.insert(Trip, { ...row, ...figures, createdBy: by.actor.personId! });
  const { id } = identifiers[0] as { id: string };
  await tx.insert(
    Stop,
    stops.map((stop) => ({ ...stop, tripId: id })),
  );
  await auditTrip(tx, by, 'plan', { id } as Trip, { ...row, legs: legs.length });
  return id;
}

/** Another crew, other legs, another order, or other words. What was driven stays as it was. Gives the trip's id. */
export async function changeTrip(tx: EntityManager, by: By, input: ChangeTripInput): Promise<string> {
  requireAllowed(by.actor, 'plan.make', {});
  const { trip } = await lockTrip(tx, input, input.legIds ?? []);
  const driven = await drivenStops(tx, trip.id);
  const wanted = new Set([...(input.legIds ?? (await legIdsOf(tx, trip.id))), ...driven.map(({ legId }) => legId)]);
  const legs = await lockLegs(tx, [...wanted]);
  const moving = new Set(driven.map(({ legId }) => legId));
  requireOwed(legs.filter(({ id }) => !moving.has(id)));
  const note = input.note === undefined ? trip.note : input.note?.trim() || null;
  if (note && note.length > LONGEST_NOTE) refuse('INVALID_INPUT', { field: 'note', available: String(LONGEST_NOTE) });
  const next = {
    ...trip,
    note,
    vehicleId: input.vehicleId ?? trip.vehicleId,
    driverId: input.driverId ?? trip.driverId,
    helperId: input.helperId === undefined || input.helperId === null ? trip.helperId : input.helperId || null,
  };
  if (driven.length > 0 && next.vehicleId !== trip.vehicleId) refuse('TRIP_STARTED');
  const rest = (input.order ?? []).filter(({ legId }) => wanted.has(legId));
  const order = [...driven, ...rest.filter((stop) => !driven.some((each) => sameStop(each, stop)))];
  requireOrder(order);
  await writeStops(tx, by, next, legs, order);
  await auditTrip(tx, by, 'change', trip, {
    vehicleId: next.vehicleId,
    driverId: next.driverId,
    helperId: next.helperId,
    legs: legs.length,
  });
  return trip.id;
}

/** Each stop once, and picked up before it is delivered. */
function requireOrder(order: readonly StopRef[]): void {
  const placed = new Set<string>();
  for (const { legId, kind } of order) {
    const early = kind === 'DELIVER' && !placed.has(`PICK_UP ${legId}`);
    if (early || placed.has(`${kind} ${legId}`)) refuse('TRIP_ORDER');
    placed.add(`${kind} ${legId}`);
  }
}

const sameStop = (a: StopRef, b: StopRef) => a.legId === b.legId && a.kind === b.kind;

/** Takes a leg from one trip to another, both as they were seen. Gives the id of the trip that it is in now. */
export async function moveLeg(
  tx: EntityManager,
  by: By,
  { legId, from, to }: { legId: string; from: { id: string; version: number }; to: { id: string; version: number } },
): Promise<string> {
  requireAllowed(by.actor, 'plan.make', {});
  // Legs of both first, then the trips in id order: as every verb does.
  await lockLegs(tx, [legId, ...(await legIdsOf(tx, from.id)), ...(await legIdsOf(tx, to.id))]);
  const locked = new Map<string, Awaited<ReturnType<typeof lockTrip>>>();
  for (const seen of [from, to].toSorted((a, b) => (a.id < b.id ? -1 : 1))) locked.set(seen.id, await lockTrip(tx, seen));
  const [source, target] = [locked.get(from.id)!, locked.get(to.id)!];
  const leg = source.legs.find(({ id }) => id === legId);
  if (!leg || from.id === to.id) refuse('STATE_CHANGED');
  requireOwed([leg]);
  const driven = await drivenStops(tx, from.id);
  if (driven.some((stop) => stop.legId === legId)) refuse('TRIP_STARTED', { unitId: leg.unitId });
  const kept = source.legs.filter(({ id }) => id !== legId);
  await writeStops(tx, by, source.trip, kept, await orderOf(tx, from.id, legId));
  await writeStops(tx, by, target.trip, [...target.legs, leg], await drivenStops(tx, to.id));
  await auditTrip(tx, by, 'moveLeg', target.trip, { legId, from: from.id });
  return to.id;
}

async function orderOf(tx: EntityManager, tripId: string, without: string) {
  const stops = await tx.find(Stop, { where: { tripId }, order: { position: 'ASC' } });
  return stops.filter(({ legId }) => legId !== without).map(({ legId, kind }) => ({ legId, kind }));
}

/**
 * PUBLISHED: the driver is told, and it stays as it is. DRAFT: it can be planned anew. CANCELLED: its legs are open again.
 * DONE: whatever was to be done is. Gives the trip's id.
 */
export async function turnTrip(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
  to: 'PUBLISHED' | 'DRAFT' | 'CANCELLED' | 'DONE',
): Promise<string> {
  requireAllowed(by.actor, 'plan.make', {});
  const { trip, legs } = await lockTrip(tx, { id, version });
  const driven = await drivenStops(tx, id);
  if (to === trip.state) return id;
  if (to === 'PUBLISHED')
    await requireDecided(
      tx,
      legs.map(({ reservationId }) => reservationId),
    );
  if (to === 'PUBLISHED' && legs.length === 0) refuse('INVALID_INPUT', { field: 'legIds' });
  if ((to === 'DRAFT' || to === 'CANCELLED') && driven.length > 0) refuse('TRIP_STARTED');
  if (to === 'DONE' && (trip.state !== 'PUBLISHED' || driven.length < legs.length * 2)) refuse('STATE_CHANGED');
  if (to === 'CANCELLED') await tx.delete(Stop, { tripId: id });
  await tx.update(
    Trip,
    { id },
    { state: to, version: () => 'version + 1', ...(to === 'PUBLISHED' ? { publishedAt: () => 'now()' } : {}) },
  );
  // Whoever counted on it hears of it by mail, and of a trip that nobody knew of not.
  const known = trip.state === 'PUBLISHED' && to !== 'DONE';
  if (to === 'PUBLISHED' || known)
    await tx.insert(TripEvent, {
      tripId: id,
      kind: to === 'PUBLISHED' ? 'PUBLISHED' : 'WITHDRAWN',
      createdBy: by.actor.personId,
      settledAt: () => 'now()',
      settledBy: by.actor.personId,
    });
  await auditTrip(tx, by, to.toLowerCase(), trip, { state: to });
  return id;
}

/** What is not confirmed yet is on no driver's list. */
async function requireDecided(tx: EntityManager, reservationIds: readonly string[]): Promise<void> {
  const [open] = await tx.query<{ id: string }[]>(
    `SELECT id FROM reservation WHERE id = ANY($1::uuid[]) AND state <> 'CONFIRMED' LIMIT 1`,
    [[...reservationIds]],
  );
  if (open) refuse('TRIP_UNDECIDED', { reservationId: open.id });
}
