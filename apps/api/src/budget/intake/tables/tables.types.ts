import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../../platform/graphql/refusal.js';
import { CentsField } from '../../money.js';
import { BudgetImportKind, BudgetRowDoes, BudgetRowProblem } from '../intake.enums.js';
import type { BudgetImport } from './budget-import.entity.js';

@ObjectType({ description: 'What is wrong in a row, or differs.' })
export class BudgetRowWrong {
  @Field(() => BudgetRowProblem)
  code: keyof typeof BudgetRowProblem;

  @Field()
  column: string;

  @Field({ description: 'What stands there.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'What it could mean or what is there, as cents or a day.' })
  more?: string | null;
}

@ObjectType()
export class BudgetRow {
  @Field(() => Int, { description: 'As a spreadsheet counts; 0 for what the file does not have.' })
  line: number;

  @Field(() => BudgetRowDoes)
  does: keyof typeof BudgetRowDoes;

  @Field()
  title: string;

  @CentsField({ nullable: true })
  cents: bigint | null;

  @CentsField({ nullable: true, description: 'What is there now.' })
  before: bigint | null;

  @Field(() => [BudgetRowWrong])
  wrong: BudgetRowWrong[];
}

@ObjectType('BudgetImport', { description: 'A table with what each of its rows would do, or did.' })
export class BudgetImportType {
  @Field(() => ID)
  id: string;

  @Field(() => BudgetImportKind)
  kind: BudgetImportKind;

  @Field()
  fileName: string;

  @Field({ description: 'It is written.' })
  done: boolean;

  @Field(() => Int)
  made: number;

  @Field(() => Int)
  changed: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int)
  wrong: number;

  run: BudgetImport;

  static of(run: BudgetImport): BudgetImportType {
    const count = (does: string) => run.rows.filter((row) => row.does === does).length;
    return Object.assign(new BudgetImportType(), {
      id: run.id,
      kind: run.kind,
      fileName: run.fileName,
      done: run.state === 'DONE',
      made: count('NEW'),
      changed: count('CHANGED'),
      unchanged: count('UNCHANGED'),
      wrong: count('WRONG'),
      run,
    });
  }
}

export const BudgetImportResult = createUnionType({
  name: 'BudgetImportResult',
  types: () => [BudgetImportType, Refusal] as const,
  resolveType: (value: BudgetImportType | Refusal) => (value instanceof Refusal ? Refusal : BudgetImportType),
});
