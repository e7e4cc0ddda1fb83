import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import type { TariffKind } from '../enums.js';
import { said } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { Tariff } from './running.entities.js';

/** A tariff from a day on; what was proposed by an earlier one keeps its amount. Gives its id. */
export function addTariff(
  tx: EntityManager,
  actor: Actor,
  input: { idempotencyKey: string; kind: TariffKind; validFrom: string; cents: bigint; source: string },
): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'addTariff', input, async () => {
    const { kind, validFrom, cents } = input;
    if (cents < 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(cents) });
    const fields = { kind, validFrom, cents, source: input.source.trim().slice(0, 200) };
    const { identifiers } = await tx.insert(Tariff, fields);
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, actor, { action: 'tariff.add', entity: 'tariff', entityId: id, after: fields });
    return id;
  });
}
