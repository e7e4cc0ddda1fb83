import { movesThrough } from '@karavaan/domain';
import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import type { Batch, Loaders } from '../../platform/graphql/loaders.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Account, PostingKind, Stage } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { nameOf } from '../funding/funding.resolver.js';
import { BudgetSort, listRows, sumRows, when } from '../lists.js';
import { CentsScalar } from '../money.js';
import { LedgerCheck, Posting } from './ledger.entities.js';

export const PaperKind = enumOf('COMMITMENT', 'INVOICE', 'CLAIM', 'COST');
registerEnumType(PaperKind, { name: 'PaperKind' });

@ObjectType({ description: 'What a posting is about, and the page that shows it.' })
export class PaperLink {
  @Field(() => PaperKind)
  kind: keyof typeof PaperKind;

  @Field(() => ID, { description: 'Of the commitment, invoice, claim or cost.' })
  id: string;

  @Field({ description: 'Its number.' })
  label: string;
}

const postings = connectionOf(Posting, 'Posting');
@ObjectType()
export class PostingConnection extends postings.Connection {}

@InputType()
export class PostingFilter {
  @Field(() => ID, { nullable: true })
  envelopeId?: string | null;

  @Field(() => ID, { nullable: true })
  agreementId?: string | null;

  @Field(() => ID, { nullable: true })
  lineId?: string | null;

  @Field(() => Account, { nullable: true, description: 'Into it or out of it.' })
  account?: keyof typeof Account | null;

  @Field(() => [PostingKind], { nullable: true })
  kinds?: (keyof typeof PostingKind)[] | null;

  @Field(() => Stage, {
    nullable: true,
    description: 'What moved money into the stage as it is shown, or out of it: together they are the figure.',
  })
  through?: keyof typeof Stage | null;

  @Field(() => ID, { nullable: true, description: 'A commitment, an invoice or a claim.' })
  aboutId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;
}

const POSTINGS = {
  entity: Posting,
  from: 'posting t JOIN budget_line l ON l.id = t.line_id',
  sorts: {
    id: { sql: 't.id', type: 'bigint' },
    bookedOn: { sql: 't.booked_on', type: 'date' },
    cents: { sql: 't.cents', type: 'bigint' },
  },
  order: { by: 'id', descending: true },
  search: ['l.code', 'l.name', 't.act'],
} as const;

/** The papers that postings name, of one commitment, invoice, claim or cost. */
const ABOUT = `(SELECT id FROM invoice_part WHERE invoice_id::text = ?
  UNION ALL SELECT e.id FROM expenditure e JOIN payment p ON p.id = e.payment_id WHERE p.invoice_id::text = ?
  UNION ALL SELECT e.id FROM expenditure e WHERE e.cost_id::text = ?
  UNION ALL SELECT id FROM claim_item WHERE claim_id::text = ?
  UNION ALL SELECT id FROM commitment WHERE id::text = ?)`;

const ofLines = (what: string) =>
  `t.line_id IN (SELECT x.id FROM budget_line x JOIN funding_agreement a ON a.id = x.agreement_id WHERE ${what})`;

const conditions = (filter: PostingFilter) => [
  when(ofLines('a.envelope_id::text = ?'), filter.envelopeId),
  when(ofLines('a.id::text = ?'), filter.agreementId),
  when('t.line_id::text = ?', filter.lineId),
  when('? IN (t.from_account, t.to_account)', filter.account),
  when('t.kind = ANY(?)', filter.kinds),
  when('t.kind = ANY(?)', filter.through && [...movesThrough(filter.through).keys()]),
  when(`(t.from_paper IN ${ABOUT} OR t.to_paper IN ${ABOUT})`, filter.aboutId),
  when('t.booked_on >= ?', filter.from),
  when('t.booked_on <= ?', filter.to),
];

