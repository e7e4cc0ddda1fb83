import { addDays, keepsTime } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { requireUuid } from '../../placement/ask.js';
import { lockUnits } from '../../placement/write-stays.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { createReservation } from '../create-reservation.js';
import { lockRounds, requireBelowCap } from '../rounds/caps.js';
import type { RequestRound } from '../rounds/request-round.entity.js';
import { stateOfRound } from '../rounds/state-of-round.js';
import { type By, requireAllowed, saveReservation } from '../with-reservation.js';
import { mailRequest } from './mail-request.js';
import { Request } from './request.entity.js';
import type { PlaceRequestInput } from './request.inputs.js';
import { lockRequest, requireOpen, saveRequest } from './with-request.js';

export interface Slot {
  readonly unitId: string;
  readonly firstDay: string;
}

/**
 * *Ken toe*: a planner gives a request its unit and days, through the same guard as a booking. In days that a running round
 * shares out, it counts for the caps of that round. Gives the request's id.
 */
export function placeRequest(tx: EntityManager, by: By, input: PlaceRequestInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'placeRequest', input, async () => {
    const unitId = requireUuid(input.unitId, 'unitId');
    // Units first, then rounds, then the request: the one order that every write keeps.
    await lockUnits(tx, [unitId]);
    const seen = await tx.findOneBy(Request, { id: requireUuid(input.id, 'id') });
    if (!seen) refuse('NOT_FOUND', { field: 'id' });
    const lastDay = addDays(input.firstDay, seen.days - 1);
    const rounds = await lockRounds(tx, unitId, { firstDay: input.firstDay, lastDay });
    const round = rounds.find((each) => keepsTime(stateOfRound(each))) ?? null;
    const request = await lockRequest(tx, by.actor, input.id);
    requireOpen(request, 'PLACE', input.version);
    await giveSlot(tx, by, request, input, round);
    return request.id;
  });
}

/** Places a locked, open request: a confirmed reservation, the cap of its round, the answer, the mail. */
export async function giveSlot(
  tx: EntityManager,
  by: By,
  request: Request,
  { unitId, firstDay }: Slot,
  round: RequestRound | null,
): Promise<Request> {
  requireAllowed(by.actor, 'request.decide', request);
  await requireSuits(tx, request, unitId);
  const lastDay = addDays(firstDay, request.days - 1);
  if (firstDay < request.earliestDay || lastDay > request.latestDay)
    refuse('INVALID_INPUT', { field: 'firstDay', firstDay: request.earliestDay, lastDay: request.latestDay });
  if (round) await requireBelowCap(tx, round, request);
  const requester = (await tx.findOneBy(Person, { id: request.requesterId }))!;
  const wish = {
    unitIds: [unitId],
    siteId: request.siteId,
    firstDay,
    lastDay,
    organisationId: request.organisationId,
    details: { purpose: request.course, groupSize: request.groupSize, contactName: requester.name, remark: request.remark },
  };
  const made = await createReservation(tx, by, wish, {
    state: 'SUBMITTED',
    action: 'reservation.submit',
    requesterId: request.requesterId,
    beyondRounds: true,
  });
  const decided = { decidedBy: by.actor.personId, decidedAt: new Date() };
  await saveReservation(tx, by.actor, 'reservation.confirm', made, { state: 'CONFIRMED', ...decided });
  const saved = await saveRequest(tx, by.actor, 'request.place', request, {
    state: 'PLACED',
    reservationId: made.id,
    roundId: round?.id ?? null,
    ...decided,
  });
  await mailRequest(tx, by.settings, 'requestPlaced', request.id);
  return saved;
}

/** The unit is of the model, or of the domain, that was asked for. */
async function requireSuits(tx: EntityManager, request: Request, unitId: string): Promise<void> {
  const unit = await tx.findOneBy(EquipmentUnit, { id: unitId });
  const model = unit && (await tx.findOneBy(EquipmentModel, { id: unit.modelId }));
  if (!model) refuse('NOT_FOUND', { field: 'unitId' });
  if (request.modelId ? model.id !== request.modelId : model.domain !== request.domain)
    refuse('INVALID_INPUT', { field: 'unitId' });
}
