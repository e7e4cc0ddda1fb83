import { dayOf, daysBetween } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../with-reservation.js';
import { RequestRound, RequestRoundModel } from './request-round.entity.js';
import type { PlanRoundInput } from './round.inputs.js';
import { stateOfRound } from './state-of-round.js';
import { lockRound, saveRound } from './with-round.js';

const MOST_MODELS = 30;
const LONGEST_PERIOD_DAYS = 200;

/** Makes a round. From its opening until it is published its days are kept from direct booking. Gives the round's id. */
export function planRound(tx: EntityManager, by: By, input: PlanRoundInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'planRound', input, async () => {
    requireAllowed(by.actor, 'round.plan', {});
    const { modelCodes, ...rest } = input;
    const fields = checkRound(rest);
    const codes = [...new Set(modelCodes)];
    if (codes.length === 0 || codes.length > MOST_MODELS) refuse('INVALID_INPUT', { field: 'modelCodes' });
    const models = await tx.findBy(EquipmentModel, { code: In(codes) });
    if (models.length !== codes.length) refuse('NOT_FOUND', { field: 'modelCodes' });
    const { identifiers } = await tx.insert(RequestRound, { ...fields, createdBy: by.actor.personId! });
    const id = (identifiers[0] as { id: string }).id;
    await tx.insert(
      RequestRoundModel,
      models.map((model) => ({ roundId: id, modelId: model.id })),
    );
    await recordAudit(tx, by.actor, {
      action: 'round.plan',
      entity: 'request_round',
      entityId: id,
      after: { ...fields, modelCodes: codes },
    });
    return id;
  });
}

function checkRound(input: Omit<PlanRoundInput, 'modelCodes'>) {
  const { opensOn, closesOn, firstDay, lastDay, weightServed, weightAccess, weightGroup } = input;
  const name = input.name.trim();
  if (name.length < 3 || name.length > 80) refuse('INVALID_INPUT', { field: 'name' });
  if (opensOn < dayOf(Date.now())) refuse('IN_THE_PAST', { firstDay: opensOn });
  if (closesOn < opensOn) refuse('INVALID_INPUT', { field: 'closesOn' });
  if (firstDay <= opensOn) refuse('INVALID_INPUT', { field: 'firstDay' });
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days < 1 || days > LONGEST_PERIOD_DAYS)
    refuse('INVALID_INPUT', { field: 'lastDay', available: String(LONGEST_PERIOD_DAYS) });
  const weights = { weightServed, weightAccess, weightGroup };
  for (const [field, weight] of Object.entries(weights))
    if (!Number.isInteger(weight) || weight < 0 || weight > 100) refuse('INVALID_INPUT', { field, available: '100' });
  const caps = { capPlacements: input.capPlacements ?? null, capDays: input.capDays ?? null };
  for (const [field, cap] of Object.entries(caps))
    if (cap !== null && (!Number.isInteger(cap) || cap < 1)) refuse('INVALID_INPUT', { field });
  return { name, opensOn, closesOn, firstDay, lastDay, ...weights, ...caps };
}

/** Takes no more requests before its day, so that it can be shared out. */
export async function closeRound(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
): Promise<RequestRound> {
  const round = await lockRound(tx, by.actor, id, version);
  if (stateOfRound(round) !== 'OPEN') refuse('STATE_CHANGED', { available: stateOfRound(round) });
  return saveRound(tx, by.actor, 'round.close', round, { closedAt: new Date() });
}

/** Gives it up: its days are free again for who comes first, its requests stay open. */
export async function cancelRound(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
): Promise<RequestRound> {
  const round = await lockRound(tx, by.actor, id, version);
  const state = stateOfRound(round);
  if (state === 'PUBLISHED' || state === 'CANCELLED') refuse('STATE_CHANGED', { available: state });
  return saveRound(tx, by.actor, 'round.cancel', round, { cancelledAt: new Date() });
}
