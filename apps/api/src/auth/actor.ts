import type { PolicyActor } from '@karavaan/domain';

/** Who asks: a signed-in person with the organisation they act for, or a visitor. */
export interface Actor extends PolicyActor {
  readonly personId: string | null;
}

export const VISITOR: Actor = Object.freeze({ role: 'VISITOR', personId: null, organisationId: null });
