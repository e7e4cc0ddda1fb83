import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { Document } from '../../platform/documents/document.entity.js';
import { documentsOf } from '../../platform/documents/document-owners.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { isUuid } from '../../platform/is-uuid.js';
import { BudgetLine, Funder, FundingAgreement } from '../funding/funding.entities.js';
import { BudgetSort } from '../lists.js';
import { CentsScalar } from '../money.js';
import { declarableOf } from '../claims/declarable.js';
import { Invoice, InvoicePart } from '../papers/papers.entities.js';
import { CostProposal } from '../running/running.entities.js';
import { listClaimItems, listClaims, listExpenditures, listPayments } from './list-paying.js';
import { Claim, ClaimItem, ClaimShare, Expenditure, Payment } from './paying.entities.js';
import {
  ClaimConnection,
  ClaimFilter,
  ClaimFunderPart,
  ClaimItemConnection,
  ClaimSums,
  ExpenditureConnection,
  ExpenditureFilter,
  PaymentConnection,
  PaymentFilter,
} from './paying.types.js';

const Text = () => Args('text', { type: () => String, nullable: true });
const Sort = () => Args('sort', { type: () => BudgetSort, nullable: true });
const First = () => Args('first', { type: () => Int, defaultValue: 50 });
const After = () => Args('after', { type: () => String, nullable: true });

