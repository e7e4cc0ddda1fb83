import { wrongInGroupUse } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import { UsageGroup } from './usage-group.entity.js';
import type { GroupUseInput } from './usage.input.js';

const MOST_GROUPS = 40;

/**
 * Writes who took part, by target group.
 * @returns how many in all; the given total where no groups are told
 */
export async function writeGroups(
  tx: EntityManager,
  actor: Actor,
  reservationId: string,
  groups: readonly GroupUseInput[],
  total: number,
): Promise<number> {
  if (groups.length === 0) return total;
  if (groups.length > MOST_GROUPS) refuse('INVALID_INPUT', { field: 'groups', available: String(MOST_GROUPS) });
  for (const group of groups) {
    const wrong = wrongInGroupUse(group);
    if (wrong) refuse('INVALID_INPUT', { field: wrong });
  }
  const sum = groups.reduce((all, { participants }) => all + participants, 0);
  if (sum !== total) refuse('INVALID_INPUT', { field: 'participants', needed: String(sum), available: String(total) });
  await tx.insert(
    UsageGroup,
    groups.map(({ targetGroup, participants, sme, companyName }) => ({
      reservationId,
      targetGroup,
      participants,
      sme: sme ?? null,
      companyName: companyName?.trim() || null,
    })),
  );
  await recordAudit(tx, actor, {
    action: 'usage.report',
    entity: 'usage_group',
    entityId: reservationId,
    after: { groups: groups.map(({ targetGroup, participants }) => `${targetGroup} ${participants}`).join(', ') },
  });
  return sum;
}
