/** The parts of the province by which fairness is measured, as people there speak of them. */
export const AREAS = ['BRUGGE', 'OOSTENDE', 'WESTHOEK', 'MIDWEST', 'KORTRIJK', 'OTHER'] as const;
export type Area = (typeof AREAS)[number];

/** By arrondissement: the first two digits of a municipality's NIS code. */
const BY_ARRONDISSEMENT: Readonly<Record<string, Area>> = {
  31: 'BRUGGE',
  32: 'WESTHOEK',
  33: 'WESTHOEK',
  34: 'KORTRIJK',
  35: 'OOSTENDE',
  36: 'MIDWEST',
  37: 'MIDWEST',
  38: 'WESTHOEK',
};

export function areaOf(nis: string | null): Area {
  return BY_ARRONDISSEMENT[nis?.slice(0, 2) ?? ''] ?? 'OTHER';
}

/** Where training equipment is farthest away. */
export const isLowAccess = (area: Area) => area === 'WESTHOEK';
