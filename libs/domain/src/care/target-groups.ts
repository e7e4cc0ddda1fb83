/** Whom the training is for, in the order of the screens. A company's staff carries the mark whether it is an SME. */
export const TARGET_GROUPS = ['EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS'] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Part of a usage report: how many of one group took part; for a company's staff also whose. */
export interface GroupUse {
  readonly targetGroup: TargetGroup;
  readonly participants: number;
  readonly sme?: boolean | null;
  readonly companyName?: string | null;
}

export const MOST_PER_GROUP = 5_000;

/** The first field of a part that cannot be, or null. Only a company's staff has a company and its mark, and has the mark always. */
export function wrongInGroupUse({
  targetGroup,
  participants,
  sme,
  companyName,
}: GroupUse): 'participants' | 'sme' | 'companyName' | null {
  if (!Number.isInteger(participants) || participants < 1 || participants > MOST_PER_GROUP) return 'participants';
  const ofCompany = targetGroup === 'COMPANY_STAFF';
  if (ofCompany !== (sme !== null && sme !== undefined)) return 'sme';
  if (!ofCompany && companyName) return 'companyName';
  return (companyName?.trim().length ?? 0) > 200 ? 'companyName' : null;
}
