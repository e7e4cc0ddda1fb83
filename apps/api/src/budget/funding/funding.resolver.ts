import { durableUntil, retainUntil, type Regime } from '@karavaan/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { Person } from '../../people/person.entity.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Site } from '../../sites/site.entity.js';
import { amountsOf, BudgetAmounts } from '../amounts.js';
import { CentsScalar } from '../money.js';
import { BudgetSort, listRows, when } from '../lists.js';
import { BudgetLine, BudgetVersion, BudgetVersionLine, Envelope, Funder, FundingAgreement } from './funding.entities.js';
import { BudgetLineConnection, BudgetLineFilter, FunderPart, FunderState, RubricState, VersionLine } from './funding.types.js';
import {
  agreementsOfEnvelopes,
  byFunder,
  byRubric,
  heapsOfEnvelopes,
  linesOfAgreements,
  sharesOfAgreements,
  standingOfLines,
  sumOfHeaps,
} from './loads.js';

const LINES = {
  entity: BudgetLine,
  from: `budget_line t JOIN funding_agreement a ON a.id = t.agreement_id LEFT JOIN line_balance b ON b.line_id = t.id`,
  sorts: {
    code: { sql: `t.code`, type: 'text' },
    name: { sql: `lower(t.name)`, type: 'text' },
    rubric: { sql: `t.rubric`, type: 'text' },
    left: { sql: `COALESCE(b.available, 0)`, type: 'bigint' },
    budget: {
      sql: `COALESCE(b.available + b.committed + b.invoiced + b.paid + b.claimed + b.certified + b.deducted, 0)`,
      type: 'bigint',
    },
  },
  order: { by: 'code', descending: false },
  search: ['t.code', 't.name'],
} as const;

