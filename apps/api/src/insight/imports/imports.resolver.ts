import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import { pageOf } from '../../platform/graphql/connection.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { isUuid } from '../../platform/is-uuid.js';
import { orRefusal } from '../../platform/refuse.js';
import { WrongField } from '../records/record.types.js';
import { confirmImport } from './confirm-import.js';
import { ImportRun } from './import-run.entity.js';
import { ImportResult, ImportRows, ImportRunType, RowDoes } from './import.types.js';
import { mapImport } from './preview-import.js';

@Resolver(() => ImportRunType)
export class ImportsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => ImportRunType, { nullable: true })
  async importRun(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ImportRunType | null> {
    requirePermission(actor, 'data.manage');
    const run = isUuid(id) ? await this.dataSource.manager.findOneBy(ImportRun, { id }) : null;
    return run && ImportRunType.of(run);
  }

  @Mutation(() => ImportResult, { description: 'Says which field each column holds; the preview is made anew.' })
  mapImport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('mapping', { type: () => [String], description: 'A field for each column; an empty one is not read.' })
    mapping: string[],
  ): Promise<ImportRunType | Refusal> {
    return orRefusal(() =>
      inTransaction(this.dataSource, async (tx) => ImportRunType.of(await mapImport(tx, actor, id, mapping))),
    );
  }

  @Mutation(() => ImportResult, { description: 'Writes all rows of a preview, or none.' })
  confirmImport(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ImportRunType | Refusal> {
    return orRefusal(() => inTransaction(this.dataSource, async (tx) => ImportRunType.of(await confirmImport(tx, actor, id))));
  }

  @ResolveField(() => ImportRows)
  rows(
    @Parent() { run }: ImportRunType,
    @Args('does', { type: () => RowDoes, nullable: true }) does: RowDoes | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
  ): ImportRows {
    const numbered = run.outcomes.map((outcome, at) => ({ outcome, at })).filter(({ outcome }) => !does || outcome.does === does);
    return {
      total: numbered.length,
      rows: numbered.slice(Math.max(0, skip), Math.max(0, skip) + pageOf(first)).map(({ outcome, at }) => ({
        line: run.firstLine + at,
        does: outcome.does,
        title: outcome.title,
        changes: [...outcome.changes],
        wrong: outcome.wrong.map((wrong) => {
          const column = run.mapping.indexOf(wrong.field);
          const cell = column === -1 ? null : `${letters(column)}${run.firstLine + at}`;
          return { ...WrongField.of(wrong), cell, text: column === -1 ? null : (run.cells[at]?.[column] ?? null) };
        }),
      })),
    };
  }
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
