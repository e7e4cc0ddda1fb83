import { Field, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Setting } from '../../platform/setting.entity.js';
import { Settings } from '../../platform/settings.js';
import { TRAVEL_REFRESH, type TravelRefresh } from './refresh-travel.js';

const TravelSource = enumOf('ROADS', 'ESTIMATE');
registerEnumType(TravelSource, { name: 'TravelSource' });

@ObjectType({ description: 'Where the travel between sites comes from.' })
export class TravelState {
  @Field(() => TravelSource, { description: 'What is asked: a routing server, or the estimate.' })
  source: keyof typeof TravelSource;

  @Field(() => Int, { description: 'Ways between sites, each direction for itself.' })
  ways: number;

  @Field(() => Int)
  estimated: number;

  @Field(() => Date, { nullable: true, description: 'When the oldest figure was computed.' })
  oldest: Date | null;

  @Field(() => Date, { nullable: true, description: 'When travel was last gone through.' })
  refreshedAt: Date | null;

  @Field({ description: 'The routing server did not answer then: what it did not say is as it was, or estimated.' })
  failed: boolean;
}

@Resolver()
export class TravelStateResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => TravelState)
  async travelState(@CurrentActor() actor: Actor): Promise<TravelState> {
    requirePermission(actor, 'setting.change');
    const { manager } = this.dataSource;
    const [counts] = await manager.query<[Pick<TravelState, 'ways' | 'estimated' | 'oldest'>]>(
      `SELECT count(*)::int AS ways, count(*) FILTER (WHERE source = 'estimate')::int AS estimated, min(computed_at) AS oldest
         FROM site_travel`,
    );
    const refresh = (await manager.findOneBy(Setting, { key: TRAVEL_REFRESH }))?.value as TravelRefresh | undefined;
    return {
      ...counts,
      source: this.settings.osrmUrl ? 'ROADS' : 'ESTIMATE',
      refreshedAt: refresh ? new Date(refresh.endedAt) : null,
      failed: Boolean(refresh?.failure),
    };
  }
}
