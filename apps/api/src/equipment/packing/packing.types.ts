import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../../platform/graphql/localized-text.js';
import { Refusal } from '../../platform/graphql/refusal.js';

@ObjectType({ description: 'So many of one part, in one box.' })
export class PackedPart {
  @Field(() => Int)
  position: number;

  @Field()
  name: LocalizedText;

  @Field(() => Int)
  quantity: number;
}

@ObjectType({ description: 'One of the boxes in which a unit travels.' })
export class PackedBox {
  @Field(() => Int)
  box: number;

  @Field(() => [PackedPart])
  parts: PackedPart[];
}

@ObjectType({ description: 'What is in the boxes of one unit.' })
export class UnitPackingList {
  @Field(() => ID)
  unitId: string;

  @Field(() => Int, { description: '0 while the list of its model holds.' })
  version: number;

  @Field(() => [PackedBox])
  boxes: PackedBox[];
}

@InputType()
export class LocalizedTextInput {
  @Field()
  nl: string;

  @Field(() => String, { nullable: true, description: 'The Dutch words when absent.' })
  fr?: string | null;

  @Field(() => String, { nullable: true, description: 'The Dutch words when absent.' })
  en?: string | null;
}

@InputType()
export class PackedPartInput {
  @Field(() => Int)
  box: number;

  @Field(() => LocalizedTextInput)
  name: LocalizedTextInput;

  @Field(() => Int)
  quantity: number;
}

@InputType()
export class PackingListInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => Int, { description: 'The version that was edited.' })
  version: number;

  @Field(() => [PackedPartInput], { description: 'In their order. None: the list of its model holds again.' })
  parts: PackedPartInput[];
}

export const PackingListResult = createUnionType({
  name: 'PackingListResult',
  types: () => [UnitPackingList, Refusal] as const,
  resolveType: (value: UnitPackingList | Refusal) => (value instanceof Refusal ? Refusal : UnitPackingList),
});
