import { createUnionType, Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Consumable } from '../../equipment/care/consumable.entity.js';
import { UsedPer } from '../../equipment/care/enums.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { localized, LocalizedText } from '../../platform/graphql/localized-text.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { Site } from '../../sites/site.entity.js';

@ObjectType('Consumable', { description: 'What each loan of a model uses up.' })
export class ConsumableType {
  @Field(() => ID)
  id: string;

  @Field()
  name: LocalizedText;

  @Field({ description: 'As it is counted: stuks, kg, rol.' })
  measure: string;

  @Field(() => UsedPer)
  per: UsedPer;

  @Field(() => Float)
  quantity: number;

  @Field(() => Float, { description: 'A stock under this is low.' })
  lowBelow: number;

  static of(row: Consumable): ConsumableType {
    const { id, measure, per, quantity, lowBelow } = row;
    return Object.assign(new ConsumableType(), { id, measure, per, quantity, lowBelow, name: localized(row, 'name') });
  }
}

@ObjectType()
export class ConsumableStockType {
  @Field(() => ID)
  id: string;

  @Field()
  consumable: ConsumableType;

  @Field(() => EquipmentUnit, { nullable: true, description: 'It lies with this unit; else in the warehouse of `site`.' })
  unit: EquipmentUnit | null;

  @Field(() => Site, { nullable: true })
  site: Site | null;

  @Field(() => Float)
  quantity: number;

  @Field()
  low: boolean;
}

@ObjectType({ description: 'What a loan probably used, and what was noted.' })
export class LoanConsumable {
  @Field()
  consumable: ConsumableType;

  unitId: string;

  @Field(() => Float, { description: 'By the size of the group.' })
  expected: number;

  @Field(() => Float, { nullable: true })
  used: number | null;
}

@InputType()
export class ConsumableInput {
  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  nameFr?: string | null;

  @Field(() => String, { nullable: true })
  nameEn?: string | null;

  @Field()
  measure: string;

  @Field(() => UsedPer)
  per: UsedPer;

  @Field(() => Float)
  quantity: number;

  @Field(() => Float)
  lowBelow: number;
}

@InputType()
export class ConsumableUseInput {
  @Field(() => ID)
  consumableId: string;

  @Field(() => ID)
  unitId: string;

  @Field(() => Float)
  quantity: number;
}

export const ConsumableResult = createUnionType({
  name: 'ConsumableResult',
  types: () => [ConsumableType, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : ConsumableType),
});
