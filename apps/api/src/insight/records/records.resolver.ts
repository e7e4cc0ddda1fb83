import type { RecordKind as Kind } from '@karavaan/domain';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { isUuid } from '../../platform/is-uuid.js';
import { orRefusal } from '../../platform/refuse.js';
import { listRecords } from './list-records.js';
import { recordById } from './read-records.js';
import {
  ManagedRecord,
  ManagedRecordConnection,
  RecordKind,
  RecordState,
  SaveRecordInput,
  SaveRecordResult,
  WrongField,
  WrongRecord,
} from './record.types.js';
import { saveRecord, WrongFields } from './save-record.js';

const Text = { type: () => String, nullable: true } as const;

@Resolver()
export class RecordsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => ManagedRecordConnection, { description: 'For administrators: every record of a kind, also those that ended.' })
  managedRecords(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => RecordKind }) kind: Kind,
    @Args('text', Text) text: string | undefined,
    @Args('state', { type: () => RecordState, nullable: true }) state: RecordState | undefined,
    @Args('sort', { ...Text, description: 'The name of a field.' }) sort: string | undefined,
    @Args('down', { defaultValue: false }) down: boolean,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Args('after', Text) after: string | undefined,
  ): Promise<ManagedRecordConnection> {
    requirePermission(actor, 'data.manage');
    const asked = { text: text ?? null, state: state ?? null, sort: sort ?? null, down, first, after: after ?? null };
    return listRecords(this.dataSource.manager, kind, asked);
  }

  @Query(() => ManagedRecord, { nullable: true })
  async managedRecord(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => RecordKind }) kind: Kind,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedRecord | null> {
    requirePermission(actor, 'data.manage');
    const record = isUuid(id) ? await recordById(this.dataSource.manager, kind, id, false) : null;
    return record && ManagedRecord.of(kind, record);
  }

  @Mutation(() => SaveRecordResult, { description: 'Makes a record, or changes the one with this id and version.' })
  async saveRecord(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveRecordInput,
  ): Promise<ManagedRecord | WrongRecord | Refusal> {
    const { kind, id = null, version = null, idempotencyKey } = input;
    const values = Object.fromEntries(input.values.map(({ field, value }) => [field, value ?? null]));
    try {
      return await orRefusal(() =>
        inTransaction(this.dataSource, async (tx) =>
          ManagedRecord.of(kind, await saveRecord(tx, actor, { kind, id, version, values, idempotencyKey })),
        ),
      );
    } catch (error) {
      if (!(error instanceof WrongFields)) throw error;
      return Object.assign(new WrongRecord(), { wrong: error.wrong.map((each) => WrongField.of(each)) });
    }
  }
}
