import type { Role } from '../platform/graphql/enums.js';

/** Who asks: a signed-in person with the organisation they act for, or a visitor. */
export interface Actor {
  readonly role: Role | 'VISITOR';
  readonly personId: string | null;
  readonly organisationId: string | null;
}

export const VISITOR: Actor = Object.freeze({ role: 'VISITOR', personId: null, organisationId: null });
