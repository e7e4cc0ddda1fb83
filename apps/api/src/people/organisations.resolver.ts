import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { DataSource, ILike } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/context.js';
import { requirePermission } from '../auth/require-permission.js';
import { pageOf } from '../platform/graphql/connection.js';
import { Organisation } from './organisation.entity.js';

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [Organisation], { description: 'Active organisations by name, for who plans for them.' })
  organisations(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, nullable: true }) text: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<Organisation[]> {
    requirePermission(actor, 'organisation.read');
    const like = text?.trim() ? { name: ILike(`%${text.trim().replace(/[%_\\]/g, '\\$&')}%`) } : {};
    return this.dataSource.manager.find(Organisation, {
      where: { active: true, ...like },
      order: { name: 'ASC', id: 'ASC' },
      take: pageOf(first, 200),
    });
  }
}
