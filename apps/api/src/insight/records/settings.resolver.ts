import { SETTING_FIELDS } from '@karavaan/domain';
import { Args, createUnionType, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { inTransaction } from '../../database/transaction.js';
import { chosenSettings, defaultsOf, refreshSettings } from '../../platform/adjustable-settings.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { saveSettings, WrongSettings } from '../../platform/save-settings.js';
import { Settings } from '../../platform/settings.js';
import { RecordValueInput, WrongField, WrongRecord } from './record.types.js';

@ObjectType()
export class SettingValue {
  @Field()
  field: string;

  @Field(() => String, { nullable: true, description: 'What somebody chose; nothing when nobody did.' })
  value: string | null;

  @Field(() => String, { nullable: true, description: 'What holds without a choice.' })
  fallback: string | null;
}

@ObjectType({ description: 'What an administrator may set while the program runs.' })
export class OperationSettings {
  @Field(() => Int)
  version: number;

  @Field(() => [SettingValue])
  values: SettingValue[];
}

const SettingsResult = createUnionType({
  name: 'SettingsResult',
  types: () => [OperationSettings, WrongRecord, Refusal] as const,
  resolveType: (value: OperationSettings | WrongRecord | Refusal) =>
    value instanceof Refusal ? Refusal : value instanceof WrongRecord ? WrongRecord : OperationSettings,
});

@Resolver()
export class OperationSettingsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => OperationSettings)
  operationSettings(@CurrentActor() actor: Actor): Promise<OperationSettings> {
    requirePermission(actor, 'setting.change');
    return this.read();
  }

  @Mutation(() => SettingsResult, { description: 'Chooses settings; an empty one falls back to what the environment says.' })
  async saveSettings(
    @CurrentActor() actor: Actor,
    @Args('version', { type: () => Int }) version: number,
    @Args('values', { type: () => [RecordValueInput] }) values: RecordValueInput[],
  ): Promise<OperationSettings | WrongRecord | Refusal> {
    const typed = Object.fromEntries(values.map(({ field, value }) => [field, value ?? null]));
    try {
      const refusal = await orRefusal(() =>
        inTransaction(this.dataSource, (tx) => saveSettings(tx, actor, this.settings, version, typed)),
      );
      if (refusal) return refusal;
    } catch (error) {
      if (!(error instanceof WrongSettings)) throw error;
      return Object.assign(new WrongRecord(), { wrong: error.wrong.map((each) => WrongField.of(each)) });
    }
    await refreshSettings(this.settings, this.dataSource.manager);
    return this.read();
  }

  private async read(): Promise<OperationSettings> {
    const { chosen, version } = await chosenSettings(this.dataSource.manager);
    const defaults = defaultsOf(this.settings);
    const values = SETTING_FIELDS.map(({ key }) => ({ field: key, value: chosen[key] ?? null, fallback: defaults[key] ?? null }));
    return Object.assign(new OperationSettings(), { version, values });
  }
}
