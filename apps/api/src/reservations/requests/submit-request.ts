import { dayOf, wrongInWindow } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { DOMAINS } from '../../equipment/domains.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { MOST_PARTICIPANTS, requireUuid } from '../../placement/ask.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { bookingOrganisation } from '../create-reservation.js';
import { type By, requireAllowed } from '../with-reservation.js';
import { mailRequest } from './mail-request.js';
import { Request } from './request.entity.js';
import type { SubmitRequestInput } from './request.inputs.js';

const LONGEST_COURSE = 200;
const LONGEST_REMARK = 2_000;

/** Puts a wish on the planner's list. Gives the request's id. */
export function submitRequest(tx: EntityManager, by: By, input: SubmitRequestInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'submitRequest', input, async () => {
    const organisationId = await bookingOrganisation(tx, by.actor, input.organisationId);
    requireAllowed(by.actor, 'request.submit', { organisationId });
    const wish = { ...(await checkWish(tx, input)), ...checkDetails(input) };
    const { identifiers } = await tx.insert(Request, { ...wish, organisationId, requesterId: by.actor.personId! });
    const id = (identifiers[0] as { id: string }).id;
    await recordAudit(tx, by.actor, {
      action: 'request.submit',
      entity: 'request',
      entityId: id,
      after: { ...wish, organisationId, state: 'OPEN' },
    });
    await mailRequest(tx, by.settings, 'requestSubmitted', id);
    return id;
  });
}

async function checkWish(tx: EntityManager, input: SubmitRequestInput) {
  if (Boolean(input.modelCode) === Boolean(input.domain)) refuse('INVALID_INPUT', { field: 'modelCode' });
  const model = input.modelCode ? await tx.findOneBy(EquipmentModel, { code: input.modelCode }) : null;
  if (input.modelCode && !model) refuse('NOT_FOUND', { field: 'modelCode' });
  if (input.domain && !(input.domain in DOMAINS)) refuse('NOT_FOUND', { field: 'domain' });
  const siteId = requireUuid(input.siteId, 'siteId');
  if (!(await tx.existsBy(Site, { id: siteId }))) refuse('NOT_FOUND', { field: 'siteId' });
  return { modelId: model?.id ?? null, domain: input.domain ?? null, siteId };
}

function checkDetails(input: SubmitRequestInput) {
  const { earliestDay, latestDay, days, groupSize, targetGroup } = input;
  const preferred = (input.preferred ?? []).map(({ firstDay, lastDay }) => ({ firstDay, lastDay }));
  const wrong = wrongInWindow({ earliestDay, latestDay, days, preferred }, dayOf(Date.now()));
  if (wrong === 'earliestDay') refuse('IN_THE_PAST', { firstDay: earliestDay, lastDay: latestDay });
  if (wrong) refuse('INVALID_INPUT', { field: wrong, firstDay: earliestDay, lastDay: latestDay });
  if (!Number.isInteger(groupSize) || groupSize < 1 || groupSize > MOST_PARTICIPANTS)
    refuse('INVALID_INPUT', { field: 'groupSize', available: String(MOST_PARTICIPANTS) });
  const sme = input.sme ?? null;
  if ((targetGroup === 'COMPANY_STAFF') !== (sme !== null)) refuse('INVALID_INPUT', { field: 'sme' });
  const course = input.course.trim();
  if (course.length < 2 || course.length > LONGEST_COURSE) refuse('INVALID_INPUT', { field: 'course' });
  const remark = input.remark?.trim() || null;
  if ((remark?.length ?? 0) > LONGEST_REMARK) refuse('INVALID_INPUT', { field: 'remark' });
  return { earliestDay, latestDay, days, preferred, groupSize, targetGroup, sme, course, remark };
}
