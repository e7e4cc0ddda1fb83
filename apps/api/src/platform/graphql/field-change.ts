import { Field, ObjectType } from '@nestjs/graphql';
import type { Change } from '../audit-entry.entity.js';

@ObjectType({ description: 'A changed field; a personal value shows only that it changed.' })
export class FieldChange {
  @Field()
  field: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

export function toFieldChanges(changes: Record<string, Change>): FieldChange[] {
  return Object.entries(changes).map(([field, change]) => ({
    field,
    before: change.before ?? null,
    after: change.after ?? null,
  }));
}
