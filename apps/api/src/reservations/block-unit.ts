import { dayOf, overlaps, periodOfDays } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { announceFreed } from '../placement/announce-freed.js';
import { requireUuid, toAsk } from '../placement/ask.js';
import { expireHolds } from '../placement/expire-holds.js';
import { Occupancy } from '../placement/occupancy.entity.js';
import { judge, lockUnits } from '../placement/write-stays.js';
import { refreshFitness } from '../equipment/care/refresh-fitness.js';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { recordAudit } from '../platform/audit.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { once } from '../platform/idempotency.js';
import { isUuid } from '../platform/is-uuid.js';
import { Refused, refuse } from '../platform/refuse.js';
import { Site } from '../sites/site.entity.js';
import { checkReason } from './details.js';
import type { BlockInput } from './reservation.inputs.js';
import { type By, requireAllowed } from './with-reservation.js';

/** Own use by the host of a fixed unit, or maintenance by a planner: time without a stay. Gives the occupancy's id. */
export function blockUnit(tx: EntityManager, by: By, input: BlockInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'blockUnit', input, async () => {
    const reason = checkReason(input.reason, 'reason');
    const unitId = requireUuid(input.unitId, 'unitId');
    await requireBlocker(tx, by, unitId);
    const ask = toAsk({ ...input, siteId: null });
    if (input.lastDay < dayOf(ask.now)) refuse('IN_THE_PAST', { firstDay: input.firstDay, lastDay: input.lastDay });
    await lockUnits(tx, [unitId]);
    await expireHolds(tx, [unitId]);
    const [before] = await judge(tx, by.settings, [unitId], ask);
    const taken = before!.candidate.occupancies
      .filter((each) => overlaps(each, ask.period))
      .map(({ id, kind, siteId, reservationId, start, end }) => ({
        code: kind === 'TURNAROUND' ? ('TURNAROUND' as const) : ('UNIT_TAKEN' as const),
        unitId,
        occupancyId: id,
        siteId,
        reservationId,
        firstDay: dayOf(start),
        lastDay: dayOf(end - 1),
      }));
    if (taken.length) throw new Refused(Refusal.because(taken));
    const { identifiers } = await tx.insert(Occupancy, {
      unitId,
      kind: by.actor.role === 'COORDINATOR' ? 'BLOCK' : 'MAINTENANCE',
      during: `[${new Date(ask.period.start).toISOString()},${new Date(ask.period.end).toISOString()})`,
      reason,
      createdBy: by.actor.personId,
    });
    await requireNextStayReachable(tx, by, unitId, ask.period.end);
    const id = (identifiers[0] as { id: string }).id;
    await recordAudit(tx, by.actor, {
      action: 'unit.block',
      entity: 'occupancy',
      entityId: id,
      after: { unitId, firstDay: input.firstDay, lastDay: input.lastDay, reason },
    });
    return id;
  });
}

/** Takes a block away again. */
export async function unblockUnit(tx: EntityManager, by: By, id: string): Promise<void> {
  const block = isUuid(id) ? await tx.findOneBy(Occupancy, { id, active: true }) : null;
  if (!block || block.kind === 'STAY' || block.kind === 'TURNAROUND') refuse('NOT_FOUND', { field: 'id' });
  await requireBlocker(tx, by, block.unitId);
  await lockUnits(tx, [block.unitId]);
  await tx.update(Occupancy, { id, active: true }, { active: false });
  if (block.inspectionPlanId) await refreshFitness(tx, [block.unitId]);
  await announceFreed(tx);
  await recordAudit(tx, by.actor, {
    action: 'unit.unblock',
    entity: 'occupancy',
    entityId: id,
    before: { active: true },
    after: { active: false },
  });
}

async function requireBlocker(tx: EntityManager, { actor }: By, unitId: string): Promise<void> {
  const unit = await tx.findOneBy(EquipmentUnit, { id: unitId });
  if (!unit) refuse('NOT_FOUND', { field: 'unitId' });
  const home = (await tx.findOneBy(Site, { id: unit.homeSiteId }))!;
  const hostOrganisationId = unit.mobility === 'FIXED' ? home.organisationId : null;
  requireAllowed(actor, 'unit.block', { organisationId: unit.ownerOrganisationId, hostOrganisationId });
}

/** A block in the gap before a stay may take the time in which the kit has to travel to it. */
async function requireNextStayReachable(tx: EntityManager, { settings }: By, unitId: string, after: number): Promise<void> {
  const [next] = await tx.query<{ reservationId: string; siteId: string; firstDay: Date; until: Date }[]>(
    `SELECT reservation_id AS "reservationId", site_id AS "siteId", lower(during) AS "firstDay", upper(during) AS until
       FROM occupancy WHERE unit_id = $1 AND active AND kind = 'STAY' AND lower(during) >= $2 ORDER BY lower(during) LIMIT 1`,
    [unitId, new Date(after)],
  );
  if (!next) return;
  const firstDay = dayOf(next.firstDay.getTime());
  const lastDay = dayOf(next.until.getTime() - 1);
  const ask = {
    firstDay,
    lastDay,
    period: periodOfDays(firstDay, lastDay),
    siteId: next.siteId,
    groupSize: null,
    now: Date.now(),
  };
  const [verdict] = await judge(tx, settings, [unitId], ask, next.reservationId);
  const late = verdict!.verdict.refusals.filter((refusal) => refusal.code === 'TOO_FAR_BEFORE');
  if (late.length)
    throw new Refused(
      Refusal.of('TOO_FAR_AFTER', { unitId, siteId: next.siteId, reservationId: next.reservationId, firstDay, lastDay }),
    );
}
