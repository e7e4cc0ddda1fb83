import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { toAsk } from '../placement/ask.js';
import { alternativesFor, checkPlacement, hasAlternatives } from '../placement/check.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import type { Settings } from '../platform/settings.js';

const TRIES = 3;

/** Where and when a verb wanted units, so that its refusal can say what would work instead. */
export interface Wanted {
  readonly unitIds: readonly string[];
  readonly siteId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly groupSize?: number | null;
  readonly excludeReservationId?: string | null;
}

/**
 * Runs a verb in its transaction. A deadlock or a serialisation failure is tried again, a few times; a refusal gets, after
 * the transaction, the whole reason (a constraint knows only its own name) and the alternatives.
 */
export async function runVerb<T extends object>(
  dataSource: DataSource,
  settings: Settings,
  verb: (tx: EntityManager) => Promise<T>,
  wanted?: Wanted,
): Promise<T | Refusal> {
  const result = await orRefusal(() => retrying(() => inTransaction(dataSource, verb)));
  if (!(result instanceof Refusal) || !wanted || wanted.unitIds.length === 0 || !hasAlternatives(result.reasons)) return result;
  return explain(dataSource.manager, settings, result, wanted);
}

async function explain(manager: EntityManager, settings: Settings, refusal: Refusal, wanted: Wanted): Promise<Refusal> {
  try {
    const ask = { ...toAsk(wanted), siteId: wanted.siteId };
    const bare = refusal.reasons.every((reason) => !reason.unitId && !reason.siteId);
    const check = bare ? await checkPlacement(manager, settings, wanted.unitIds, ask, wanted.excludeReservationId) : undefined;
    const reasons = check?.reasons.length ? check.reasons : refusal.reasons;
    const alternatives = wanted.unitIds.length === 1 ? await alternativesFor(manager, settings, wanted.unitIds[0]!, ask) : [];
    return Refusal.because(reasons, alternatives);
  } catch {
    // The refusal stands, also when there is nothing to add to it.
    return refusal;
  }
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries >= TRIES || !['40P01', '40001'].includes(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  return (error as { driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code ?? '';
}
