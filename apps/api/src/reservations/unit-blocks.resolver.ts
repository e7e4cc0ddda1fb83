import { can, dayOf } from '@karavaan/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { type Batch, grouped, type Loaders } from '../platform/graphql/loaders.js';
import { Site } from '../sites/site.entity.js';
import { Block } from './reservation.types.js';

/** Coming blocks of each unit, the first one first; one query. */
export const blocksOf: Batch<string, Block[]> = async (ids, { manager }) => {
  const rows = await manager.query<{ id: string; unitId: string; from: Date; until: Date; reason: string }[]>(
    `SELECT id, unit_id AS "unitId", lower(during) AS "from", upper(during) AS until, reason
       FROM occupancy
      WHERE unit_id = ANY($1::uuid[]) AND active AND kind IN ('MAINTENANCE', 'BLOCK') AND reason IS NOT NULL AND upper(during) > now()
      ORDER BY lower(during)`,
    [[...ids]],
  );
  const blocks = rows.map(({ id, unitId, from, until, reason }) =>
    Object.assign(new Block(), { id, unitId, firstDay: dayOf(from.getTime()), lastDay: dayOf(until.getTime() - 1), reason }),
  );
  return grouped(ids, blocks, (block) => block.unitId);
};

/** Own use of a fixed unit is for its host, maintenance for a planner. */
export async function mayBlock(actor: Actor, unit: EquipmentUnit, loaders: Loaders): Promise<boolean> {
  if (!can(actor, 'unit.block')) return false;
  const home = await loaders.byId(Site).load(unit.homeSiteId);
  const hostOrganisationId = unit.mobility === 'FIXED' ? home!.organisationId : null;
  return can(actor, 'unit.block', { organisationId: unit.ownerOrganisationId, hostOrganisationId });
}

@Resolver(() => EquipmentUnit)
export class UnitBlocksResolver {
  @ResolveField(() => Boolean, { description: 'Whether this viewer may block it.' })
  mayBlock(@CurrentActor() actor: Actor, @Parent() unit: EquipmentUnit, @RequestLoaders() loaders: Loaders): Promise<boolean> {
    return mayBlock(actor, unit, loaders);
  }

  @ResolveField(() => [Block], { description: 'Coming ones, for who may block it; for others none.' })
  async blocks(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Block[]> {
    return (await mayBlock(actor, unit, loaders)) ? loaders.of(blocksOf).load(unit.id) : [];
  }
}
