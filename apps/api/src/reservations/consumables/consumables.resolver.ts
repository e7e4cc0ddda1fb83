import { can } from '@karavaan/domain';
import { Args, Float, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { Consumable, ConsumableStock } from '../../equipment/care/consumable.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { Done } from '../../platform/graphql/refusal.js';
import { Settings } from '../../platform/settings.js';
import { staysOf } from '../loads.js';
import { Reservation } from '../reservation.entity.js';
import { DoneResult } from '../reservation.types.js';
import { runVerb } from '../run-verb.js';
import { ConsumableUse } from './consumable-use.entity.js';
import { ConsumableInput, ConsumableResult, ConsumableStockType, ConsumableType, LoanConsumable } from './consumables.types.js';
import { countStock } from './count-stock.js';
import { addConsumable, changeConsumable } from './save-consumable.js';

const consumablesOf: Batch<string, Consumable[]> = async (ids, { manager }) => {
  const rows = await manager.find(Consumable, {
    where: { modelId: In([...ids]), active: true },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return grouped(ids, rows, (row) => row.modelId);
};
const usesOf: Batch<string, ConsumableUse[]> = async (ids, { manager }) => {
  const rows = await manager.find(ConsumableUse, { where: { reservationId: In([...ids]) } });
  return grouped(ids, rows, (row) => row.reservationId);
};

@Resolver()
export class ConsumablesResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [ConsumableStockType], { description: 'What there is, the low first.' })
  async consumableStocks(@CurrentActor() actor: Actor): Promise<ConsumableStockType[]> {
    requirePermission(actor, 'unit.maintain');
    const rows = await this.dataSource.manager.find(ConsumableStock, {
      where: { consumable: { active: true } },
      relations: { consumable: true, unit: true, site: true },
      take: 1_000,
    });
    return rows
      .map((row) => ({
        id: row.id,
        consumable: ConsumableType.of(row.consumable!),
        unit: row.unit ?? null,
        site: row.site ?? null,
        quantity: row.quantity,
        low: row.quantity < row.consumable!.lowBelow,
      }))
      .sort((a, b) => Number(b.low) - Number(a.low) || (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  @Mutation(() => ConsumableResult)
  addConsumable(
    @CurrentActor() actor: Actor,
    @Args('idempotencyKey') idempotencyKey: string,
    @Args('modelId', { type: () => ID }) modelId: string,
    @Args('input') input: ConsumableInput,
  ) {
    const by = { actor, settings: this.settings };
    return runVerb(this.dataSource, this.settings, async (tx) => {
      const id = await addConsumable(tx, by, { ...input, idempotencyKey, modelId });
      return ConsumableType.of((await tx.findOneBy(Consumable, { id }))!);
    });
  }

  @Mutation(() => ConsumableResult, { description: 'With `active` false it is no longer asked; what was used stays known.' })
  changeConsumable(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('active') active: boolean,
    @Args('input') input: ConsumableInput,
  ) {
    const by = { actor, settings: this.settings };
    return runVerb(this.dataSource, this.settings, async (tx) =>
      ConsumableType.of(await changeConsumable(tx, by, { ...input, id, active })),
    );
  }

  @Mutation(() => DoneResult, {
    description: 'How much there is, as it was counted: with a unit, or in the warehouse of a site.',
  })
  countStock(
    @CurrentActor() actor: Actor,
    @Args('consumableId', { type: () => ID }) consumableId: string,
    @Args('quantity', { type: () => Float }) quantity: number,
    @Args('unitId', { type: () => ID, nullable: true }) unitId: string | null,
    @Args('siteId', { type: () => ID, nullable: true }) siteId: string | null,
  ) {
    const by = { actor, settings: this.settings };
    return runVerb(this.dataSource, this.settings, async (tx) => {
      await countStock(tx, by, { consumableId, unitId, siteId, quantity });
      return Object.assign(new Done(), { ok: true });
    });
  }
}

const placeOf = (stock: ConsumableStockType) => stock.unit?.code ?? stock.site?.code ?? '';

@Resolver(() => ModelType)
export class ModelConsumablesResolver {
  @ResolveField(() => [ConsumableType], { name: 'consumableItems', description: 'What each loan uses up.' })
  async items(@Parent() model: ModelType, @RequestLoaders() loaders: Loaders): Promise<ConsumableType[]> {
    return (await loaders.of(consumablesOf).load(model.id)).map((row) => ConsumableType.of(row));
  }
}

@Resolver(() => LoanConsumable)
export class LoanConsumableResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() { unitId }: LoanConsumable, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(unitId);
  }
}

@Resolver(() => Reservation)
export class ReservationConsumablesResolver {
  @ResolveField(() => [LoanConsumable], { description: 'What it probably uses up, or was noted to have used.' })
  async consumables(
    @CurrentActor() actor: Actor,
    @Parent() reservation: Reservation,
    @RequestLoaders() loaders: Loaders,
  ): Promise<LoanConsumable[]> {
    if (!can(actor, 'reservation.read')) return [];
    const uses = await loaders.of(usesOf).load(reservation.id);
    const stays = await loaders.of(staysOf).load(reservation.id);
    const perUnit = await Promise.all(
      stays.map(async ({ unitId }) => {
        const unit = (await loaders.byId(EquipmentUnit).load(unitId))!;
        return (await loaders.of(consumablesOf).load(unit.modelId)).map((row) =>
          Object.assign(new LoanConsumable(), {
            consumable: ConsumableType.of(row),
            unitId,
            expected: row.per === 'LOAN' ? row.quantity : row.quantity * (reservation.participants ?? reservation.groupSize ?? 0),
            used: uses.find((use) => use.unitId === unitId && use.consumableId === row.id)?.quantity ?? null,
          }),
        );
      }),
    );
    return perUnit.flat();
  }
}
