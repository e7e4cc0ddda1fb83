import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { refusalOf } from '../../../auth/require-permission.js';
import { recordAudit } from '../../../platform/audit.js';
import { keepFiles } from '../../../platform/documents/keep-file.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { once } from '../../../platform/idempotency.js';
import { refuse } from '../../../platform/refuse.js';
import { createHash, randomUUID } from 'node:crypto';
import { readCoda } from '../coda/read-coda.js';
import type { Statement } from '../coda/statement.js';
import { BankMovement, BankStatement } from './bank.entities.js';
import { matchByItself } from './match-by-itself.js';

export interface TakenStatements {
  readonly statements: number;
  readonly movements: number;
  /** Paid an invoice by its structured communication. */
  readonly matched: number;
}

/**
 * Takes a CODA file in, all of it or nothing; what names an invoice by its communication pays it. A statement that is there
 * already refuses the file: ALREADY_EXISTS. Refuses also NOT_SIGNED_IN, NOT_ALLOWED, INVALID_INPUT, KEY_REUSED.
 * @throws {UnreadableCoda}
 */
export async function takeStatements(
  tx: EntityManager,
  actor: Actor,
  { id, fileName, content }: { readonly id: string; readonly fileName: string; readonly content: Buffer },
): Promise<TakenStatements> {
  const refusal = refusalOf(actor, 'budget.write');
  if (refusal) refuse(refusal);
  if (!isUuid(id)) refuse('INVALID_INPUT', { field: 'id' });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return once(tx, actor, id, 'takeStatements', { sha256 }, async () => {
    const statements = readCoda(content);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('budget.bank', 0))`);
    let movements = 0;
    let matched = 0;
    for (const [at, statement] of statements.entries()) {
      if (statement.currency !== 'EUR') refuse('INVALID_INPUT', { field: 'currency', available: statement.currency });
      const made = await keepStatement(tx, actor, at === 0 ? id : randomUUID(), fileName, statement);
      for (const movement of made) if (await matchByItself(tx, actor, movement)) matched++;
      movements += made.length;
    }
    await keepFiles(tx, actor, 'bank_statement', id, [{ name: fileName || 'afschrift.cod', mediaType: 'text/plain', content }]);
    return { statements: statements.length, movements, matched };
  });
}

async function keepStatement(
  tx: EntityManager,
  actor: Actor,
  id: string,
  fileName: string,
  { movements, account, currency, number, oldBalanceCents, oldBalanceOn, newBalanceCents, newBalanceOn }: Statement,
): Promise<BankMovement[]> {
  if (await tx.existsBy(BankStatement, { account, number, newBalanceOn }))
    refuse('ALREADY_EXISTS', { field: 'statement', available: `${account} ${number} ${newBalanceOn}` });
  const balances = { oldBalanceCents, oldBalanceOn, newBalanceCents, newBalanceOn };
  const file = { fileName: fileName.trim().slice(-200) || '-', createdBy: actor.personId };
  await tx.insert(BankStatement, { id, account, currency, number, ...balances, ...file });
  await recordAudit(tx, actor, {
    action: 'bankStatement.take',
    entity: 'bank_statement',
    entityId: id,
    after: { account, number, newBalanceOn },
  });
  const rows = movements.map((each, position) =>
    tx.create(BankMovement, {
      id: randomUUID(),
      statementId: id,
      position,
      sequence: each.sequence,
      cents: each.cents,
      bookedOn: each.bookedOn,
      bankReference: each.bankReference,
      communication: each.communication,
      message: each.message,
      counterparty: each.counterpartyName,
      counterpartyAccount: each.counterpartyAccount,
      state: 'OPEN',
      note: '',
      version: 1,
    }),
  );
  for (let from = 0; from < rows.length; from += 500) await tx.insert(BankMovement, rows.slice(from, from + 500));
  return rows;
}