@Resolver()
export class FundingResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => [Envelope], {
    description: 'Where each envelope stands, by agreement, rubric and funder: all of it in a constant number of queries.',
  })
  envelopes(@CurrentActor() actor: Actor): Promise<Envelope[]> {
    requirePermission(actor, 'budget.read');
    return this.dataSource.manager.find(Envelope, { order: { kind: 'ASC', demo: 'ASC', code: 'ASC' } });
  }

  @Query(() => Envelope, { nullable: true })
  async envelope(@CurrentActor() actor: Actor, @Args('code') code: string): Promise<Envelope | null> {
    requirePermission(actor, 'budget.read');
    return this.dataSource.manager.findOneBy(Envelope, { code });
  }

  @Query(() => BudgetLineConnection, { description: 'Ordered by code, name, rubric, left or budget.' })
  budgetLines(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: BudgetLineFilter = {},
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('sort', { type: () => BudgetSort, nullable: true }) sort: BudgetSort | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<BudgetLineConnection> {
    requirePermission(actor, 'budget.read');
    return listRows(this.dataSource.manager, LINES, { first, after, text, sort }, [
      when('a.envelope_id::text = ?', filter.envelopeId),
      when('t.agreement_id::text = ?', filter.agreementId),
      when('t.rubric = ?', filter.rubric),
      when(
        `${LINES.sorts.budget.sql} > 0 AND (${LINES.sorts.budget.sql} - b.available) * 10000 >= ? * ${LINES.sorts.budget.sql}`,
        filter.usedFrom,
      ),
    ]);
  }

  @Query(() => BudgetLine, { nullable: true })
  async budgetLine(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<BudgetLine | null> {
    requirePermission(actor, 'budget.read');
    return isUuid(id) ? this.dataSource.manager.findOneBy(BudgetLine, { id }) : null;
  }

  @Query(() => [Funder])
  funders(@CurrentActor() actor: Actor): Promise<Funder[]> {
    requirePermission(actor, 'budget.read');
    return this.dataSource.manager.find(Funder, { order: { code: 'ASC' } });
  }
}

@Resolver(() => Envelope)
export class EnvelopeResolver {
  @ResolveField(() => BudgetAmounts)
  async amounts(@Parent() { id }: Envelope, @RequestLoaders() loaders: Loaders): Promise<BudgetAmounts> {
    return amountsOf(sumOfHeaps(await loaders.of(heapsOfEnvelopes).load(id)));
  }

  @ResolveField(() => CentsScalar, { description: 'Of the envelope, not yet divided over lines.' })
  async undivided(@Parent() { id, amountCents }: Envelope, @RequestLoaders() loaders: Loaders): Promise<bigint> {
    return amountCents - amountsOf(sumOfHeaps(await loaders.of(heapsOfEnvelopes).load(id))).budget;
  }

  @ResolveField(() => [FundingAgreement])
  agreements(@Parent() { id }: Envelope, @RequestLoaders() loaders: Loaders): Promise<FundingAgreement[]> {
    return loaders.of(agreementsOfEnvelopes).load(id);
  }

  @ResolveField(() => [RubricState])
  async byRubric(@Parent() { id }: Envelope, @RequestLoaders() loaders: Loaders): Promise<RubricState[]> {
    return byRubric(await loaders.of(heapsOfEnvelopes).load(id));
  }

  @ResolveField(() => [FunderState], { description: 'Of real costs; a share is of what is eligible.' })
  async byFunder(@Parent() { id }: Envelope, @RequestLoaders() loaders: Loaders): Promise<FunderState[]> {
    const agreements = await loaders.of(agreementsOfEnvelopes).load(id);
    const shares = await Promise.all(agreements.map((each) => loaders.of(sharesOfAgreements).load(each.id)));
    return byFunder(await loaders.of(heapsOfEnvelopes).load(id), new Map(agreements.map((each, at) => [each.id, shares[at]!])));
  }
}

/** The last day on which money was paid, by agreement. */
export const lastPaymentOf: Batch<string, string | null> = async (ids, { manager }) => {
  const rows = await manager.query<{ id: string; day: string | null }[]>(
    `SELECT l.agreement_id AS id, max(e.paid_on)::text AS day FROM expenditure e JOIN budget_line l ON l.id = e.line_id
      WHERE l.agreement_id = ANY($1::uuid[]) GROUP BY 1`,
    [[...ids]],
  );
  const found = new Map(rows.map(({ id, day }) => [id, day]));
  return ids.map((id) => found.get(id) ?? null);
};

const versionsOfAgreements: Batch<string, BudgetVersion[]> = async (ids, { manager }) => {
  const rows = await manager.find(BudgetVersion, { where: { agreementId: In([...ids]) }, order: { number: 'DESC' } });
  return grouped(ids, rows, (row) => row.agreementId);
};

export const regimeOf = (agreement: FundingAgreement): Regime => agreement;

@Resolver(() => FundingAgreement)
export class FundingAgreementResolver {
  @ResolveField(() => [FunderPart])
  shares(@Parent() { id }: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<FunderPart[]> {
    return loaders.of(sharesOfAgreements).load(id);
  }

  @ResolveField(() => [BudgetLine])
  lines(@Parent() { id }: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<BudgetLine[]> {
    return loaders.of(linesOfAgreements).load(id);
  }

  @ResolveField(() => [BudgetVersion], { description: 'The newest first.' })
  versions(@Parent() { id }: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<BudgetVersion[]> {
    return loaders.of(versionsOfAgreements).load(id);
  }

  @ResolveField(() => BudgetAmounts)
  async amounts(@Parent() agreement: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<BudgetAmounts> {
    const heaps = await loaders.of(heapsOfEnvelopes).load(agreement.envelopeId);
    return amountsOf(sumOfHeaps(heaps.filter((heap) => heap.agreementId === agreement.id)));
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    description: 'Last day on which what it bought may not be sold or leave the region; none before anything was paid.',
  })
  async durableUntil(@Parent() agreement: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    const from = agreement.finalPaymentOn ?? (await loaders.of(lastPaymentOf).load(agreement.id));
    return from && durableUntil(regimeOf(agreement), from);
  }

  @ResolveField(() => DayScalar, { nullable: true, description: 'Last day on which its papers must be kept.' })
  async retainUntil(@Parent() agreement: FundingAgreement, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    const from = agreement.finalPaymentOn ?? (await loaders.of(lastPaymentOf).load(agreement.id));
    return from && retainUntil(regimeOf(agreement), from);
  }
}

@Resolver(() => BudgetLine)
export class BudgetLineResolver {
  @ResolveField(() => BudgetAmounts)
  async amounts(@Parent() { id }: BudgetLine, @RequestLoaders() loaders: Loaders): Promise<BudgetAmounts> {
    return amountsOf(await loaders.of(standingOfLines).load(id));
  }

  @ResolveField(() => FundingAgreement)
  agreement(@Parent() { agreementId }: BudgetLine, @RequestLoaders() loaders: Loaders): Promise<FundingAgreement | null> {
    return loaders.byId(FundingAgreement).load(agreementId);
  }

  @ResolveField(() => Site, { nullable: true })
  async site(@Parent() { siteId }: BudgetLine, @RequestLoaders() loaders: Loaders): Promise<Site | null> {
    return siteId ? loaders.byId(Site).load(siteId) : null;
  }
}

const linesOfVersions: Batch<string, BudgetVersionLine[]> = async (ids, { manager }) => {
  const rows = await manager.find(BudgetVersionLine, { where: { versionId: In([...ids]) } });
  return grouped(ids, rows, (row) => row.versionId);
};

/** The name of a person, for who did something. */
export const nameOf = async (id: string | null, loaders: Loaders): Promise<string | null> =>
  id ? ((await loaders.byId(Person).load(id))?.name ?? null) : null;

@Resolver(() => BudgetVersion)
export class BudgetVersionResolver {
  @ResolveField(() => [VersionLine])
  async lines(@Parent() { id }: BudgetVersion, @RequestLoaders() loaders: Loaders): Promise<VersionLine[]> {
    const rows = await loaders.of(linesOfVersions).load(id);
    const lines = await loaders.byId(BudgetLine).loadMany(rows.map((row) => row.lineId));
    return rows
      .map(({ cents }, at) => ({ line: lines[at] as BudgetLine, cents }))
      .toSorted((a, b) => (a.line.code < b.line.code ? -1 : 1));
  }

  @ResolveField(() => String, { nullable: true })
  createdBy(@Parent() { createdBy }: BudgetVersion, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(createdBy, loaders);
  }

  @ResolveField(() => String, { nullable: true })
  decidedBy(@Parent() { decidedBy }: BudgetVersion, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(decidedBy, loaders);
  }
}
