import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { Posting } from './ledger.entities.js';
import { type Act, post } from './post.js';

/** Takes back all that an act posted, the last first: each posting once, the other way, from where its money stands now. */
export async function reverseAct(tx: EntityManager, actor: Actor, act: Act, earlierKey: string): Promise<void> {
  const earlier = await tx.find(Posting, { where: { actKey: earlierKey }, order: { position: 'DESC' } });
  await post(
    tx,
    actor,
    act,
    earlier.map(({ id, kind, lineId, cents, fromPaper, toPaper }) => ({
      kind,
      lineId,
      cents,
      from: toPaper,
      to: fromPaper,
      reverses: id,
    })),
  );
}
