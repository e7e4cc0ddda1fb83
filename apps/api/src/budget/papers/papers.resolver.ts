import { isTooLight, procedureNeeded } from '@karavaan/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { Document } from '../../platform/documents/document.entity.js';
import { documentsOf } from '../../platform/documents/document-owners.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { isUuid } from '../../platform/is-uuid.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { BudgetSort } from '../lists.js';
import { CentsScalar } from '../money.js';
import { Payment } from '../paying/paying.entities.js';
import { listCommitments, listInvoices, listSuppliers } from './list-papers.js';
import {
  allocationsOfLines,
  balanceOfPapers,
  creditsOfInvoices,
  invoicesOfCommitments,
  linesOfInvoices,
  partsOfInvoices,
  paymentsOfInvoices,
  thresholds,
} from './loads.js';
import {
  Commitment,
  Invoice,
  InvoiceAllocation,
  InvoiceLine,
  InvoicePart,
  ProcurementThreshold,
  Supplier,
} from './papers.entities.js';
import {
  CommitmentConnection,
  CommitmentFilter,
  CommitmentState,
  InvoiceConnection,
  InvoiceFilter,
  SupplierConnection,
} from './papers.types.js';

const Text = () => Args('text', { type: () => String, nullable: true });
const Sort = () => Args('sort', { type: () => BudgetSort, nullable: true });
const First = () => Args('first', { type: () => Int, defaultValue: 50 });
const After = () => Args('after', { type: () => String, nullable: true });

