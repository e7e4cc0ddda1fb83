import { Args, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { AuditEntryType } from '../../platform/audit-trail.resolver.js';
import { connectionOf, decodeCursor, pageOf, toConnection, type Connection } from '../../platform/graphql/connection.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { readAuditTrail } from '../../platform/read-audit-trail.js';

/** What writes of the budget are about, as their verbs name it. */
export const BUDGET_ENTITIES = [
  'funding_agreement',
  'budget_version',
  'budget_line',
  'supplier',
  'commitment',
  'invoice',
  'payment',
  'claim',
  'claim_item',
  'transfer',
  'stand_in',
  'closed_month',
  'asset',
  'tariff',
  'cost_proposal',
  'incoming_invoice',
  'bank_statement',
  'bank_movement',
  'budget_import',
];

@ObjectType()
class BudgetTrailConnection extends connectionOf(AuditEntryType, 'BudgetTrail').Connection {}

const Text = { type: () => String, nullable: true } as const;

@Resolver()
export class BudgetTrailResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => BudgetTrailConnection, { description: 'Every write to the budget, the newest first; for who reads the budget.' })
  async budgetTrail(
    @CurrentActor() actor: Actor,
    @Args('entity', Text) entity: string | null,
    @Args('entityId', { type: () => ID, nullable: true }) entityId: string | null,
    @Args('text', Text) text: string | null,
    @Args('from', { type: () => DayScalar, nullable: true }) from: string | null,
    @Args('to', { type: () => DayScalar, nullable: true }) to: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', Text) after: string | null,
  ): Promise<Connection<AuditEntryType>> {
    requirePermission(actor, 'budget.read');
    const page = pageOf(first);
    const [before] = decodeCursor(after ?? undefined, 1) ?? [];
    const among = entity ? BUDGET_ENTITIES.filter((name) => name === entity) : BUDGET_ENTITIES;
    const { rows, total } = await readAuditTrail(
      this.dataSource.manager,
      { entity: null, entityId, text, before: before ?? null, among, from, to },
      page + 1,
    );
    return toConnection(rows, page, total, (row) => [row.id]);
  }
}
