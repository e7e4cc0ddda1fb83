import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from './enum-of.js';

export const Locale = enumOf('nl', 'fr', 'en');
export type Locale = keyof typeof Locale;
registerEnumType(Locale, { name: 'Locale' });

export const Role = enumOf('COORDINATOR', 'PLANNER', 'DRIVER', 'BUDGET_OFFICER', 'ADMINISTRATOR');
export type Role = keyof typeof Role;
registerEnumType(Role, { name: 'Role' });

/** Why something did not happen; each code has its sentence in the screens' message catalogues. */
export const RefusalCode = enumOf(
  'UNIT_TAKEN',
  'TOO_FAR_BEFORE',
  'TOO_FAR_AFTER',
  'SITE_CLOSED',
  'IN_THE_PAST',
  'TOO_SHORT_NOTICE',
  'SITE_NOT_VALID',
  'UNIT_OUT_OF_SERVICE',
  'FIXED_ELSEWHERE',
  'POWER_MISSING',
  'FLOOR_TOO_SMALL',
  'NO_STEP_FREE_ACCESS',
  'GROUP_TOO_LARGE',
  'INSPECTION_EXPIRED',
  'POWER_UNKNOWN',
  'FLOOR_UNKNOWN',
  'ACCESS_UNKNOWN',
  'GROUP_LIMIT_UNKNOWN',
  'INSPECTION_UNKNOWN',
  'INSPECTION_PLANNED',
  'UNIT_DEFECT',
  'TURNAROUND',
  'IN_ROUND',
  'CAP_REACHED',
  'AUTHORISATION_MISSING',
  'AUTHORISATION_ENDS',
  'SESSION_FULL',
  'INSTRUCTOR_MISSING',
  'INSTRUCTOR_TAKEN',
  'TERMS_NOT_ACCEPTED',
  'OTHER_BOOKING',
  'ALREADY_HANDED_OVER',
  'NOT_ALLOWED',
  'NOT_SIGNED_IN',
  'NOT_FOUND',
  'STATE_CHANGED',
  'HOLD_EXPIRED',
  'INVALID_INPUT',
  'KEY_REUSED',
  'ALREADY_EXISTS',
  'TOO_MANY_ATTEMPTS',
  'WRONG_CREDENTIALS',
  'LAST_ADMINISTRATOR',
  'BUDGET_LINE_TOO_SMALL',
  'COMMITMENT_TOO_SMALL',
  'INVOICE_TOO_SMALL',
  'PAYMENT_OVER_INVOICE',
  'NOT_PAID',
  'CLAIM_ITEM_TOO_SMALL',
  'AGREEMENT_TOO_SMALL',
  'AMOUNT_NOT_POSITIVE',
  'NEGATIVE_PART',
  'RECOVERABLE_OVER_VAT',
  'OVER_ALLOCATED',
  'FLAT_RATE_TAKES_NO_COST',
  'OUTSIDE_WINDOW',
  'NOT_CLAIMABLE',
  'VERSION_CLOSED',
  'LINE_CLOSED',
  'COMMITMENT_CLOSED',
  'CLAIM_FROZEN',
  'CLAIM_EMPTY',
  'LATER_CLAIM',
  'PARTS_DIFFER_FROM_DECLARED',
  'DUPLICATE_INVOICE',
  'OTHER_AGREEMENT',
  'OTHER_SUPPLIER',
  'OWN_REQUEST',
  'MONTH_CLOSED',
  'MONTH_NOT_OVER',
  'RUNNING_COSTS_ELSEWHERE',
  'SHARES_NOT_WHOLE',
  'STILL_DURABLE',
  'SUM_DIFFERS',
);
export type RefusalCode = keyof typeof RefusalCode;
registerEnumType(RefusalCode, { name: 'RefusalCode' });

export const AlternativeKind = enumOf('OTHER_DATES', 'EQUAL_UNIT', 'NEARER_SITE');
export type AlternativeKind = keyof typeof AlternativeKind;
registerEnumType(AlternativeKind, { name: 'AlternativeKind' });
