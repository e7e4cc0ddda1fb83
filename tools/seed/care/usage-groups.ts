import { TARGET_GROUPS, type TargetGroup } from '@karavaan/domain';
import type { Random } from '../random.ts';

const COMPANIES = [
  { name: 'Metaalwerken De Poorter', sme: true },
  { name: 'Bouwgroep Vanhecke', sme: true },
  { name: 'Houtatelier Lys', sme: true },
  { name: 'Westkust Installaties', sme: true },
  { name: 'Diepvries Ardo-Zuid', sme: false },
  { name: 'Weverij Ter Leie', sme: false },
] as const;

/** Splits the participants of an ended loan over one or two target groups, as schools and centres would tell them. */
export function usageGroups(reservationId: string, siteKind: string, participants: number, random: Random) {
  const main: TargetGroup =
    siteKind === 'technical-school'
      ? 'PUPILS_STUDENTS'
      : random.pick(TARGET_GROUPS.filter((group) => group !== 'PUPILS_STUDENTS'));
  const second: TargetGroup = random.pick(TARGET_GROUPS);
  const some = participants > 3 && second !== main && random.chance(0.4) ? random.whole(1, Math.floor(participants / 2)) : 0;
  const parts: [TargetGroup, number][] = [
    [main, participants - some],
    [second, some],
  ];
  return parts
    .filter(([, count]) => count > 0)
    .map(([targetGroup, count]) => {
      const company = targetGroup === 'COMPANY_STAFF' ? random.pick(COMPANIES) : null;
      return {
        reservation_id: reservationId,
        target_group: targetGroup,
        participants: count,
        sme: company?.sme ?? null,
        company_name: company?.name ?? null,
      };
    });
}
