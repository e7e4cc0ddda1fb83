import { missingColumns, type RecordKind as Kind } from '@karavaan/domain';
import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { FieldChange } from '../../platform/graphql/field-change.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { RecordKind, WrongField } from '../records/record.types.js';
import type { ImportRun } from './import-run.entity.js';

export const RowDoes = enumOf('NEW', 'CHANGED', 'UNCHANGED', 'WRONG');
export type RowDoes = keyof typeof RowDoes;
registerEnumType(RowDoes, { name: 'RowDoes', description: 'What a row of a file would do.' });

export const ImportState = enumOf('PREVIEWED', 'DONE');
registerEnumType(ImportState, { name: 'ImportState' });

@ObjectType()
export class ImportColumn {
  @Field()
  heading: string;

  @Field(() => String, { nullable: true, description: 'The field that it holds; nothing when it is not read.' })
  field: string | null;
}

@ObjectType({ description: 'What is wrong, and in which cell.' })
export class WrongCell extends WrongField {
  @Field(() => String, { nullable: true, description: 'Such as C7; nothing when the file has no column for it.' })
  cell: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there.' })
  text: string | null;
}

@ObjectType()
export class ImportRow {
  @Field(() => Int, { description: 'As a spreadsheet counts.' })
  line: number;

  @Field(() => RowDoes)
  does: RowDoes;

  @Field()
  title: string;

  @Field(() => [FieldChange])
  changes: FieldChange[];

  @Field(() => [WrongCell])
  wrong: WrongCell[];
}

@ObjectType()
export class ImportRows {
  @Field(() => Int)
  total: number;

  @Field(() => [ImportRow])
  rows: ImportRow[];
}

@ObjectType('ImportRun', { description: 'A file with what it would do, or did.' })
export class ImportRunType {
  @Field(() => ID)
  id: string;

  @Field(() => RecordKind)
  kind: Kind;

  @Field()
  fileName: string;

  @Field(() => ImportState)
  state: ImportRun['state'];

  @Field(() => [ImportColumn])
  columns: ImportColumn[];

  @Field(() => [String], { description: 'Fields without which no row can be read.' })
  missing: string[];

  @Field(() => Int)
  made: number;

  @Field(() => Int)
  changed: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int)
  wrong: number;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  doneAt: Date | null;

  run: ImportRun;

  static of(run: ImportRun): ImportRunType {
    const { id, kind, fileName, state, headings, mapping, made, changed, unchanged, wrong, createdAt, doneAt } = run;
    const columns = headings.map((heading, at) => ({ heading, field: mapping[at] || null }));
    const missing = missingColumns(
      kind,
      columns.map(({ field }) => field),
    );
    const counts = { made, changed, unchanged, wrong };
    return Object.assign(new ImportRunType(), { id, kind, fileName, state, columns, missing, ...counts, createdAt, doneAt, run });
  }
}

export const ImportResult = createUnionType({
  name: 'ImportResult',
  types: () => [ImportRunType, Refusal] as const,
  resolveType: (value: ImportRunType | Refusal) => (value instanceof Refusal ? Refusal : ImportRunType),
});
