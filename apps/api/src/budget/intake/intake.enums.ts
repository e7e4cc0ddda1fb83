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
