import { Asset, AssetShare } from './assets/assets.entities.js';
import { ClosedMonth, StandIn, Transfer } from './deciding/deciding.entities.js';
import {
  AgreementShare,
  BudgetLine,
  BudgetVersion,
  BudgetVersionLine,
  Envelope,
  Funder,
  FundingAgreement,
} from './funding/funding.entities.js';
import { BankMatch, BankMovement, BankStatement } from './intake/bank/bank.entities.js';
import { IncomingInvoice } from './intake/incoming/incoming.entities.js';
import { BudgetImport } from './intake/tables/budget-import.entity.js';
import { LedgerCheck, LineBalance, PaperBalance, Posting } from './ledger/ledger.entities.js';
import { LineMonth } from './overview/line-month.entity.js';
import {
  Commitment,
  Invoice,
  InvoiceAllocation,
  InvoiceLine,
  InvoicePart,
  ProcurementThreshold,
  Supplier,
} from './papers/papers.entities.js';
import { Claim, ClaimItem, ClaimShare, Expenditure, Payment } from './paying/paying.entities.js';
import { CostProposal, Tariff } from './running/running.entities.js';

export const budgetEntities = [
  Envelope,
  Funder,
  FundingAgreement,
  AgreementShare,
  BudgetLine,
  BudgetVersion,
  BudgetVersionLine,
  Supplier,
  ProcurementThreshold,
  Commitment,
  Invoice,
  InvoiceLine,
  InvoicePart,
  InvoiceAllocation,
  Payment,
  Expenditure,
  Claim,
  ClaimItem,
  ClaimShare,
  Transfer,
  StandIn,
  ClosedMonth,
  Posting,
  LineBalance,
  LineMonth,
  PaperBalance,
  LedgerCheck,
  Asset,
  AssetShare,
  Tariff,
  CostProposal,
  IncomingInvoice,
  BankStatement,
  BankMovement,
  BankMatch,
  BudgetImport,
];
