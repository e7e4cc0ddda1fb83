import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const IncomingState = enumOf('PARKED', 'BOOKED', 'DISMISSED');
export type IncomingState = keyof typeof IncomingState;
registerEnumType(IncomingState, { name: 'IncomingState' });

export const ParkedReason = enumOf('WRONG', 'SUPPLIER_UNKNOWN', 'OTHER_CURRENCY', 'NEEDS_INVOICE', 'NEEDS_LINE', 'REFUSED');
export type ParkedReason = keyof typeof ParkedReason;
registerEnumType(ParkedReason, { name: 'ParkedReason', description: 'What an e-invoice waits for.' });

export const MovementState = enumOf('OPEN', 'MATCHED', 'SET_ASIDE');
export type MovementState = keyof typeof MovementState;
registerEnumType(MovementState, { name: 'MovementState' });

export const FindingCode = enumOf(
  'MISSING',
  'NOT_A_NUMBER',
  'NOT_A_DAY',
  'TOO_MANY_DECIMALS',
  'TOO_LARGE',
  'OTHER_CURRENCY',
  'LINE_NET_DIFFERS',
  'ALLOWANCE_DIFFERS',
  'PRICE_DIFFERS',
  'TOTAL_DIFFERS',
  'VAT_BASE_DIFFERS',
  'VAT_AMOUNT_DIFFERS',
  'VAT_CATEGORY_UNKNOWN',
  'VAT_NOT_BROKEN_DOWN',
);
registerEnumType(FindingCode, { name: 'FindingCode', description: 'What is wrong in an e-invoice.' });

export const BudgetImportKind = enumOf('BUDGET', 'PAYMENTS', 'EXTERNAL_LEDGER');
export type BudgetImportKind = keyof typeof BudgetImportKind;
registerEnumType(BudgetImportKind, { name: 'BudgetImportKind', description: 'What a table that is brought holds.' });

export const BudgetRowDoes = enumOf('NEW', 'CHANGED', 'UNCHANGED', 'WRONG');
registerEnumType(BudgetRowDoes, { name: 'BudgetRowDoes' });

export const BudgetRowProblem = enumOf(
  'MISSING',
  'NOT_AN_AMOUNT',
  'AMBIGUOUS',
  'TOO_MANY_DECIMALS',
  'TOO_LARGE',
  'NOT_A_DAY',
  'UNKNOWN_INVOICE',
  'SEVERAL_INVOICES',
  'UNKNOWN_RUBRIC',
  'UNKNOWN_LINE',
  'TWICE',
  'OVER_INVOICE',
  'NOT_BOOKED_HERE',
  'NOT_IN_FILE',
  'DIFFERS',
);
registerEnumType(BudgetRowProblem, { name: 'BudgetRowProblem', description: 'What is wrong in a row, or differs.' });

export const AttachedTo = enumOf('COMMITMENT', 'INVOICE', 'PAYMENT', 'CLAIM');
export type AttachedTo = keyof typeof AttachedTo;
registerEnumType(AttachedTo, { name: 'AttachedTo', description: 'What files are attached to.' });
