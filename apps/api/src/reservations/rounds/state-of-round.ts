import { dayOf, type RoundState, roundState } from '@karavaan/domain';
import type { RequestRound } from './request-round.entity.js';

/** Where it stands today. */
export function stateOfRound(round: RequestRound): RoundState {
  return roundState(round, dayOf(Date.now()));
}
