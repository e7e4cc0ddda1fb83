import { RECORD_KINDS, SHAPES, type RecordKind as Kind, type Wrong } from '@karavaan/domain';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import type { KeptRecord } from './read-records.js';

export const RecordKind = enumOf(...RECORD_KINDS);
registerEnumType(RecordKind, { name: 'RecordKind', description: 'What an administrator keeps.' });

export const RecordState = enumOf('ACTIVE', 'ENDED');
export type RecordState = keyof typeof RecordState;
registerEnumType(RecordState, { name: 'RecordState' });

@ObjectType({ description: 'A field in its canonical text: days as YYYY-MM-DD, a dot in numbers, codes; null is nothing.' })
export class RecordValue {
  @Field()
  field: string;

  @Field(() => String, { nullable: true })
  value: string | null;
}

@InputType()
export class RecordValueInput {
  @Field()
  field: string;

  @Field(() => String, { nullable: true })
  value?: string | null;
}

@ObjectType({ description: 'A site, model, unit, organisation, person or holiday as its form shows it.' })
export class ManagedRecord {
  @Field(() => ID)
  id: string;

  @Field(() => RecordKind)
  kind: Kind;

  @Field(() => Int)
  version: number;

  @Field()
  active: boolean;

  @Field()
  title: string;

  @Field(() => [RecordValue])
  values: RecordValue[];

  static of(kind: Kind, { id, version, active, texts }: KeptRecord): ManagedRecord {
    return Object.assign(new ManagedRecord(), {
      id,
      kind,
      version,
      active,
      title: SHAPES[kind].title.map((key) => texts[key]).join(', '),
      values: Object.entries(texts).map(([field, value]) => ({ field, value })),
    });
  }
}

@ObjectType()
export class ManagedRecordConnection extends connectionOf(ManagedRecord, 'ManagedRecord').Connection {}

@InputType()
export class SaveRecordInput {
  @Field(() => RecordKind)
  kind: Kind;

  @Field(() => ID, { nullable: true, description: 'Nothing for a new one.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'That of the record which the form was filled with.' })
  version?: number | null;

  @Field(() => [RecordValueInput])
  values: RecordValueInput[];

  @Field()
  idempotencyKey: string;
}

@ObjectType({ description: 'What is wrong with one field.' })
export class WrongField {
  @Field()
  field: string;

  @Field({ description: 'A code, such as MISSING or TAKEN.' })
  problem: string;

  @Field(() => String, { nullable: true })
  detail: string | null;

  static of({ field, problem, detail }: Wrong): WrongField {
    return { field, problem, detail: detail ?? null };
  }
}

@ObjectType({ description: 'Nothing was written: these fields do not fit.' })
export class WrongRecord {
  @Field(() => [WrongField])
  wrong: WrongField[];
}

export const SaveRecordResult = createUnionType({
  name: 'SaveRecordResult',
  types: () => [ManagedRecord, WrongRecord, Refusal] as const,
  resolveType: (value: ManagedRecord | WrongRecord | Refusal) =>
    value instanceof Refusal ? Refusal : value instanceof ManagedRecord ? ManagedRecord : WrongRecord,
});
