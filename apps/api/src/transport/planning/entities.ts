import { PlanJob } from './jobs/plan-job.entity.js';
import { Proposal } from './proposals/proposal.entity.js';
import { ProposalItem } from './proposals/proposal-item.entity.js';

export const planningEntities = [PlanJob, Proposal, ProposalItem];
