import type { EntityManager } from 'typeorm';
import { checkReason } from '../details.js';
import { type By, requireAllowed } from '../with-reservation.js';
import { mailRequest } from './mail-request.js';
import type { Request } from './request.entity.js';
import { lockRequest, requireOpen, saveRequest } from './with-request.js';

/** The requester's organisation no longer wants it. */
export async function withdrawRequest(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
): Promise<Request> {
  const request = await lockRequest(tx, by.actor, id);
  requireAllowed(by.actor, 'request.withdraw', request);
  const state = requireOpen(request, 'WITHDRAW', version);
  return saveRequest(tx, by.actor, 'request.withdraw', request, { state });
}

/** A planner says no, and why. */
export async function refuseRequest(
  tx: EntityManager,
  by: By,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<Request> {
  const decisionReason = checkReason(reason, 'reason');
  const request = await lockRequest(tx, by.actor, id);
  requireAllowed(by.actor, 'request.decide', request);
  const state = requireOpen(request, 'REFUSE', version);
  const saved = await saveRequest(tx, by.actor, 'request.refuse', request, {
    state,
    decisionReason,
    decidedBy: by.actor.personId,
    decidedAt: new Date(),
  });
  await mailRequest(tx, by.settings, 'requestRefused', id, { reason: decisionReason });
  return saved;
}
