import { type ModelNeeds, siteFit, type SiteFacilities } from './site-fit.js';
import { NEEDS } from './world.fixture.js';

const FACILITIES: SiteFacilities = { powerSupplies: ['V230_16A', 'V400_16A'], floorAreaM2: 60, stepFree: true, maxGroupSize: 20 };
const UNKNOWN: SiteFacilities = { powerSupplies: null, floorAreaM2: null, stepFree: null, maxGroupSize: null };
const fit = (needs: Partial<ModelNeeds>, site: Partial<SiteFacilities> = {}, groupSize: number | null = null) =>
  siteFit({ ...NEEDS, ...needs }, { ...FACILITIES, ...site }, groupSize);
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('site fit', () => {
  it('is silent where everything fits', () => {
    expect(fit({}, {}, 8)).toEqual({ refusals: [], warnings: [] });
  });

  it('never refuses what nobody knows: it warns, naming what is needed', () => {
    const { refusals, warnings } = siteFit(NEEDS, UNKNOWN, 8);
    expect(refusals).toEqual([]);
    expect(warnings.map(({ code, needed }) => [code, needed])).toEqual([
      ['POWER_UNKNOWN', 'V230_16A'],
      ['FLOOR_UNKNOWN', '10'],
      ['ACCESS_UNKNOWN', 'STEP_FREE'],
      ['GROUP_LIMIT_UNKNOWN', '8'],
    ]);
  });

  it('asks nothing of a site for a model that needs nothing there', () => {
    const { warnings } = siteFit({ ...NEEDS, powerNeed: 'NONE', needsStepFreeAccess: false }, UNKNOWN, null);
    expect(codes(warnings)).not.toContain('POWER_UNKNOWN');
    expect(codes(warnings)).not.toContain('ACCESS_UNKNOWN');
    expect(codes(warnings)).not.toContain('GROUP_LIMIT_UNKNOWN');
  });

  it('refuses a supply that is too weak, naming both', () => {
    expect(fit({ powerNeed: 'V400_32A' }).refusals).toEqual([
      {
        code: 'POWER_MISSING',
        needed: 'V400_32A',
        available: 'V230_16A V400_16A',
        estimated: false,
        overridable: false,
      },
    ]);
    expect(codes(fit({ powerNeed: 'V400_16A' }, { powerSupplies: ['V230_16A'] }).refusals)).toEqual(['POWER_MISSING']);
    expect(codes(fit({ powerNeed: 'V230_16A' }, { powerSupplies: [] }).refusals)).toEqual(['POWER_MISSING']);
  });

  it('lets a strong supply serve a smaller need of the same kind', () => {
    expect(fit({ powerNeed: 'V400_16A' }, { powerSupplies: ['V400_32A'] }).refusals).toEqual([]);
  });

  it('lets a planner override exactly what rests on an estimate', () => {
    for (const basis of ['ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED'] as const) {
      const needs = { floorM2: 61, floorBasis: basis, powerNeed: 'V400_32A', powerBasis: basis } as const;
      const more = { massBasis: basis, maxParticipants: 4, participantsBasis: basis };
      const { refusals } = fit({ ...needs, ...more }, { stepFree: false }, 5);
      expect(codes(refusals)).toEqual(['POWER_MISSING', 'FLOOR_TOO_SMALL', 'NO_STEP_FREE_ACCESS', 'GROUP_TOO_LARGE']);
      for (const refusal of refusals) {
        expect(refusal.estimated).toBe(basis === 'ESTIMATED');
        expect(refusal.overridable).toBe(basis === 'ESTIMATED');
      }
    }
  });

  it('takes a floor that is just large enough', () => {
    expect(fit({ floorM2: 60 }).refusals).toEqual([]);
    expect(fit({ floorM2: 60.5 }).refusals).toMatchObject([{ code: 'FLOOR_TOO_SMALL', needed: '60.5', available: '60' }]);
  });

  it('needs a way without steps only for what rolls', () => {
    expect(codes(fit({}, { stepFree: false }).refusals)).toEqual(['NO_STEP_FREE_ACCESS']);
    expect(fit({ needsStepFreeAccess: false }, { stepFree: false }).refusals).toEqual([]);
  });

  it('holds the group against the model and against the site', () => {
    expect(fit({}, {}, 9).refusals).toMatchObject([{ code: 'GROUP_TOO_LARGE', needed: '9', available: '8', estimated: true }]);
    expect(fit({}, { maxGroupSize: 6 }, 7).refusals).toMatchObject([
      { code: 'GROUP_TOO_LARGE', needed: '7', available: '6', estimated: false, overridable: false },
    ]);
    expect(fit({}, { maxGroupSize: 8 }, 8).refusals).toEqual([]);
    expect(fit({}, { maxGroupSize: 1 }, null).refusals).toEqual([]);
  });
});
