import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { requireUuid, toAsk } from '../../placement/ask.js';
import { judge } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { once } from '../../platform/idempotency.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Refused, refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { bookingOrganisation } from '../create-reservation.js';
import { checkDetails } from '../details.js';
import { type By, requireAllowed } from '../with-reservation.js';
import { WaitingEntry } from './waiting-entry.entity.js';
import type { JoinWaitingListInput } from './waiting.inputs.js';

/** What passes by itself: time that others give back. Anything else would make the wish wait in vain. */
const PASSES = new Set([
  'UNIT_TAKEN',
  'TURNAROUND',
  'TOO_FAR_BEFORE',
  'TOO_FAR_AFTER',
  'INSPECTION_EXPIRED',
  'UNIT_DEFECT',
  'UNIT_OUT_OF_SERVICE',
]);

/**
 * Puts a wish in line for a model, or for one unit of it. What is free meanwhile is offered at once. Gives the entry's id.
 * @throws Refused: what would still stand in the way when the time were free, ALREADY_EXISTS
 */
export function joinWaitingList(tx: EntityManager, by: By, input: JoinWaitingListInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'joinWaitingList', input, async () => {
    const organisationId = await bookingOrganisation(tx, by.actor, input.organisationId);
    requireAllowed(by.actor, 'waitingList.join', { organisationId });
    const details = checkDetails(input.details);
    const model = await tx.findOneBy(EquipmentModel, { code: input.modelCode });
    if (!model) refuse('NOT_FOUND', { field: 'modelCode' });
    const unitId = input.unitId ? requireUuid(input.unitId, 'unitId') : null;
    const siteId = requireUuid(input.siteId, 'siteId');
    if (!(await tx.existsBy(Site, { id: siteId }))) refuse('NOT_FOUND', { field: 'siteId' });
    const units = await tx.findBy(EquipmentUnit, { modelId: model.id, ...(unitId ? { id: unitId } : {}) });
    if (units.length === 0) refuse('NOT_FOUND', { field: unitId ? 'unitId' : 'modelCode' });

    const ask = { ...toAsk({ ...input, siteId, groupSize: details.groupSize ?? null }), siteId };
    if (input.firstDay <= dayOf(ask.now)) refuse('IN_THE_PAST', { firstDay: input.firstDay, lastDay: input.lastDay });
    const judgements = await judge(
      tx,
      by.settings,
      units.map(({ id }) => id),
      ask,
    );
    const lasting = judgements.map(({ verdict }) => verdict.refusals.filter(({ code }) => !PASSES.has(code)));
    const fewest = lasting.toSorted((a, b) => a.length - b.length)[0]!;
    if (fewest.length > 0) throw new Refused(Refusal.because(fewest));

    const wish = { organisationId, modelId: model.id, unitId, siteId, firstDay: input.firstDay, lastDay: input.lastDay };
    const { identifiers } = await tx.insert(WaitingEntry, { ...wish, ...details, personId: by.actor.personId! });
    const id = (identifiers[0] as { id: string }).id;
    await recordAudit(tx, by.actor, {
      action: 'waiting.join',
      entity: 'waiting_entry',
      entityId: id,
      after: { ...wish, ...details, state: 'WAITING' },
    });
    await enqueue(tx, 'waiting.offer', {});
    return id;
  });
}
