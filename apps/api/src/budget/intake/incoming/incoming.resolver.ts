import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../../auth/context.js';
import { requirePermission } from '../../../auth/require-permission.js';
import { Document } from '../../../platform/documents/document.entity.js';
import { documentsOf } from '../../../platform/documents/document-owners.js';
import type { Loaders } from '../../../platform/graphql/loaders.js';
import type { Refusal } from '../../../platform/graphql/refusal.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { runBudgetVerb } from '../../results.js';
import { BudgetSort } from '../../lists.js';
import { Invoice, Supplier } from '../../papers/papers.entities.js';
import { addSupplierOf } from './add-supplier-of.js';
import { bookIncoming } from './book-incoming.js';
import { dismissIncoming } from './dismiss-incoming.js';
import { IncomingInvoice } from './incoming.entities.js';
import {
  BookIncomingInput,
  EInvoiceFinding,
  IncomingContent,
  IncomingInvoiceConnection,
  IncomingInvoiceFilter,
  IncomingResult,
} from './incoming.types.js';
import { listIncoming } from './list-incoming.js';

@Resolver(() => IncomingInvoice)
export class IncomingResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => IncomingInvoiceConnection, { description: 'Ordered by createdAt, issuedOn, number, payable or supplier.' })
  incomingInvoices(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: IncomingInvoiceFilter = {},
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('sort', { type: () => BudgetSort, nullable: true }) sort: BudgetSort | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<IncomingInvoiceConnection> {
    requirePermission(actor, 'budget.read');
    return listIncoming(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Query(() => IncomingInvoice, { nullable: true })
  async incomingInvoice(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<IncomingInvoice | null> {
    requirePermission(actor, 'budget.read');
    return isUuid(id) ? this.dataSource.manager.findOneBy(IncomingInvoice, { id }) : null;
  }

  @Mutation(() => IncomingResult, { description: 'Books an e-invoice that waited, on what it is to be charged to.' })
  bookIncoming(@CurrentActor() actor: Actor, @Args('input') input: BookIncomingInput): Promise<IncomingInvoice | Refusal> {
    return this.write((tx) => bookIncoming(tx, actor, input));
  }

  @Mutation(() => IncomingResult, { description: 'Puts an e-invoice away that will not be booked, with the reason.' })
  dismissIncoming(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ): Promise<IncomingInvoice | Refusal> {
    return this.write((tx) => dismissIncoming(tx, actor, { id, version, reason }));
  }

  @Mutation(() => IncomingResult, {
    description: 'Makes a supplier of who sent it; other e-invoices of theirs no longer wait for it.',
  })
  addSupplierOf(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<IncomingInvoice | Refusal> {
    return this.write((tx) => addSupplierOf(tx, actor, { id, version }));
  }

  @ResolveField(() => IncomingContent)
  content(@Parent() { content }: IncomingInvoice): IncomingContent {
    const { kind, currency, dueOn, iban, communication, orderReference, supplier, buyer, leftInside } = content;
    return {
      kind,
      currency,
      dueOn,
      iban,
      communication,
      orderReference,
      enterpriseNumber: supplier.enterpriseNumber,
      vatNumber: supplier.vatNumber,
      credits: content.credits?.number ?? null,
      buyerName: buyer.name,
      netCents: BigInt(content.netCents),
      vatCents: BigInt(content.vatCents),
      prepaidCents: BigInt(content.prepaidCents),
      lines: content.lines.map(({ id, what, description, netCents, vatCents, category, rate }, position) => ({
        position,
        number: id,
        what,
        description,
        category,
        rate,
        netCents: BigInt(netCents),
        vatCents: BigInt(vatCents),
      })),
      leftInside: [...leftInside],
    };
  }

  @ResolveField(() => [EInvoiceFinding])
  findings(@Parent() { findings }: IncomingInvoice): EInvoiceFinding[] {
    return findings;
  }

  @ResolveField(() => Supplier, { nullable: true })
  async supplier(@Parent() { supplierId }: IncomingInvoice, @RequestLoaders() loaders: Loaders): Promise<Supplier | null> {
    return supplierId ? loaders.byId(Supplier).load(supplierId) : null;
  }

  @ResolveField(() => Invoice, { nullable: true })
  async invoice(@Parent() { invoiceId }: IncomingInvoice, @RequestLoaders() loaders: Loaders): Promise<Invoice | null> {
    return invoiceId ? loaders.byId(Invoice).load(invoiceId) : null;
  }

  @ResolveField(() => [Document])
  documents(@Parent() { id, invoiceId }: IncomingInvoice, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return invoiceId ? loaders.of(documentsOf('invoice')).load(invoiceId) : loaders.of(documentsOf('incoming_invoice')).load(id);
  }

  private write(verb: Parameters<typeof runBudgetVerb<IncomingInvoice>>[1]): Promise<IncomingInvoice | Refusal> {
    return runBudgetVerb(this.dataSource, verb);
  }
}
