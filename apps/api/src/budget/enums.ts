import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../platform/graphql/enum-of.js';

export const EnvelopeKind = enumOf('EQUIPMENT', 'RUNNING');
export type EnvelopeKind = keyof typeof EnvelopeKind;
registerEnumType(EnvelopeKind, { name: 'EnvelopeKind' });

export const VatRule = enumOf('NOT_RECOVERABLE', 'NEVER');
export type VatRule = keyof typeof VatRule;
registerEnumType(VatRule, { name: 'VatRule', description: 'Which VAT may be claimed: what cannot be recovered, or none.' });

export const RetentionFrom = enumOf('LAST_PAYMENT', 'END_OF_YEAR_OF_LAST_PAYMENT');
export type RetentionFrom = keyof typeof RetentionFrom;
registerEnumType(RetentionFrom, { name: 'RetentionFrom' });

export const Rubric = enumOf('INVESTMENT', 'PERSONNEL', 'OPERATIONS', 'OVERHEAD', 'EXTERNAL', 'PROMOTION');
export type Rubric = keyof typeof Rubric;
registerEnumType(Rubric, { name: 'Rubric' });

export const BudgetVersionState = enumOf('DRAFT', 'ACTIVE', 'CLOSED');
export type BudgetVersionState = keyof typeof BudgetVersionState;
registerEnumType(BudgetVersionState, { name: 'BudgetVersionState' });

export const Procedure = enumOf('LOW_VALUE', 'NEGOTIATED', 'SIMPLIFIED', 'OPEN');
export type Procedure = keyof typeof Procedure;
registerEnumType(Procedure, { name: 'Procedure', description: 'How a contract was awarded; the lightest first.' });

export const InvoiceKind = enumOf('INVOICE', 'CREDIT_NOTE');
export type InvoiceKind = keyof typeof InvoiceKind;
registerEnumType(InvoiceKind, { name: 'InvoiceKind' });

export const ClaimState = enumOf('DRAFT', 'SUBMITTED', 'IN_CONTROL', 'CERTIFIED');
export type ClaimState = keyof typeof ClaimState;
registerEnumType(ClaimState, { name: 'ClaimState' });

export const TransferState = enumOf('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN');
export type TransferState = keyof typeof TransferState;
registerEnumType(TransferState, { name: 'TransferState' });

export const TariffKind = enumOf('KM', 'TRIP_HOUR', 'CARE_HOUR');
export type TariffKind = keyof typeof TariffKind;
registerEnumType(TariffKind, { name: 'TariffKind' });

export const CostKind = enumOf('TRIP', 'MAINTENANCE');
export type CostKind = keyof typeof CostKind;
registerEnumType(CostKind, { name: 'CostKind' });

export const CostState = enumOf('PROPOSED', 'ACCEPTED', 'DISMISSED');
export type CostState = keyof typeof CostState;
registerEnumType(CostState, { name: 'CostState' });

export const LeftHow = enumOf('SOLD', 'MOVED_OUT', 'SCRAPPED');
export type LeftHow = keyof typeof LeftHow;
registerEnumType(LeftHow, { name: 'LeftHow', description: 'How a unit left for good.' });

export const Stage = enumOf('AVAILABLE', 'COMMITTED', 'INVOICED', 'PAID', 'CLAIMED', 'CERTIFIED', 'DEDUCTED');
registerEnumType(Stage, { name: 'Stage' });

export const Account = enumOf('OUTSIDE', 'AVAILABLE', 'COMMITTED', 'INVOICED', 'PAID', 'CLAIMED', 'CERTIFIED', 'DEDUCTED');
registerEnumType(Account, { name: 'Account' });

export const PostingKind = enumOf(
  'ALLOT',
  'WITHDRAW',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'COMMIT',
  'RELEASE',
  'INVOICE',
  'INVOICE_DIRECT',
  'CREDIT',
  'CREDIT_DIRECT',
  'PAY',
  'REFUND',
  'COST',
  'CLAIM',
  'PARK',
  'CLAIM_FLAT',
  'PARK_FLAT',
  'CERTIFY',
  'DEDUCT',
);
registerEnumType(PostingKind, { name: 'PostingKind' });
