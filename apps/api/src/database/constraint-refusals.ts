import { RefusalCode } from '../platform/graphql/enums.js';

/** The refusal that a person sees when a named constraint stops a write that the domain had let pass. */
export const constraintRefusals: Readonly<Record<string, RefusalCode>> = {
  occupancy_one_place_at_a_time: RefusalCode.UNIT_TAKEN,
  occupancy_no_teleport: RefusalCode.TOO_FAR_BEFORE,
  occupancy_unit_defect: RefusalCode.UNIT_DEFECT,
  occupancy_inspection_valid: RefusalCode.INSPECTION_EXPIRED,
  reservation_days_ordered: RefusalCode.INVALID_INPUT,
  reservation_group_size_positive: RefusalCode.INVALID_INPUT,
  reservation_participants_not_negative: RefusalCode.INVALID_INPUT,
  reservation_hours_not_negative: RefusalCode.INVALID_INPUT,
  usage_group_sme_of_company: RefusalCode.INVALID_INPUT,
  trip_one_at_a_time: RefusalCode.TRIP_TAKEN,
  trip_load: RefusalCode.TRIP_TOO_SMALL,
  trip_tail_lift: RefusalCode.TRIP_TAIL_LIFT,
  trip_order: RefusalCode.TRIP_ORDER,
  trip_helper_is_another: RefusalCode.INVALID_INPUT,
  transport_absence_ordered: RefusalCode.INVALID_INPUT,
  vehicle_code_unique: RefusalCode.ALREADY_EXISTS,
  stop_leg_once: RefusalCode.LEG_ON_TRIP,
  instruction_one_place_at_a_time: RefusalCode.INSTRUCTOR_TAKEN,
  request_window_holds_days: RefusalCode.INVALID_INPUT,
  request_sme_of_company: RefusalCode.INVALID_INPUT,
  waiting_entry_once: RefusalCode.ALREADY_EXISTS,
  handover_box_once: RefusalCode.ALREADY_HANDED_OVER,
  unit_part_quantity_positive: RefusalCode.INVALID_INPUT,
  organisation_code_unique: RefusalCode.ALREADY_EXISTS,
  organisation_enterprise_number_unique: RefusalCode.ALREADY_EXISTS,
  organisation_enterprise_number_digits: RefusalCode.INVALID_INPUT,
  person_email_unique: RefusalCode.ALREADY_EXISTS,
  access_request_one_open: RefusalCode.ALREADY_EXISTS,
  site_code_unique: RefusalCode.ALREADY_EXISTS,
  line_balance_available_not_negative: RefusalCode.BUDGET_LINE_TOO_SMALL,
  paper_balance_committed_not_negative: RefusalCode.COMMITMENT_TOO_SMALL,
  paper_balance_invoiced_not_negative: RefusalCode.INVOICE_TOO_SMALL,
  paper_balance_paid_not_negative: RefusalCode.NOT_PAID,
  paper_balance_claimed_not_negative: RefusalCode.CLAIM_ITEM_TOO_SMALL,
  funding_agreement_not_over_allotted: RefusalCode.AGREEMENT_TOO_SMALL,
  invoice_once: RefusalCode.DUPLICATE_INVOICE,
  invoice_not_over_paid: RefusalCode.PAYMENT_OVER_INVOICE,
  invoice_line_not_over_allocated: RefusalCode.OVER_ALLOCATED,
  claim_item_once: RefusalCode.ALREADY_EXISTS,
  claim_item_frozen: RefusalCode.CLAIM_FROZEN,
  claim_item_parts_add_up: RefusalCode.PARTS_DIFFER_FROM_DECLARED,
  posting_month_open: RefusalCode.MONTH_CLOSED,
  posting_act_once: RefusalCode.STATE_CHANGED,
  transfer_second_person: RefusalCode.OWN_REQUEST,
  budget_version_second_person: RefusalCode.OWN_REQUEST,
  budget_line_code_unique: RefusalCode.ALREADY_EXISTS,
  supplier_enterprise_number_unique: RefusalCode.ALREADY_EXISTS,
  supplier_enterprise_number_digits: RefusalCode.INVALID_INPUT,
  supplier_vat_number_unique: RefusalCode.ALREADY_EXISTS,
  closed_month_pkey: RefusalCode.MONTH_CLOSED,
  tariff_once: RefusalCode.ALREADY_EXISTS,
  site_travel_moves: RefusalCode.INVALID_INPUT,
};

/** The refusal behind a database error, or undefined when it is no refusal but a fault. */
export function refusalFromConstraint(error: unknown): RefusalCode | undefined {
  const name = constraintOf(error);
  return name === undefined ? undefined : constraintRefusals[name];
}

/** The constraint's name in an error of pg, also where TypeORM wrapped it. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { constraint, driverError } = error as { constraint?: string; driverError?: unknown };
  return constraint ?? constraintOf(driverError);
}