@Resolver()
export class PapersResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => CommitmentConnection, { description: 'Ordered by number, orderedOn, cents, open, supplier or line.' })
  commitments(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: CommitmentFilter = {},
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<CommitmentConnection> {
    requirePermission(actor, 'budget.read');
    return listCommitments(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Query(() => Commitment, { nullable: true })
  async commitment(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Commitment | null> {
    requirePermission(actor, 'budget.read');
    return isUuid(id) ? this.dataSource.manager.findOneBy(Commitment, { id }) : null;
  }

  @Query(() => InvoiceConnection, { description: 'Ordered by issuedOn, dueOn, number, payable, unpaid or supplier.' })
  invoices(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: InvoiceFilter = {},
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<InvoiceConnection> {
    requirePermission(actor, 'budget.read');
    return listInvoices(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Query(() => Invoice, { nullable: true })
  async invoice(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Invoice | null> {
    requirePermission(actor, 'budget.read');
    return isUuid(id) ? this.dataSource.manager.findOneBy(Invoice, { id }) : null;
  }

  @Query(() => SupplierConnection, { description: 'Ordered by name or enterpriseNumber.' })
  suppliers(
    @CurrentActor() actor: Actor,
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<SupplierConnection> {
    requirePermission(actor, 'budget.read');
    return listSuppliers(this.dataSource.manager, { text, sort, first, after });
  }

  @Query(() => [ProcurementThreshold])
  procurementThresholds(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders): Promise<ProcurementThreshold[]> {
    requirePermission(actor, 'budget.read');
    return loaders.of(thresholds).load('');
  }
}

@Resolver(() => Commitment)
export class CommitmentResolver {
  @ResolveField(() => BudgetLine)
  line(@Parent() { lineId }: Commitment, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(lineId);
  }

  @ResolveField(() => Supplier)
  supplier(@Parent() { supplierId }: Commitment, @RequestLoaders() loaders: Loaders): Promise<Supplier | null> {
    return loaders.byId(Supplier).load(supplierId);
  }

  @ResolveField(() => CommitmentState)
  async state(@Parent() commitment: Commitment, @RequestLoaders() loaders: Loaders): Promise<CommitmentState> {
    const open = (await loaders.of(balanceOfPapers).load(commitment.id))?.committed ?? 0n;
    const { procedure, estimateCents, awardedOn, orderedOn } = commitment;
    const table = await loaders.of(thresholds).load('');
    const needed = estimateCents === null ? undefined : procedureNeeded(estimateCents, awardedOn ?? orderedOn, table);
    const overThreshold = !!procedure && !!needed && isTooLight(procedure, needed);
    return { open, invoiced: commitment.cents - open, needed: needed ?? null, overThreshold };
  }

  @ResolveField(() => [Invoice])
  invoices(@Parent() { id }: Commitment, @RequestLoaders() loaders: Loaders): Promise<Invoice[]> {
    return loaders.of(invoicesOfCommitments).load(id);
  }

  @ResolveField(() => [Document], { description: 'The papers of its procurement.' })
  documents(@Parent() { id }: Commitment, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return loaders.of(documentsOf('commitment')).load(id);
  }
}

@Resolver(() => Invoice)
export class InvoiceResolver {
  @ResolveField(() => Supplier)
  supplier(@Parent() { supplierId }: Invoice, @RequestLoaders() loaders: Loaders): Promise<Supplier | null> {
    return loaders.byId(Supplier).load(supplierId);
  }

  @ResolveField(() => CentsScalar, { description: 'Still to be paid.' })
  unpaidCents(@Parent() { kind, takenBack, payableCents, creditedCents, paidCents }: Invoice): bigint {
    return kind === 'CREDIT_NOTE' || takenBack ? 0n : payableCents - creditedCents - paidCents;
  }

  @ResolveField(() => Invoice, { nullable: true, description: 'Of a credit note: the invoice it takes back from.' })
  async credits(@Parent() { creditsId }: Invoice, @RequestLoaders() loaders: Loaders): Promise<Invoice | null> {
    return creditsId ? loaders.byId(Invoice).load(creditsId) : null;
  }

  @ResolveField(() => [Invoice])
  creditNotes(@Parent() { id }: Invoice, @RequestLoaders() loaders: Loaders): Promise<Invoice[]> {
    return loaders.of(creditsOfInvoices).load(id);
  }

  @ResolveField(() => [InvoiceLine])
  lines(@Parent() { id }: Invoice, @RequestLoaders() loaders: Loaders): Promise<InvoiceLine[]> {
    return loaders.of(linesOfInvoices).load(id);
  }

  @ResolveField(() => [InvoicePart], { description: 'What it takes of which budget line and commitment.' })
  parts(@Parent() { id }: Invoice, @RequestLoaders() loaders: Loaders): Promise<InvoicePart[]> {
    return loaders.of(partsOfInvoices).load(id);
  }

  @ResolveField(() => [Payment])
  payments(@Parent() { id }: Invoice, @RequestLoaders() loaders: Loaders): Promise<Payment[]> {
    return loaders.of(paymentsOfInvoices).load(id);
  }

  @ResolveField(() => [Document])
  documents(@Parent() { id }: Invoice, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return loaders.of(documentsOf('invoice')).load(id);
  }
}

@Resolver(() => InvoiceLine)
export class InvoiceLineResolver {
  @ResolveField(() => Invoice)
  invoice(@Parent() { invoiceId }: InvoiceLine, @RequestLoaders() loaders: Loaders): Promise<Invoice | null> {
    return loaders.byId(Invoice).load(invoiceId);
  }

  @ResolveField(() => [InvoiceAllocation])
  allocations(@Parent() { id }: InvoiceLine, @RequestLoaders() loaders: Loaders): Promise<InvoiceAllocation[]> {
    return loaders.of(allocationsOfLines).load(id);
  }
}

@Resolver(() => InvoiceAllocation)
export class InvoiceAllocationResolver {
  @ResolveField(() => InvoicePart)
  part(@Parent() { partId }: InvoiceAllocation, @RequestLoaders() loaders: Loaders): Promise<InvoicePart | null> {
    return loaders.byId(InvoicePart).load(partId);
  }
}

@Resolver(() => InvoicePart)
export class InvoicePartResolver {
  @ResolveField(() => BudgetLine)
  line(@Parent() { lineId }: InvoicePart, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(lineId);
  }

  @ResolveField(() => Commitment, { nullable: true })
  async commitment(@Parent() { commitmentId }: InvoicePart, @RequestLoaders() loaders: Loaders): Promise<Commitment | null> {
    return commitmentId ? loaders.byId(Commitment).load(commitmentId) : null;
  }

  @ResolveField(() => Invoice)
  invoice(@Parent() { invoiceId }: InvoicePart, @RequestLoaders() loaders: Loaders): Promise<Invoice | null> {
    return loaders.byId(Invoice).load(invoiceId);
  }

  @ResolveField(() => CentsScalar, { description: 'What of it is not paid yet.' })
  async unpaidCents(@Parent() { id }: InvoicePart, @RequestLoaders() loaders: Loaders): Promise<bigint> {
    return (await loaders.of(balanceOfPapers).load(id))?.invoiced ?? 0n;
  }
}
