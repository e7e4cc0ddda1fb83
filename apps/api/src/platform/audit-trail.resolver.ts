import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/context.js';
import { requirePermission } from '../auth/require-permission.js';
import { readAuditTrail } from './read-audit-trail.js';
import { connectionOf, decodeCursor, pageOf, toConnection, type Connection } from './graphql/connection.js';
import { FieldChange } from './graphql/field-change.js';

@ObjectType('AuditEntry', { description: 'One write: who, what, when.' })
export class AuditEntryType {
  @Field(() => ID)
  id: string;

  @Field()
  at: Date;

  @Field(() => String, { nullable: true })
  actorName: string | null;

  @Field(() => String, { nullable: true })
  actorRole: string | null;

  @Field()
  action: string;

  @Field()
  entity: string;

  @Field()
  entityId: string;

  @Field(() => [FieldChange])
  changes: FieldChange[];

  @Field(() => String, { nullable: true })
  requestId: string | null;
}

@ObjectType()
class AuditConnection extends connectionOf(AuditEntryType, 'Audit').Connection {}

const Text = { type: () => String, nullable: true } as const;

@Resolver()
export class AuditTrailResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => AuditConnection, { description: 'Every write, newest first; for administrators.' })
  async auditTrail(
    @CurrentActor() actor: Actor,
    @Args('entity', Text) entity: string | undefined,
    @Args('entityId', Text) entityId: string | undefined,
    @Args('text', Text) text: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', Text) after: string | undefined,
  ): Promise<Connection<AuditEntryType>> {
    requirePermission(actor, 'audit.read');
    const page = pageOf(first);
    const [before] = decodeCursor(after, 1) ?? [];
    const filter = { entity: entity ?? null, entityId: entityId ?? null, text: text ?? null, before: before ?? null };
    const { rows, total } = await readAuditTrail(this.dataSource.manager, filter, page + 1);
    return toConnection(rows, page, total, (row) => [row.id]);
  }
}
