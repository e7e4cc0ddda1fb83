import { can } from './policy.js';

describe('a reservation of fixed equipment together with a kit', () => {
  const coordinator = { role: 'COORDINATOR', organisationId: 'org-host' } as const;
  const mixed = { organisationId: 'org-guest', hostOrganisationId: 'org-host', hostOfAll: false };

  it('is seen by the host, and decided by a planner', () => {
    expect(can(coordinator, 'reservation.read', mixed)).toBe(true);
    expect(can(coordinator, 'reservation.confirm', mixed)).toBe(false);
    expect(can(coordinator, 'reservation.reject', mixed)).toBe(false);
    expect(can({ role: 'PLANNER', organisationId: 'org-vdab' }, 'reservation.confirm', mixed)).toBe(true);
  });

  it('is decided by the host when all of it is theirs', () => {
    expect(can(coordinator, 'reservation.confirm', { ...mixed, hostOfAll: true })).toBe(true);
  });
});
