export type Role = 'VISITOR' | 'COORDINATOR' | 'PLANNER' | 'DRIVER' | 'BUDGET_OFFICER' | 'ADMINISTRATOR';

export const ACTIONS = [
  'catalogue.read',
  'reservation.read',
  'reservation.hold',
  'reservation.submit',
  'reservation.change',
  'reservation.cancel',
  'reservation.reinstate',
  'reservation.report',
  'reservation.confirm',
  'reservation.reject',
  'reservation.adjust',
  'reservation.override',
  'reservation.reserveForOther',
  'equipment.follow',
  'waitingList.join',
  'waitingList.read',
  'request.read',
  'request.submit',
  'request.withdraw',
  'request.decide',
  'round.read',
  'round.plan',
  'plan.make',
  'trip.drive',
  'unit.block',
  'reservation.handOver',
  'unit.pack',
  'unit.maintain',
  'care.plan',
  'defect.report',
  'site.move',
  'model.measure',
  'access.decide',
  'authorisation.grant',
  'instructor.plan',
  'organisation.read',
  'mail.read',
  'budget.read',
  'budget.write',
  'budget.approve',
  'audit.read',
  'insight.read',
  'person.erase',
  'data.manage',
  'setting.change',
] as const;
export type Action = (typeof ACTIONS)[number];

/** OWN: what belongs to the actor's organisation; HOST: what uses fixed equipment at a site of the actor's organisation. */
export type Scope = 'NONE' | 'OWN' | 'HOST' | 'OWN_OR_HOST' | 'ALL';

const EVERYONE: Partial<Record<Action, Scope>> = { 'catalogue.read': 'ALL' };
const SIGNED_IN: Partial<Record<Action, Scope>> = { ...EVERYONE, 'equipment.follow': 'ALL' };
const PLANNER: Partial<Record<Action, Scope>> = {
  ...SIGNED_IN,
  'reservation.read': 'ALL',
  'reservation.hold': 'ALL',
  'reservation.submit': 'ALL',
  'reservation.change': 'ALL',
  'reservation.cancel': 'ALL',
  'reservation.reinstate': 'ALL',
  'reservation.report': 'ALL',
  'reservation.confirm': 'ALL',
  'reservation.reject': 'ALL',
  'reservation.adjust': 'ALL',
  'reservation.override': 'ALL',
  'reservation.reserveForOther': 'ALL',
  'waitingList.join': 'ALL',
  'waitingList.read': 'ALL',
  'request.read': 'ALL',
  'request.submit': 'ALL',
  'request.withdraw': 'ALL',
  'request.decide': 'ALL',
  'round.read': 'ALL',
  'round.plan': 'ALL',
  'plan.make': 'ALL',
  'trip.drive': 'ALL',
  'unit.block': 'ALL',
  'reservation.handOver': 'ALL',
  'unit.pack': 'ALL',
  'unit.maintain': 'ALL',
  'care.plan': 'ALL',
  'defect.report': 'ALL',
  'model.measure': 'ALL',
  'access.decide': 'ALL',
  'authorisation.grant': 'ALL',
  'instructor.plan': 'ALL',
  'organisation.read': 'ALL',
  'mail.read': 'ALL',
  'insight.read': 'ALL',
  'budget.read': 'ALL',
};

/** Role × action → scope: the whole policy. What is not here is not allowed. */
export const POLICY: Record<Role, Partial<Record<Action, Scope>>> = {
  VISITOR: EVERYONE,
  COORDINATOR: {
    ...SIGNED_IN,
    'reservation.read': 'OWN_OR_HOST',
    'reservation.hold': 'OWN',
    'reservation.submit': 'OWN',
    'reservation.change': 'OWN',
    'reservation.cancel': 'OWN',
    'reservation.reinstate': 'OWN',
    'reservation.report': 'OWN',
    'reservation.handOver': 'OWN_OR_HOST',
    'reservation.confirm': 'HOST',
    'reservation.reject': 'HOST',
    'waitingList.join': 'OWN',
    'waitingList.read': 'OWN',
    'request.read': 'OWN',
    'request.submit': 'OWN',
    'request.withdraw': 'OWN',
    'round.read': 'ALL',
    'unit.block': 'HOST',
    'defect.report': 'OWN_OR_HOST',
  },
  PLANNER,
  // Drives, and looks after the equipment.
  DRIVER: { ...SIGNED_IN, 'trip.drive': 'ALL', 'reservation.handOver': 'ALL', 'unit.maintain': 'ALL', 'defect.report': 'ALL' },
  BUDGET_OFFICER: {
    ...SIGNED_IN,
    'reservation.read': 'ALL',
    'organisation.read': 'ALL',
    'insight.read': 'ALL',
    'budget.read': 'ALL',
    'budget.write': 'ALL',
    'budget.approve': 'ALL',
  },
  ADMINISTRATOR: {
    ...PLANNER,
    'site.move': 'ALL',
    'audit.read': 'ALL',
    'person.erase': 'ALL',
    'data.manage': 'ALL',
    'setting.change': 'ALL',
  },
};

export interface PolicyActor {
  readonly role: Role;
  readonly organisationId: string | null;
}

/** Whose thing it is: the organisation that books, and the one whose site hosts the fixed equipment, if any. */
export interface PolicySubject {
  readonly organisationId?: string | null;
  readonly hostOrganisationId?: string | null;
  /** False when it also has units that are not that host's fixed equipment: the host may see it, not decide alone. */
  readonly hostOfAll?: boolean;
}

export function scopeOf(role: Role, action: Action): Scope {
  return POLICY[role][action] ?? 'NONE';
}

/** Whether the actor may do this to this subject; without a subject: whether they may do it to anything at all. */
export function can(actor: PolicyActor, action: Action, subject?: PolicySubject): boolean {
  const scope = scopeOf(actor.role, action);
  if (scope === 'NONE' || scope === 'ALL' || !subject) return scope !== 'NONE';
  const mine = (organisationId: string | null | undefined) => organisationId != null && organisationId === actor.organisationId;
  const own = scope !== 'HOST' && mine(subject.organisationId);
  const host = scope !== 'OWN' && mine(subject.hostOrganisationId) && (scope !== 'HOST' || subject.hostOfAll !== false);
  return own || host;
}

/** The actions a role may do to something, for the screens. */
export function permissionsOf(role: Role): Action[] {
  return ACTIONS.filter((action) => scopeOf(role, action) !== 'NONE');
}
