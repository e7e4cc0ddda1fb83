import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { CommitmentResult, InvoiceResult, madeRow, runBudgetVerb, SupplierResult } from '../results.js';
import { addCommitment } from './add-commitment.js';
import { changeCommitment, releaseCommitment } from './change-commitment.js';
import { Commitment, Invoice, Supplier } from './papers.entities.js';
import { AddCommitmentInput, AddCreditNoteInput, AddInvoiceInput, CommitmentInput, SupplierInput } from './papers.inputs.js';
import { recordCreditNote } from './record-credit-note.js';
import { recordInvoice } from './record-invoice.js';
import { addSupplier, changeSupplier } from './save-supplier.js';
import { takeBackInvoice } from './take-back-invoice.js';

const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver()
export class PapersMutations {
  constructor(private readonly dataSource: DataSource) {}

  @Mutation(() => SupplierResult)
  addSupplier(@CurrentActor() actor: Actor, @Args('idempotencyKey') idempotencyKey: string, @Args('input') input: SupplierInput) {
    return runBudgetVerb(this.dataSource, (tx) => madeRow(tx, Supplier, addSupplier(tx, actor, { ...input, idempotencyKey })));
  }

  @Mutation(() => SupplierResult)
  changeSupplier(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Version() version: number,
    @Args('input') input: SupplierInput,
  ) {
    return runBudgetVerb(this.dataSource, (tx) => changeSupplier(tx, actor, { ...input, id, version }));
  }

  @Mutation(() => CommitmentResult, { description: 'An order takes its room now.' })
  addCommitment(@CurrentActor() actor: Actor, @Args('input') input: AddCommitmentInput) {
    return runBudgetVerb(this.dataSource, (tx) => madeRow(tx, Commitment, addCommitment(tx, actor, input)));
  }

  @Mutation(() => CommitmentResult)
  changeCommitment(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Version() version: number,
    @Args('input') input: CommitmentInput,
  ) {
    return runBudgetVerb(this.dataSource, (tx) => changeCommitment(tx, actor, { ...input, id, version }));
  }

  @Mutation(() => CommitmentResult, { description: 'No invoice follows any more: its rest becomes free.' })
  releaseCommitment(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => releaseCommitment(tx, actor, id, version));
  }

  @Mutation(() => InvoiceResult)
  recordInvoice(@CurrentActor() actor: Actor, @Args('input') input: AddInvoiceInput) {
    return runBudgetVerb(this.dataSource, (tx) => madeRow(tx, Invoice, recordInvoice(tx, actor, input)));
  }

  @Mutation(() => InvoiceResult)
  recordCreditNote(@CurrentActor() actor: Actor, @Args('input') input: AddCreditNoteInput) {
    return runBudgetVerb(this.dataSource, (tx) => madeRow(tx, Invoice, recordCreditNote(tx, actor, input)));
  }

  @Mutation(() => InvoiceResult, { description: 'Entered wrongly: its postings are reversed. Only while nothing is paid.' })
  takeBackInvoice(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => takeBackInvoice(tx, actor, id, version));
  }
}
