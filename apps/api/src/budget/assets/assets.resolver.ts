import { can, dayOf, isDay } from '@karavaan/domain';
import {
  Args,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { Batch, Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { LeftHow } from '../enums.js';
import { BudgetSort, listRows, when } from '../lists.js';
import { CentsField, CentsScalar } from '../money.js';
import { InvoiceLine } from '../papers/papers.entities.js';
import { runBudgetVerb } from '../results.js';
import { assetFacts, type AssetFacts, bookValueOf, durableUntilOf, repaymentOf } from './asset-facts.js';
import { retireUnit } from './retire-unit.js';
import { saveAsset } from './save-asset.js';

@ObjectType({ description: 'Which share of an invoice line paid for the unit.' })
export class AssetPart {
  invoiceLineId: string;

  @Field(() => Int)
  basisPoints: number;

  @CentsField()
  cents: bigint;
}

@ObjectType({ description: 'A unit as what it is worth.' })
export class AssetType {
  @Field(() => ID, { description: 'Of the unit.' })
  id: string;

  @CentsField({ description: 'What the budget paid for it: its shares of invoice lines.' })
  costCents: bigint;

  @CentsField({ nullable: true })
  insuredCents: bigint | null;

  @Field(() => Int)
  depreciationYears: number;

  @Field(() => DayScalar, { nullable: true })
  depreciatesFrom: string | null;

  @CentsField({ description: 'In the books on the day asked; linear.' })
  bookValueCents: bigint;

  @Field(() => DayScalar, { nullable: true, description: 'Until this day it may not be sold or leave the region.' })
  durableUntil: string | null;

  @CentsField({ description: 'What would be asked back if it left on the day asked.' })
  repaymentCents: bigint;

  @Field(() => [AssetPart])
  parts: AssetPart[];

  @Field(() => DayScalar, { nullable: true })
  leftOn: string | null;

  @Field(() => LeftHow, { nullable: true })
  leftHow: LeftHow | null;

  @Field()
  leftReason: string;

  @Field(() => Int)
  version: number;

  static of(facts: AssetFacts, day: string): AssetType {
    const { asset, parts, costCents } = facts;
    return Object.assign(new AssetType(), {
      id: asset.unitId,
      costCents,
      insuredCents: asset.insuredCents,
      depreciationYears: asset.depreciationYears,
      depreciatesFrom: asset.depreciatesFrom,
      bookValueCents: bookValueOf(facts, day),
      durableUntil: durableUntilOf(facts),
      repaymentCents: repaymentOf(facts, day),
      parts: parts.map(({ invoiceLineId, basisPoints, cents }) =>
        Object.assign(new AssetPart(), { invoiceLineId, basisPoints, cents }),
      ),
      leftOn: asset.leftOn,
      leftHow: asset.leftHow,
      leftReason: asset.leftReason,
      version: asset.version,
    });
  }
}

const assets = connectionOf(AssetType, 'Asset');
@ObjectType()
export class AssetConnection extends assets.Connection {}

@InputType()
export class AssetShareInput {
  @Field(() => ID)
  invoiceLineId: string;

  @Field(() => Int)
  basisPoints: number;
}

const AssetResult = createUnionType({
  name: 'AssetResult',
  types: () => [AssetType, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : AssetType),
});

const ASSETS = {
  entity: EquipmentUnit,
  from: 'equipment_unit t JOIN equipment_model m ON m.id = t.model_id JOIN asset s ON s.unit_id = t.id',
  sorts: {
    code: { sql: 't.code', type: 'text' },
    insured: { sql: 'COALESCE(s.insured_cents, 0)', type: 'bigint' },
    model: { sql: 'lower(m.name_nl)', type: 'text' },
  },
  order: { by: 'code', descending: false },
  search: ['t.code', 'm.name_nl', 'm.code'],
} as const;

const facts: Batch<string, AssetFacts | null> = async (ids, { manager }) => {
  const found = await assetFacts(manager, ids);
  return ids.map((id) => found.get(id) ?? null);
};
const dayAsked = (on: string | null) => (on && isDay(on) ? on : dayOf(Date.now()));

@Resolver(() => AssetType)
export class AssetsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => AssetConnection, { description: 'As of a day, else of today. Ordered by code, insured or model.' })
  async assets(
    @CurrentActor() actor: Actor,
    @Args('on', { type: () => DayScalar, nullable: true }) on: string | null,
    @Args('left', { type: () => Boolean, nullable: true, description: 'Those that left for good.' }) left: boolean | null,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('sort', { type: () => BudgetSort, nullable: true }) sort: BudgetSort | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<AssetConnection> {
    requirePermission(actor, 'budget.read');
    const { manager } = this.dataSource;
    const page = await listRows(manager, ASSETS, { first, after, text, sort }, [when('(s.left_on IS NOT NULL) = ?', left)]);
    const found = await assetFacts(
      manager,
      page.edges.map(({ node }) => node.id),
    );
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: AssetType.of(found.get(node.id)!, dayAsked(on)) })),
    };
  }

  @ResolveField(() => EquipmentUnit)
  unit(@Parent() { id }: AssetType, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(id);
  }

  @Mutation(() => AssetResult, {
    description: 'What paid for a unit and what it is worth. `version` 0 for what was no asset yet.',
  })
  saveAsset(
    @CurrentActor() actor: Actor,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('insuredCents', { type: () => CentsScalar, nullable: true }) insuredCents: bigint | null,
    @Args('depreciationYears', { type: () => Int }) depreciationYears: number,
    @Args('depreciatesFrom', { type: () => DayScalar, nullable: true }) depreciatesFrom: string | null,
    @Args('shares', { type: () => [AssetShareInput] }) shares: AssetShareInput[],
  ) {
    return runBudgetVerb(this.dataSource, async (tx) => {
      await saveAsset(tx, actor, { unitId, version, insuredCents, depreciationYears, depreciatesFrom, shares });
      return AssetType.of((await assetFacts(tx, [unitId])).get(unitId)!, dayOf(Date.now()));
    });
  }

  @Mutation(() => AssetResult, { description: 'A unit leaves for good; refused as long as an agreement wants it to stay.' })
  retireUnit(
    @CurrentActor() actor: Actor,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('how', { type: () => LeftHow }) how: LeftHow,
    @Args('reason') reason: string,
  ) {
    return runBudgetVerb(this.dataSource, async (tx) => {
      await retireUnit(tx, actor, { unitId, how, reason });
      return AssetType.of((await assetFacts(tx, [unitId])).get(unitId)!, dayOf(Date.now()));
    });
  }
}

@Resolver(() => AssetPart)
export class AssetPartResolver {
  @ResolveField(() => InvoiceLine)
  invoiceLine(@Parent() { invoiceLineId }: AssetPart, @RequestLoaders() loaders: Loaders): Promise<InvoiceLine | null> {
    return loaders.byId(InvoiceLine).load(invoiceLineId);
  }
}

@Resolver(() => EquipmentUnit)
export class UnitAssetResolver {
  @ResolveField(() => AssetType, { nullable: true, description: 'For who may read the budget.' })
  async asset(
    @CurrentActor() actor: Actor,
    @Parent() { id }: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<AssetType | null> {
    if (!can(actor, 'budget.read')) return null;
    const found = await loaders.of(facts).load(id);
    return found && AssetType.of(found, dayOf(Date.now()));
  }
}
