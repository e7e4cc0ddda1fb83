import { isDay } from '@karavaan/domain';
import { GraphQLError } from 'graphql';
import { Between, In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requirePermission } from '../../auth/require-permission.js';
import { isUuid } from '../../platform/is-uuid.js';
import { mayReadTrip } from './drive-trip.js';
import { Trip, TripEvent } from './trip.entity.js';

const MOST_TRIPS = 500;

/** Trips of these days, both included, in the order in which they leave; those of a driver are the own ones. */
export async function listTrips(
  manager: EntityManager,
  actor: Actor,
  { from, to, mine }: { from: string; to: string; mine: boolean },
): Promise<Trip[]> {
  requirePermission(actor, mine ? 'trip.drive' : 'plan.make');
  if (!isDay(from) || !isDay(to) || to < from)
    throw new GraphQLError('to must not lie before from.', { extensions: { code: 'BAD_USER_INPUT', field: 'to' } });
  const when: FindOptionsWhere<Trip> = { day: Between(from, to) };
  const own = { state: In(['PUBLISHED', 'DONE']) };
  const where = mine
    ? [
        { ...when, ...own, driverId: actor.personId! },
        { ...when, ...own, helperId: actor.personId! },
      ]
    : { ...when, state: In(['DRAFT', 'PUBLISHED', 'DONE']) };
  return manager.find(Trip, { where, order: { day: 'ASC', departsAt: 'ASC', id: 'ASC' }, take: MOST_TRIPS });
}

/** A trip that the actor may read; null where there is none. */
export async function findTrip(manager: EntityManager, actor: Actor, id: string): Promise<Trip | null> {
  requirePermission(actor, 'trip.drive');
  const trip = isUuid(id) ? await manager.findOneBy(Trip, { id }) : null;
  return trip && mayReadTrip(actor, trip) ? trip : null;
}

/** What happened and waits for a planner, the oldest first. */
export function openEvents(manager: EntityManager, actor: Actor): Promise<TripEvent[]> {
  requirePermission(actor, 'plan.make');
  return manager
    .createQueryBuilder(TripEvent, 'e')
    .where('e.settled_at IS NULL')
    .orderBy('e.created_at')
    .addOrderBy('e.id')
    .limit(100)
    .getMany();
}
