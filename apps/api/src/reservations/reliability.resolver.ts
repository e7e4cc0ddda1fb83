import { addDays, can, dayOf, RELIABILITY_DAYS } from '@karavaan/domain';
import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import type { Batch, Loaders } from '../platform/graphql/loaders.js';
import { Reservation } from './reservation.entity.js';

/** What an organisation did with the time that it booked, in a year. For who plans; no rule reads it. */
@ObjectType()
export class Reliability {
  @Field(() => Int)
  reservations: number;

  @Field(() => Int)
  cancelledLate: number;

  @Field(() => Int)
  noShows: number;
}

const reliabilityOf: Batch<string, Reliability> = async (organisationIds, { manager }) => {
  const rows = await manager.query<(Reliability & { id: string })[]>(
    `SELECT organisation_id AS id, count(*)::int AS reservations,
            count(*) FILTER (WHERE cancelled_late)::int AS "cancelledLate", count(*) FILTER (WHERE no_show)::int AS "noShows"
       FROM reservation
      WHERE organisation_id = ANY($1::uuid[]) AND first_day >= $2::date AND state IN ('CONFIRMED', 'ENDED', 'CANCELLED')
      GROUP BY organisation_id`,
    [organisationIds, addDays(dayOf(Date.now()), -RELIABILITY_DAYS)],
  );
  const none = { reservations: 0, cancelledLate: 0, noShows: 0 };
  return organisationIds.map((id) => rows.find((row) => row.id === id) ?? none);
};

@Resolver(() => Reservation)
export class ReliabilityResolver {
  @ResolveField(() => Boolean, { description: 'By who booked it, inside the notice that a reservation asks.' })
  cancelledLate(@Parent() { cancelledLate }: Reservation): boolean {
    return cancelledLate;
  }

  @ResolveField(() => Boolean, { description: 'Nobody came for it.' })
  noShow(@Parent() { noShow }: Reservation): boolean {
    return noShow;
  }

  @ResolveField(() => Reliability, { nullable: true, description: 'Of the organisation, in the last year; for who plans.' })
  async reliability(
    @CurrentActor() actor: Actor,
    @Parent() { organisationId }: Reservation,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Reliability | null> {
    return can(actor, 'reservation.adjust', { organisationId }) ? loaders.of(reliabilityOf).load(organisationId) : null;
  }
}
