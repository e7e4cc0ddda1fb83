import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { isUuid } from '../../platform/is-uuid.js';
import { FundingAgreement } from '../funding/funding.entities.js';
import { nameOf } from '../funding/funding.resolver.js';
import { absorptionOf, readLeads } from './absorption.js';
import { readAlerts } from './alerts.js';
import { budgetMonths } from './months.js';
import { AbsorptionPoint, BudgetAlert, BudgetMonth, LeadDays } from './overview.types.js';

const EnvelopeId = () => Args('envelopeId', { type: () => ID, nullable: true });

@Resolver()
export class OverviewResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [BudgetAlert], { description: 'What an officer should know, of one envelope or of all; the most urgent first.' })
  async budgetAlerts(
    @CurrentActor() actor: Actor,
    @EnvelopeId() envelopeId: string | null,
    @RequestLoaders() loaders: Loaders,
  ): Promise<BudgetAlert[]> {
    requirePermission(actor, 'budget.read');
    const { manager } = this.dataSource;
    if (envelopeId !== null && envelopeId !== undefined && !isUuid(envelopeId)) return [];
    const agreements = await manager.find(FundingAgreement, {
      where: envelopeId ? { envelopeId } : {},
      order: { code: 'ASC' },
    });
    return readAlerts(manager, agreements, loaders);
  }

  @Query(() => [BudgetMonth], { description: 'From the first posting to now, the last month first.' })
  budgetMonths(@CurrentActor() actor: Actor, @EnvelopeId() envelopeId: string | null): Promise<BudgetMonth[]> {
    requirePermission(actor, 'budget.read');
    return budgetMonths(this.dataSource.manager, envelopeId ?? null);
  }

  @Query(() => LeadDays, { description: 'How long the last orders and invoices took; what the forecast draws from.' })
  async leadDays(@CurrentActor() actor: Actor): Promise<LeadDays> {
    requirePermission(actor, 'budget.read');
    const { orderToInvoice, invoiceToPayment } = await readLeads(this.dataSource.manager);
    const [toInvoice, toPayment] = [middle(orderToInvoice), middle(invoiceToPayment)];
    return { orderToInvoice: toInvoice, invoiceToPayment: toPayment, seen: orderToInvoice.length + invoiceToPayment.length };
  }
}

const middle = (days: readonly number[]): number | null => days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1] ?? null;

@Resolver(() => FundingAgreement)
export class AbsorptionResolver {
  @ResolveField(() => [AbsorptionPoint], {
    description: 'By month: what was planned and seen, and what is forecast while its window is open.',
  })
  absorption(@Parent() agreement: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<AbsorptionPoint[]> {
    return absorptionOf(agreement, loaders);
  }
}

@Resolver(() => BudgetMonth)
export class BudgetMonthResolver {
  @ResolveField(() => String, { nullable: true })
  closedBy(@Parent() { closedById }: BudgetMonth, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(closedById, loaders);
  }
}
