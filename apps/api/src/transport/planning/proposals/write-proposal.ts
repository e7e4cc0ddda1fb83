import type { EntityManager } from 'typeorm';
import type { Draft } from './draft.js';
import { Proposal } from './proposal.entity.js';
import { ProposalItem } from './proposal-item.entity.js';

const ROWS_AT_ONCE = 500;

/** Writes down what a plan came to. */
export async function writeProposal(tx: EntityManager, jobId: string, { items, figures, leftOut }: Draft): Promise<string> {
  const { identifiers } = await tx.insert(Proposal, { jobId, figures, leftOut: leftOut as never });
  const proposalId = (identifiers[0] as { id: string }).id;
  const rows = items.map((item, at) => ({ ...item, proposalId, position: at + 1 }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(ProposalItem, rows.slice(at, at + ROWS_AT_ONCE) as never);
  return proposalId;
}
