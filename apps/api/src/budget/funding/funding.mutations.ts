import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { AgreementResult, BudgetLineResult, BudgetVersionResult, madeRow, runBudgetVerb } from '../results.js';
import { activateVersion } from './activate-version.js';
import { BudgetLine, BudgetVersion, FundingAgreement } from './funding.entities.js';
import { AgreementInput, BudgetLineInput, VersionLineInput } from './funding.inputs.js';
import { addAgreement, changeAgreement } from './save-agreement.js';
import { addBudgetLine, changeBudgetLine } from './save-line.js';
import { addBudgetVersion, changeBudgetVersion } from './save-version.js';

const Key = () => Args('idempotencyKey');
const Id = (name = 'id') => Args(name, { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver()
export class FundingMutations {
  constructor(private readonly dataSource: DataSource) {}

  @Mutation(() => AgreementResult)
  addAgreement(@CurrentActor() actor: Actor, @Key() idempotencyKey: string, @Args('input') input: AgreementInput) {
    return runBudgetVerb(this.dataSource, (tx) =>
      madeRow(tx, FundingAgreement, addAgreement(tx, actor, { ...input, idempotencyKey })),
    );
  }

  @Mutation(() => AgreementResult, { description: 'What was claimed keeps the shares that it was frozen with.' })
  changeAgreement(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Version() version: number,
    @Args('input') input: AgreementInput,
  ) {
    return runBudgetVerb(this.dataSource, (tx) => changeAgreement(tx, actor, { ...input, id, version }));
  }

  @Mutation(() => BudgetLineResult)
  addBudgetLine(
    @CurrentActor() actor: Actor,
    @Key() idempotencyKey: string,
    @Id('agreementId') agreementId: string,
    @Args('input') input: BudgetLineInput,
  ) {
    return runBudgetVerb(this.dataSource, (tx) =>
      madeRow(tx, BudgetLine, addBudgetLine(tx, actor, { ...input, idempotencyKey, agreementId })),
    );
  }

  @Mutation(() => BudgetLineResult)
  changeBudgetLine(@CurrentActor() actor: Actor, @Id() id: string, @Args('input') input: BudgetLineInput) {
    return runBudgetVerb(this.dataSource, (tx) => changeBudgetLine(tx, actor, { ...input, id }));
  }

  @Mutation(() => BudgetVersionResult, { description: 'A draft; a second person makes it count.' })
  addBudgetVersion(
    @CurrentActor() actor: Actor,
    @Key() idempotencyKey: string,
    @Id('agreementId') agreementId: string,
    @Args('reason') reason: string,
    @Args('lines', { type: () => [VersionLineInput] }) lines: VersionLineInput[],
  ) {
    return runBudgetVerb(this.dataSource, (tx) =>
      madeRow(tx, BudgetVersion, addBudgetVersion(tx, actor, { idempotencyKey, agreementId, reason, lines })),
    );
  }

  @Mutation(() => BudgetVersionResult)
  changeBudgetVersion(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Version() version: number,
    @Args('reason') reason: string,
    @Args('lines', { type: () => [VersionLineInput] }) lines: VersionLineInput[],
  ) {
    return runBudgetVerb(this.dataSource, (tx) => changeBudgetVersion(tx, actor, { id, version, reason, lines }));
  }

  @Mutation(() => BudgetVersionResult, { description: 'By somebody else than who drafted it.' })
  activateBudgetVersion(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => activateVersion(tx, actor, id, version));
  }
}
