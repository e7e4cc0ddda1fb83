import { GraphQLError } from 'graphql';
import { refusalFromConstraint } from '../database/constraint-refusals.js';
import { RefusalCode } from './graphql/enums.js';
import { Refusal, type RefusalReason } from './graphql/refusal.js';

/** Thrown inside a transaction when what was written must be undone with the refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reasons.map((reason) => reason.code).join(', '));
  }
}

/** Ends the transaction around it: nothing of it stays. */
export function refuse(code: RefusalCode, more: Partial<RefusalReason> = {}): never {
  throw new Refused(Refusal.of(code, more));
}

/** Runs a transaction; what it refuses, or what a named constraint refused, comes back as a value. Else it throws. */
export async function orRefusal<T>(transaction: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await transaction();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    const code = refusalFromConstraint(error);
    if (code) return Refusal.of(code);
    throw error;
  }
}

/** For queries, which have no refusals in their result: what is refused becomes a validation error that names the field. */
export async function orBadInput<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [reason] = error.refusal.reasons;
    throw new GraphQLError(`${reason?.field ?? 'input'}: ${reason?.code}`, {
      extensions: { code: 'BAD_USER_INPUT', field: reason?.field ?? null, reason: reason?.code },
    });
  }
}
