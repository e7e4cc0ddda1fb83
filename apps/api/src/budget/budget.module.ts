import { Module } from '@nestjs/common';
import { can } from '@karavaan/domain';
import { ownsDocuments } from '../platform/documents/document-owners.js';
import { ClosedMonthResolver, DecidingResolver, StandInResolver, TransferResolver } from './deciding/deciding.resolver.js';
import {
  BudgetLineResolver,
  BudgetVersionResolver,
  EnvelopeResolver,
  FundingAgreementResolver,
  FundingResolver,
} from './funding/funding.resolver.js';
import { AssetPartResolver, AssetsResolver, UnitAssetResolver } from './assets/assets.resolver.js';
import { RunningResolver } from './running/running.resolver.js';
import { DecidingMutations } from './deciding/deciding.mutations.js';
import { FundingMutations } from './funding/funding.mutations.js';
import { PapersMutations } from './papers/papers.mutations.js';
import { PayingMutations } from './paying/paying.mutations.js';
import { RefusalLineResolver } from './refusal-line.resolver.js';
import { BundleController } from './bundle/bundle.controller.js';
import { AttachPapersResolver, ClaimPapersResolver } from './intake/attach-papers.resolver.js';
import { BankResolver } from './intake/bank/bank.resolver.js';
import { EInvoicesController } from './intake/incoming/e-invoices.controller.js';
import { IncomingResolver } from './intake/incoming/incoming.resolver.js';
import { TablesResolver } from './intake/tables/tables.resolver.js';
import { BudgetTrailResolver } from './trail/trail.resolver.js';
import { LedgerCheckResolver, LedgerResolver, PostingResolver } from './ledger/ledger.resolver.js';
import { AbsorptionResolver, BudgetMonthResolver, OverviewResolver } from './overview/overview.resolver.js';
import {
  CommitmentResolver,
  InvoiceAllocationResolver,
  InvoiceLineResolver,
  InvoicePartResolver,
  InvoiceResolver,
  PapersResolver,
} from './papers/papers.resolver.js';
import {
  ClaimItemResolver,
  ClaimResolver,
  ExpenditureResolver,
  PayingResolver,
  PaymentResolver,
} from './paying/paying.resolver.js';

// Who reads the budget reads its papers.
for (const entity of ['commitment', 'invoice', 'payment', 'claim', 'incoming_invoice', 'bank_statement'])
  ownsDocuments(entity, (_manager, actor) => Promise.resolve(can(actor, 'budget.read')));

@Module({
  controllers: [EInvoicesController, BundleController],
  providers: [
    FundingResolver,
    EnvelopeResolver,
    FundingAgreementResolver,
    BudgetLineResolver,
    BudgetVersionResolver,
    PapersResolver,
    CommitmentResolver,
    InvoiceResolver,
    InvoiceLineResolver,
    InvoiceAllocationResolver,
    InvoicePartResolver,
    PayingResolver,
    PaymentResolver,
    ExpenditureResolver,
    ClaimResolver,
    ClaimItemResolver,
    DecidingResolver,
    TransferResolver,
    StandInResolver,
    ClosedMonthResolver,
    LedgerResolver,
    PostingResolver,
    LedgerCheckResolver,
    BudgetTrailResolver,
    OverviewResolver,
    AbsorptionResolver,
    BudgetMonthResolver,
    FundingMutations,
    AssetsResolver,
    AssetPartResolver,
    UnitAssetResolver,
    RunningResolver,
    PapersMutations,
    PayingMutations,
    DecidingMutations,
    RefusalLineResolver,
    IncomingResolver,
    BankResolver,
    TablesResolver,
    AttachPapersResolver,
    ClaimPapersResolver,
  ],
})
export class BudgetModule {}
