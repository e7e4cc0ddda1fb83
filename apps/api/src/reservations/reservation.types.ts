import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { FieldChange } from '../platform/graphql/field-change.js';
import { Node } from '../platform/graphql/node.js';
import { Done, Refusal } from '../platform/graphql/refusal.js';
import { DayScalar } from '../platform/graphql/scalars.js';
import { Reservation } from './reservation.entity.js';

@ObjectType()
export class HistoryEntry {
  @Field()
  at: Date;

  @Field(() => String, { nullable: true })
  actorName: string | null;

  @Field()
  action: string;

  @Field(() => [FieldChange])
  changes: FieldChange[];
}

@ObjectType({ implements: () => Node })
export class Block extends Node {
  readonly __typename = 'Block';
  unitId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field()
  reason: string;
}

const orRefusalOf =
  <T extends object>(type: new () => T) =>
  (value: object) =>
    value instanceof Refusal ? Refusal : type;

export const ReservationResult = createUnionType({
  name: 'ReservationResult',
  types: () => [Reservation, Refusal] as const,
  resolveType: orRefusalOf(Reservation),
});

export const BlockResult = createUnionType({
  name: 'BlockResult',
  types: () => [Block, Refusal] as const,
  resolveType: orRefusalOf(Block),
});

export const DoneResult = createUnionType({
  name: 'DoneResult',
  types: () => [Done, Refusal] as const,
  resolveType: orRefusalOf(Done),
});
