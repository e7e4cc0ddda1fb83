import { can, type Action, type PolicySubject } from '@karavaan/domain';
import { GraphQLError } from 'graphql';
import type { Actor } from './actor.js';

/**
 * For queries, whose answer has no room for a refusal: an error with the code UNAUTHENTICATED or FORBIDDEN.
 * Mutations refuse by a value instead: NOT_SIGNED_IN or NOT_ALLOWED.
 */
export function requirePermission(actor: Actor, action: Action, subject?: PolicySubject): void {
  if (can(actor, action, subject)) return;
  if (actor.personId === null) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  throw new GraphQLError('Your role does not allow this.', { extensions: { code: 'FORBIDDEN' } });
}

/** The refusal code for an action that the policy does not allow, or undefined when it does. */
export function refusalOf(actor: Actor, action: Action, subject?: PolicySubject): 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | undefined {
  if (can(actor, action, subject)) return undefined;
  return actor.personId === null ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED';
}
