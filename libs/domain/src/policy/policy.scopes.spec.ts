import { type Action, ACTIONS, can, type PolicySubject, type Role, type Scope, scopeOf } from './policy.js';

/** In this order in each row: visitor, coordinator, planner, driver, budget officer, administrator. */
const ROLES: readonly Role[] = ['VISITOR', 'COORDINATOR', 'PLANNER', 'DRIVER', 'BUDGET_OFFICER', 'ADMINISTRATOR'];
const LETTERS: Record<string, Scope> = { '-': 'NONE', o: 'OWN', h: 'HOST', b: 'OWN_OR_HOST', A: 'ALL' };
const TABLE: Record<Action, string> = {
  'catalogue.read': 'A A A A A A',
  'reservation.read': '- b A - A A',
  'reservation.hold': '- o A - - A',
  'reservation.submit': '- o A - - A',
  'reservation.change': '- o A - - A',
  'reservation.cancel': '- o A - - A',
  'reservation.reinstate': '- o A - - A',
  'reservation.report': '- o A - - A',
  'reservation.confirm': '- h A - - A',
  'reservation.reject': '- h A - - A',
  'reservation.adjust': '- - A - - A',
  'reservation.override': '- - A - - A',
  'reservation.reserveForOther': '- - A - - A',
  'equipment.follow': '- A A A A A',
  'waitingList.join': '- o A - - A',
  'waitingList.read': '- o A - - A',
  'request.read': '- o A - - A',
  'request.submit': '- o A - - A',
  'request.withdraw': '- o A - - A',
  'request.decide': '- - A - - A',
  'round.read': '- A A - - A',
  'round.plan': '- - A - - A',
  'plan.make': '- - A - - A',
  'trip.drive': '- - A A - A',
  'unit.block': '- h A - - A',
  'reservation.handOver': '- b A A - A',
  'unit.pack': '- - A - - A',
  'unit.maintain': '- - A A - A',
  'care.plan': '- - A - - A',
  'defect.report': '- b A A - A',
  'site.move': '- - - - - A',
  'model.measure': '- - A - - A',
  'access.decide': '- - A - - A',
  'authorisation.grant': '- - A - - A',
  'instructor.plan': '- - A - - A',
  'organisation.read': '- - A - A A',
  'mail.read': '- - A - - A',
  'audit.read': '- - - - - A',
  'person.erase': '- - - - - A',
  'data.manage': '- - - - - A',
  'setting.change': '- - - - - A',
  'insight.read': '- - A - A A',
  'budget.read': '- - A - A A',
  'budget.write': '- - - - A -',
  'budget.approve': '- - - - A -',
};

const SUBJECTS: Record<string, PolicySubject> = {
  own: { organisationId: 'mine', hostOrganisationId: 'theirs' },
  hosted: { organisationId: 'theirs', hostOrganisationId: 'mine' },
  both: { organisationId: 'mine', hostOrganisationId: 'mine' },
  foreign: { organisationId: 'theirs', hostOrganisationId: 'others' },
};
const ALLOWED: Record<Scope, readonly string[]> = {
  NONE: [],
  OWN: ['own', 'both'],
  HOST: ['hosted', 'both'],
  OWN_OR_HOST: ['own', 'hosted', 'both'],
  ALL: ['own', 'hosted', 'both', 'foreign'],
};

const CELLS = ACTIONS.flatMap((action) =>
  TABLE[action].split(' ').map((letter, at) => ({ action, role: ROLES[at]!, scope: LETTERS[letter]! })),
);

describe('every role and action', () => {
  it('has its cell', () => {
    expect(CELLS).toHaveLength(ACTIONS.length * ROLES.length);
  });

  it.each(CELLS)('$role $action: $scope', ({ action, role, scope }) => {
    expect(scopeOf(role, action)).toBe(scope);
    const actor = { role, organisationId: 'mine' };
    expect(Object.keys(SUBJECTS).filter((name) => can(actor, action, SUBJECTS[name]))).toEqual(ALLOWED[scope]);
  });
});
