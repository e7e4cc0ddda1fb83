import { refusalFromConstraint } from '../../../database/constraint-refusals.js';
import { Refusal, type RefusalReason } from '../../../platform/graphql/refusal.js';
import { Refused } from '../../../platform/refuse.js';

/** Why something was refused, by a rule or by a constraint. @throws what is no refusal */
export function reasonsOf(error: unknown): readonly RefusalReason[] {
  if (error instanceof Refused) return error.refusal.reasons;
  const code = refusalFromConstraint(error);
  if (!code) throw error;
  return Refusal.of(code).reasons;
}
