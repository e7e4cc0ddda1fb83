import { dayOf, STAGES } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import { lockLines, type Move, post } from '../ledger/post.js';
import { requireSecondPerson } from '../officer.js';
import { lockRow, lockVersion, saveVersion } from '../save.js';
import { BudgetVersion, FundingAgreement } from './funding.entities.js';

/**
 * A second person makes a draft the active version: each line gets, or gives back, the difference with what it has now. What
 * is committed or spent cannot be taken back; the version before it is closed.
 */
export async function activateVersion(tx: EntityManager, actor: Actor, id: string, seen: number): Promise<BudgetVersion> {
  const draft = await lockVersion(tx, BudgetVersion, id, seen);
  await requireSecondPerson(tx, actor, draft.createdBy);
  if (draft.state !== 'DRAFT') refuse('VERSION_CLOSED', { available: String(draft.number) });
  await lockRow(tx, FundingAgreement, draft.agreementId);
  const moves = await differences(tx, draft);
  await post(tx, actor, { act: 'budgetVersion.activate', key: `budgetVersion.activate:${id}`, day: dayOf(Date.now()) }, moves);
  const before = await tx.findOneBy(BudgetVersion, { agreementId: draft.agreementId, state: 'ACTIVE' });
  if (before) await saveVersion(tx, actor, 'budgetVersion.close', BudgetVersion, before, { state: 'CLOSED' });
  const decided = { state: 'ACTIVE', decidedBy: actor.personId, decidedAt: new Date() } as const;
  return saveVersion(tx, actor, 'budgetVersion.activate', BudgetVersion, draft, decided);
}

/** Takes back before it gives, so that an agreement that is wholly divided can be divided anew. */
async function differences(tx: EntityManager, draft: BudgetVersion): Promise<Move[]> {
  const ids = await tx.query<{ id: string }[]>('SELECT id FROM budget_line WHERE agreement_id = $1', [draft.agreementId]);
  await lockLines(
    tx,
    ids.map((row) => row.id),
  );
  const rows = await tx.query<{ lineId: string; has: string; gets: string }[]>(
    `SELECT l.id AS "lineId", COALESCE(${STAGES.map((stage) => `b.${stage.toLowerCase()}`).join(' + ')}, 0)::text AS has,
            COALESCE(v.cents, 0)::text AS gets
       FROM budget_line l LEFT JOIN line_balance b ON b.line_id = l.id
       LEFT JOIN budget_version_line v ON v.line_id = l.id AND v.version_id = $2
      WHERE l.agreement_id = $1 ORDER BY l.code`,
    [draft.agreementId, draft.id],
  );
  const moves = rows.map(({ lineId, has, gets }) => ({ lineId, cents: BigInt(gets) - BigInt(has) }));
  return [
    ...moves.filter(({ cents }) => cents < 0n).map(({ lineId, cents }) => ({ kind: 'WITHDRAW' as const, lineId, cents: -cents })),
    ...moves.filter(({ cents }) => cents > 0n).map(({ lineId, cents }) => ({ kind: 'ALLOT' as const, lineId, cents })),
  ];
}
