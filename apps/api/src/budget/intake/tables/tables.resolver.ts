import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { CurrentActor } from '../../../auth/context.js';
import { requirePermission } from '../../../auth/require-permission.js';
import { pageOf } from '../../../platform/graphql/connection.js';
import type { Refusal } from '../../../platform/graphql/refusal.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { runBudgetVerb } from '../../results.js';
import { BudgetRowDoes } from '../intake.enums.js';
import { BudgetImport } from './budget-import.entity.js';
import { confirmTable } from './confirm-table.js';
import { BudgetImportResult, BudgetImportType, BudgetRow } from './tables.types.js';

@Resolver(() => BudgetImportType)
export class TablesResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => BudgetImportType, { nullable: true })
  async budgetImport(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<BudgetImportType | null> {
    requirePermission(actor, 'budget.write');
    const run = isUuid(id) ? await this.dataSource.manager.findOneBy(BudgetImport, { id }) : null;
    return run && BudgetImportType.of(run);
  }

  @Mutation(() => BudgetImportResult, { description: 'Writes all rows of a preview, or none.' })
  confirmBudgetImport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BudgetImportType | Refusal> {
    return runBudgetVerb(this.dataSource, async (tx) => BudgetImportType.of(await confirmTable(tx, actor, id)));
  }

  @ResolveField(() => [BudgetRow])
  rows(
    @Parent() { run }: BudgetImportType,
    @Args('does', { type: () => BudgetRowDoes, nullable: true }) does: keyof typeof BudgetRowDoes | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
  ): BudgetRow[] {
    const from = Math.max(0, skip);
    return run.rows
      .filter((row) => !does || row.does === does)
      .slice(from, from + pageOf(first))
      .map(({ line, does: each, title, cents, before, wrong }) => ({
        line,
        does: each,
        title,
        cents: cents === null ? null : BigInt(cents),
        before: before === null ? null : BigInt(before),
        wrong: wrong.map((problem) => ({ ...problem })),
      }));
  }
}