@Resolver()
export class LedgerResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => PostingConnection, {
    description: 'The journal, to which every figure drills. The newest first; ordered by id, bookedOn or cents.',
  })
  postings(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: PostingFilter = {},
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('sort', { type: () => BudgetSort, nullable: true }) sort: BudgetSort | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<PostingConnection> {
    requirePermission(actor, 'budget.read');
    return listRows(this.dataSource.manager, POSTINGS, { first, after, text, sort }, conditions(filter));
  }

  @Query(() => CentsScalar, { description: 'What the postings of a filter move into a stage, less what they take out of it.' })
  async postingSum(
    @CurrentActor() actor: Actor,
    @Args('through', { type: () => Stage }) through: keyof typeof Stage,
    @Args('filter', { nullable: true }) filter: PostingFilter = {},
    @Args('text', { type: () => String, nullable: true }) text: string | null,
  ): Promise<bigint> {
    requirePermission(actor, 'budget.read');
    const moves = movesThrough(through);
    const of = (sign: number) => [...moves].flatMap(([kind, each]) => (each === sign ? kind : []));
    return sumRows(
      this.dataSource.manager,
      POSTINGS,
      `(CASE WHEN t.kind = ANY('{${of(1).join(',')}}') THEN 1 WHEN t.kind = ANY('{${of(-1).join(',')}}') THEN -1 ELSE 0 END)
       * (CASE WHEN t.reverses IS NULL THEN 1 ELSE -1 END) * t.cents`,
      text,
      conditions(filter),
    );
  }

  @Query(() => LedgerCheck, {
    nullable: true,
    description: 'The last check of all balances; where it is not clean the screens say so. None before the first.',
  })
  async ledgerCheck(@CurrentActor() actor: Actor): Promise<LedgerCheck | null> {
    requirePermission(actor, 'budget.read');
    const [last] = await this.dataSource.manager.find(LedgerCheck, { order: { at: 'DESC' }, take: 1 });
    return last ?? null;
  }
}

const papersOf: Batch<string, PaperLink | null> = async (ids, { manager }) => {
  const rows = await manager.query<(PaperLink & { paper: string })[]>(
    `SELECT c.id AS paper, 'COMMITMENT' AS kind, c.id, c.number::text AS label FROM commitment c WHERE c.id = ANY($1::uuid[])
     UNION ALL SELECT p.id, 'INVOICE', i.id, i.number FROM invoice_part p JOIN invoice i ON i.id = p.invoice_id WHERE p.id = ANY($1::uuid[])
     UNION ALL SELECT e.id, 'INVOICE', i.id, i.number FROM expenditure e JOIN payment p ON p.id = e.payment_id
                 JOIN invoice i ON i.id = p.invoice_id WHERE e.id = ANY($1::uuid[])
     UNION ALL SELECT e.id, 'COST', c.id, c.description FROM expenditure e JOIN cost_proposal c ON c.id = e.cost_id WHERE e.id = ANY($1::uuid[])
     UNION ALL SELECT x.id, 'CLAIM', c.id, c.number::text FROM claim_item x JOIN claim c ON c.id = x.claim_id WHERE x.id = ANY($1::uuid[])`,
    [[...ids]],
  );
  const found = new Map(rows.map(({ paper, ...link }) => [paper, link]));
  return ids.map((id) => found.get(id) ?? null);
};

@Resolver(() => Posting)
export class PostingResolver {
  @ResolveField(() => BudgetLine)
  line(@Parent() { lineId }: Posting, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(lineId);
  }

  @ResolveField(() => String, { nullable: true, description: 'None for the program itself.' })
  createdBy(@Parent() { createdBy }: Posting, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(createdBy, loaders);
  }

  @ResolveField(() => PaperLink, { nullable: true, description: 'Where the money came from.' })
  async from(@Parent() { fromPaper }: Posting, @RequestLoaders() loaders: Loaders): Promise<PaperLink | null> {
    return fromPaper ? loaders.of(papersOf).load(fromPaper) : null;
  }

  @ResolveField(() => PaperLink, { nullable: true, description: 'Where it went.' })
  async to(@Parent() { toPaper }: Posting, @RequestLoaders() loaders: Loaders): Promise<PaperLink | null> {
    return toPaper ? loaders.of(papersOf).load(toPaper) : null;
  }
}

@ObjectType({ description: 'A balance that is not what the postings make it.' })
export class LedgerDifference {
  @Field()
  what: string;

  @Field(() => ID)
  id: string;

  @Field()
  account: string;

  @Field()
  kept: string;

  @Field()
  rebuilt: string;
}

@Resolver(() => LedgerCheck)
export class LedgerCheckResolver {
  @ResolveField(() => [LedgerDifference])
  differences(@Parent() { differences }: LedgerCheck): LedgerDifference[] {
    return differences;
  }

  @ResolveField(() => String, { nullable: true, description: 'None for the nightly one.' })
  checkedBy(@Parent() { checkedBy }: LedgerCheck, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(checkedBy, loaders);
  }
}
