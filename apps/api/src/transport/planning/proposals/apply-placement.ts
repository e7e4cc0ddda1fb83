import { keepsTime } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { giveSlot } from '../../../reservations/requests/place-request.js';
import { lockRequest, requireOpen } from '../../../reservations/requests/with-request.js';
import { lockRounds } from '../../../reservations/rounds/caps.js';
import { stateOfRound } from '../../../reservations/rounds/state-of-round.js';
import type { By } from '../../../reservations/with-reservation.js';
import type { ProposalItem } from './proposal-item.entity.js';

/** Gives an open request its unit and days, as a planner does by hand; its units are locked. */
export async function applyPlacement(tx: EntityManager, by: By, item: ProposalItem): Promise<void> {
  const unitId = item.unitId!;
  const rounds = await lockRounds(tx, unitId, item);
  const round = rounds.find((each) => keepsTime(stateOfRound(each))) ?? null;
  const request = await lockRequest(tx, by.actor, item.requestId!);
  requireOpen(request, 'PLACE', item.seenVersion);
  await giveSlot(tx, by, request, { unitId, firstDay: item.firstDay }, round);
}
