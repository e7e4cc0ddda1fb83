import { hard, type PlacementRefusal, type PlacementWarning } from '../values/refusal.js';

export type PowerNeed = 'NONE' | 'V230_16A' | 'V400_16A' | 'V400_32A';
export type Basis = 'ESTIMATED' | 'SOURCED' | 'KNOWN' | 'MEASURED';

/** What a model needs where it is used, each figure with what it rests on. */
export interface ModelNeeds {
  readonly powerNeed: PowerNeed;
  readonly powerBasis: Basis;
  readonly floorM2: number;
  readonly floorBasis: Basis;
  /** Too heavy to lift: it rolls, so it needs access without steps. */
  readonly needsStepFreeAccess: boolean;
  readonly massBasis: Basis;
  readonly maxParticipants: number;
  readonly participantsBasis: Basis;
}

/** What a site has; null means that nobody knows. */
export interface SiteFacilities {
  readonly powerSupplies: readonly PowerNeed[] | null;
  readonly floorAreaM2: number | null;
  readonly stepFree: boolean | null;
  readonly maxGroupSize: number | null;
}

export interface FitVerdict {
  readonly refusals: readonly PlacementRefusal[];
  readonly warnings: readonly PlacementWarning[];
}

/** From small to large: what serves a need serves every smaller one, if need be through an adapter with its own fuse. */
const POWER_ORDER: readonly PowerNeed[] = ['NONE', 'V230_16A', 'V400_16A', 'V400_32A'];

function serves(supply: PowerNeed, need: PowerNeed): boolean {
  return POWER_ORDER.indexOf(supply) >= POWER_ORDER.indexOf(need);
}

/**
 * Whether a model fits a site and a group. A known mismatch refuses and names what is needed and what there is; an
 * unknown fact only warns. What rests on an estimate may be overridden.
 * @param installed equipment that is built in at the site has its power, floor and way in: only the group is judged
 */
export function siteFit(needs: ModelNeeds, site: SiteFacilities, groupSize: number | null, installed = false): FitVerdict {
  const refusals: PlacementRefusal[] = [];
  const warnings: PlacementWarning[] = [];
  const refuse = (code: PlacementRefusal['code'], needed: unknown, available: unknown, basis: Basis) =>
    refusals.push(hard(code, { needed: String(needed), available: String(available), ...soft(basis) }));
  const warn = (code: PlacementWarning['code'], needed: unknown) =>
    warnings.push({ code, needed: String(needed), estimated: false, overridable: true });

  if (!installed && needs.powerNeed !== 'NONE') {
    if (site.powerSupplies === null) warn('POWER_UNKNOWN', needs.powerNeed);
    else if (!site.powerSupplies.some((supply) => serves(supply, needs.powerNeed)))
      refuse('POWER_MISSING', needs.powerNeed, site.powerSupplies.join(' ') || 'NONE', needs.powerBasis);
  }
  if (!installed && needs.floorM2 > 0) {
    if (site.floorAreaM2 === null) warn('FLOOR_UNKNOWN', needs.floorM2);
    else if (site.floorAreaM2 < needs.floorM2) refuse('FLOOR_TOO_SMALL', needs.floorM2, site.floorAreaM2, needs.floorBasis);
  }
  if (!installed && needs.needsStepFreeAccess) {
    if (site.stepFree === null) warn('ACCESS_UNKNOWN', 'STEP_FREE');
    else if (!site.stepFree) refuse('NO_STEP_FREE_ACCESS', 'STEP_FREE', 'STEPS', needs.massBasis);
  }
  if (groupSize !== null) {
    if (groupSize > needs.maxParticipants) refuse('GROUP_TOO_LARGE', groupSize, needs.maxParticipants, needs.participantsBasis);
    // Judged apart: setting an estimated limit of the model aside must not set the site's own limit aside.
    if (site.maxGroupSize === null) warn('GROUP_LIMIT_UNKNOWN', groupSize);
    else if (groupSize > site.maxGroupSize) refuse('GROUP_TOO_LARGE', groupSize, site.maxGroupSize, 'KNOWN');
  }
  return { refusals, warnings };
}

function soft(basis: Basis): { estimated: boolean; overridable: boolean } {
  return { estimated: basis === 'ESTIMATED', overridable: basis === 'ESTIMATED' };
}
