/** MINOR: usable as it is; MAJOR: usable with care; BLOCKING: not usable until it is solved. */
export const DEFECT_SEVERITIES = ['MINOR', 'MAJOR', 'BLOCKING'] as const;
export type DefectSeverity = (typeof DEFECT_SEVERITIES)[number];

export const DEFECT_STATUSES = ['REPORTED', 'CONFIRMED', 'IN_REPAIR', 'SOLVED'] as const;
export type DefectStatus = (typeof DEFECT_STATUSES)[number];

/** What was solved may come back; nothing returns to reported. */
const NEXT: Record<DefectStatus, readonly DefectStatus[]> = {
  REPORTED: ['CONFIRMED', 'IN_REPAIR', 'SOLVED'],
  CONFIRMED: ['IN_REPAIR', 'SOLVED'],
  IN_REPAIR: ['CONFIRMED', 'SOLVED'],
  SOLVED: ['CONFIRMED'],
};

/** Whether a defect may go from one status to another; staying where it is, too (another severity, another date). */
export function canBecome(from: DefectStatus, to: DefectStatus): boolean {
  return from === to || NEXT[from].includes(to);
}

export function nextStatuses(from: DefectStatus): readonly DefectStatus[] {
  return NEXT[from];
}

/** Whether it keeps the unit from being booked. */
export function blocks(defect: { readonly severity: DefectSeverity; readonly status: DefectStatus }): boolean {
  return defect.severity === 'BLOCKING' && defect.status !== 'SOLVED';
}