@Resolver()
export class PayingResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => PaymentConnection, { description: 'Ordered by paidOn, cents or supplier.' })
  payments(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: PaymentFilter = {},
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<PaymentConnection> {
    requirePermission(actor, 'budget.read');
    return listPayments(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Query(() => ExpenditureConnection, { description: 'What was spent and may be declared. Ordered by paidOn, cents or line.' })
  expenditures(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: ExpenditureFilter = {},
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<ExpenditureConnection> {
    requirePermission(actor, 'budget.read');
    return listExpenditures(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Query(() => ClaimConnection, { description: 'Ordered by number, declared, certified or state.' })
  claims(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: ClaimFilter = {},
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<ClaimConnection> {
    requirePermission(actor, 'budget.read');
    return listClaims(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Query(() => Claim, { nullable: true })
  async claim(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Claim | null> {
    requirePermission(actor, 'budget.read');
    return isUuid(id) ? this.dataSource.manager.findOneBy(Claim, { id }) : null;
  }

  @Query(() => ClaimItemConnection, { description: 'Ordered by paidOn, declared or line.' })
  claimItems(
    @CurrentActor() actor: Actor,
    @Args('claimId', { type: () => ID }) claimId: string,
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<ClaimItemConnection> {
    requirePermission(actor, 'budget.read');
    return listClaimItems(this.dataSource.manager, claimId, { text, sort, first, after });
  }
}

@Resolver(() => Payment)
export class PaymentResolver {
  @ResolveField(() => Invoice)
  invoice(@Parent() { invoiceId }: Payment, @RequestLoaders() loaders: Loaders): Promise<Invoice | null> {
    return loaders.byId(Invoice).load(invoiceId);
  }

  @ResolveField(() => [Document], { description: 'Its proofs.' })
  documents(@Parent() { id }: Payment, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return loaders.of(documentsOf('payment')).load(id);
  }
}

@Resolver(() => Expenditure)
export class ExpenditureResolver {
  @ResolveField(() => BudgetLine)
  line(@Parent() { lineId }: Expenditure, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(lineId);
  }

  @ResolveField(() => Invoice, { nullable: true, description: 'None for a running cost.' })
  async invoice(@Parent() { partId }: Expenditure, @RequestLoaders() loaders: Loaders): Promise<Invoice | null> {
    const part = partId ? await loaders.byId(InvoicePart).load(partId) : null;
    return part && loaders.byId(Invoice).load(part.invoiceId);
  }

  @ResolveField(() => Payment, { nullable: true })
  async payment(@Parent() { paymentId }: Expenditure, @RequestLoaders() loaders: Loaders): Promise<Payment | null> {
    return paymentId ? loaders.byId(Payment).load(paymentId) : null;
  }

  @ResolveField(() => CostProposal, { nullable: true })
  async cost(@Parent() { costId }: Expenditure, @RequestLoaders() loaders: Loaders): Promise<CostProposal | null> {
    return costId ? loaders.byId(CostProposal).load(costId) : null;
  }

  @ResolveField(() => CentsScalar, { description: 'What may still be declared of it.' })
  declarableCents(@Parent() { id }: Expenditure, @RequestLoaders() loaders: Loaders): Promise<bigint> {
    return loaders.of(declarable).load(id);
  }
}

const declarable: Batch<string, bigint> = async (ids, { manager }) => {
  const found = await declarableOf(manager, ids);
  return ids.map((id) => found.get(id) ?? 0n);
};

const sharesOfClaims: Batch<string, ClaimShare[]> = async (ids, { manager }) => {
  const rows = await manager.find(ClaimShare, { where: { claimId: In([...ids]) }, order: { position: 'ASC' } });
  return grouped(ids, rows, (row) => row.claimId);
};

const sumsOfClaims: Batch<string, ClaimSums> = async (ids, { manager }) => {
  const rows = await manager.query<Record<string, string>[]>(
    `SELECT claim_id AS id, count(*)::int AS items, sum(declared_cents)::text AS declared,
            COALESCE(sum(certified_cents), 0)::text AS certified, COALESCE(sum(deducted_cents), 0)::text AS deducted,
            COALESCE(sum(parked_cents), 0)::text AS parked
       FROM claim_item WHERE claim_id = ANY($1::uuid[]) GROUP BY 1`,
    [[...ids]],
  );
  const found = new Map(rows.map((row) => [row['id'], row]));
  return ids.map((id) => {
    const row = found.get(id);
    const cents = (name: string) => BigInt(row?.[name] ?? 0);
    return {
      items: Number(row?.['items'] ?? 0),
      declared: cents('declared'),
      certified: cents('certified'),
      deducted: cents('deducted'),
      parked: cents('parked'),
    };
  });
};

@Resolver(() => Claim)
export class ClaimResolver {
  @ResolveField(() => FundingAgreement)
  agreement(@Parent() { agreementId }: Claim, @RequestLoaders() loaders: Loaders): Promise<FundingAgreement | null> {
    return loaders.byId(FundingAgreement).load(agreementId);
  }

  @ResolveField(() => ClaimSums)
  sums(@Parent() { id }: Claim, @RequestLoaders() loaders: Loaders): Promise<ClaimSums> {
    return loaders.of(sumsOfClaims).load(id);
  }

  @ResolveField(() => [ClaimFunderPart], { description: 'None while it is a draft.' })
  async shares(@Parent() { id }: Claim, @RequestLoaders() loaders: Loaders): Promise<ClaimFunderPart[]> {
    const rows = await loaders.of(sharesOfClaims).load(id);
    const funders = await loaders.byId(Funder).loadMany(rows.map((row) => row.funderId));
    return rows.map(({ basisPoints, declaredCents, certifiedCents }, at) => ({
      funder: funders[at] as Funder,
      basisPoints,
      declaredCents,
      certifiedCents,
    }));
  }
}

@Resolver(() => ClaimItem)
export class ClaimItemResolver {
  @ResolveField(() => Claim)
  claim(@Parent() { claimId }: ClaimItem, @RequestLoaders() loaders: Loaders): Promise<Claim | null> {
    return loaders.byId(Claim).load(claimId);
  }

  @ResolveField(() => BudgetLine)
  line(@Parent() { lineId }: ClaimItem, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(lineId);
  }

  @ResolveField(() => Expenditure, { nullable: true, description: 'None for a flat rate.' })
  async expenditure(@Parent() { expenditureId }: ClaimItem, @RequestLoaders() loaders: Loaders): Promise<Expenditure | null> {
    return expenditureId ? loaders.byId(Expenditure).load(expenditureId) : null;
  }
}
