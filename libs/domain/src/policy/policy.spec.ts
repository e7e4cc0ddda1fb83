import { type Action, ACTIONS, can, permissionsOf, POLICY, type Role, scopeOf } from './policy.js';

const ROLES = Object.keys(POLICY) as Role[];
const MINE = 'org-mine';
const OTHER = 'org-other';
const actor = (role: Role, organisationId: string | null = MINE) => ({ role, organisationId });
const mayDo = (action: Action) => ROLES.filter((role) => scopeOf(role, action) !== 'NONE');

describe('the policy', () => {
  it('gives each action to exactly these roles', () => {
    expect(Object.fromEntries(ACTIONS.map((action) => [action, mayDo(action)]))).toEqual({
      'catalogue.read': ROLES,
      'person.erase': ['ADMINISTRATOR'],
      'data.manage': ['ADMINISTRATOR'],
      'setting.change': ['ADMINISTRATOR'],
      'insight.read': ['PLANNER', 'BUDGET_OFFICER', 'ADMINISTRATOR'],
      'reservation.read': ['COORDINATOR', 'PLANNER', 'BUDGET_OFFICER', 'ADMINISTRATOR'],
      'reservation.hold': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.submit': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.change': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.cancel': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.reinstate': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.report': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.confirm': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.reject': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.adjust': ['PLANNER', 'ADMINISTRATOR'],
      'reservation.override': ['PLANNER', 'ADMINISTRATOR'],
      'reservation.reserveForOther': ['PLANNER', 'ADMINISTRATOR'],
      'equipment.follow': ROLES.filter((role) => role !== 'VISITOR'),
      'waitingList.join': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'waitingList.read': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'request.read': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'request.submit': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'request.withdraw': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'request.decide': ['PLANNER', 'ADMINISTRATOR'],
      'round.read': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'round.plan': ['PLANNER', 'ADMINISTRATOR'],
      'plan.make': ['PLANNER', 'ADMINISTRATOR'],
      'trip.drive': ['PLANNER', 'DRIVER', 'ADMINISTRATOR'],
      'unit.block': ['COORDINATOR', 'PLANNER', 'ADMINISTRATOR'],
      'reservation.handOver': ['COORDINATOR', 'PLANNER', 'DRIVER', 'ADMINISTRATOR'],
      'unit.pack': ['PLANNER', 'ADMINISTRATOR'],
      'unit.maintain': ['PLANNER', 'DRIVER', 'ADMINISTRATOR'],
      'care.plan': ['PLANNER', 'ADMINISTRATOR'],
      'defect.report': ['COORDINATOR', 'PLANNER', 'DRIVER', 'ADMINISTRATOR'],
      'site.move': ['ADMINISTRATOR'],
      'model.measure': ['PLANNER', 'ADMINISTRATOR'],
      'access.decide': ['PLANNER', 'ADMINISTRATOR'],
      'authorisation.grant': ['PLANNER', 'ADMINISTRATOR'],
      'instructor.plan': ['PLANNER', 'ADMINISTRATOR'],
      'organisation.read': ['PLANNER', 'BUDGET_OFFICER', 'ADMINISTRATOR'],
      'mail.read': ['PLANNER', 'ADMINISTRATOR'],
      'audit.read': ['ADMINISTRATOR'],
      'budget.read': ['PLANNER', 'BUDGET_OFFICER', 'ADMINISTRATOR'],
      'budget.write': ['BUDGET_OFFICER'],
      'budget.approve': ['BUDGET_OFFICER'],
    });
  });

  it('lets a visitor read the catalogue and nothing else', () => {
    expect(permissionsOf('VISITOR')).toEqual(['catalogue.read']);
  });

  it.each(['reservation.read', 'reservation.change', 'reservation.cancel', 'reservation.report'] as const)(
    'lets a coordinator %s for the own organisation only',
    (action) => {
      expect(can(actor('COORDINATOR'), action, { organisationId: MINE })).toBe(true);
      expect(can(actor('COORDINATOR'), action, { organisationId: OTHER })).toBe(false);
    },
  );

  it('lets a host read, confirm and refuse guests on its fixed equipment, and not change what is theirs', () => {
    const guest = { organisationId: OTHER, hostOrganisationId: MINE };
    expect(can(actor('COORDINATOR'), 'reservation.read', guest)).toBe(true);
    expect(can(actor('COORDINATOR'), 'reservation.confirm', guest)).toBe(true);
    expect(can(actor('COORDINATOR'), 'reservation.reject', guest)).toBe(true);
    expect(can(actor('COORDINATOR'), 'unit.block', { hostOrganisationId: MINE })).toBe(true);
    expect(can(actor('COORDINATOR'), 'reservation.change', guest)).toBe(false);
    expect(can(actor('COORDINATOR'), 'reservation.cancel', guest)).toBe(false);
  });

  it('does not let a coordinator confirm the own reservation of a kit, or on the equipment of another host', () => {
    expect(can(actor('COORDINATOR'), 'reservation.confirm', { organisationId: MINE })).toBe(false);
    expect(can(actor('COORDINATOR'), 'reservation.confirm', { organisationId: MINE, hostOrganisationId: null })).toBe(false);
    expect(can(actor('COORDINATOR'), 'reservation.confirm', { organisationId: MINE, hostOrganisationId: OTHER })).toBe(false);
    expect(can(actor('COORDINATOR'), 'unit.block', { hostOrganisationId: OTHER })).toBe(false);
  });

  it('never takes two unknown organisations for the same', () => {
    for (const subject of [{}, { organisationId: null }, { organisationId: null, hostOrganisationId: null }])
      for (const action of ACTIONS.filter((each) => scopeOf('COORDINATOR', each) !== 'ALL'))
        expect(can(actor('COORDINATOR', null), action, subject)).toBe(false);
  });

  it.each(['PLANNER', 'ADMINISTRATOR'] as const)('lets a %s decide for every organisation', (role) => {
    expect(can(actor(role), 'reservation.confirm', { organisationId: OTHER })).toBe(true);
    expect(can(actor(role), 'reservation.override', { organisationId: OTHER })).toBe(true);
  });

  it('tells without a subject whether an action is possible anywhere', () => {
    for (const role of ROLES)
      for (const action of ACTIONS) expect(can(actor(role), action)).toBe(permissionsOf(role).includes(action));
  });

  it('never gives by its subject what the role does not have', () => {
    const subjects = [{ organisationId: MINE }, { organisationId: MINE, hostOrganisationId: MINE }, { hostOrganisationId: MINE }];
    for (const role of ROLES)
      for (const action of ACTIONS.filter((each) => scopeOf(role, each) === 'NONE'))
        for (const subject of subjects) expect(can(actor(role), action, subject)).toBe(false);
  });
});
