import type { PlanProgress } from '../jobs/plan-job.entity.js';
import type { ProposalItem } from './proposal-item.entity.js';
import type { LeftOutRow, ProposalFigures } from './proposal.entity.js';

export type ItemDraft = Pick<ProposalItem, 'kind' | 'firstDay' | 'lastDay' | 'seenVersion' | 'figures' | 'unitId' | 'siteId'> &
  Partial<Pick<ProposalItem, 'requestId' | 'reservationId' | 'before' | 'details'>>;

/** What a plan came to, before it is written down. */
export interface Draft {
  readonly items: readonly ItemDraft[];
  readonly figures: ProposalFigures;
  readonly leftOut: readonly LeftOutRow[];
}

/** What a plan being worked out can tell and hear. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly progress: (progress: PlanProgress) => void;
}
