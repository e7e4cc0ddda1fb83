import { nextMoment, type HandoverMoment } from '@karavaan/domain';
import type { HandoverInput, Sheet, SheetBox, SheetUnit } from './handover.graphql.js';

export interface Finding {
  readonly missing: number;
  readonly broken: number;
}

/** What was said of one box so far; a box of which nothing was said comes later. */
export interface BoxDraft {
  readonly state: 'PRESENT' | 'MISSING' | null;
  readonly findings: Readonly<Record<number, Finding>>;
  readonly note: string;
}

export type Draft = Readonly<Record<string, BoxDraft>>;

export const EMPTY: BoxDraft = { state: null, findings: {}, note: '' };
export const boxKey = (unitId: string, box: number) => `${unitId} ${box}`;

/** A box still has to pass at this moment. */
export function isOpen(moment: HandoverMoment, unit: SheetUnit, box: SheetBox): boolean {
  return unit.state !== 'RELEASED' && !box.lost && !box.passed.includes(moment);
}

/** The moment that most likely comes now: the earliest that a unit waits for. */
export function likelyMoment({ units }: Sheet): HandoverMoment {
  const waiting = units.map((unit) => nextMoment(unit.state));
  return (['FETCH', 'DELIVER', 'RETURN'] as const).find((moment) => waiting.includes(moment)) ?? 'RETURN';
}

/** The boxes of a draft as the server hears them. Of a unit nobody touched nothing is said. */
export function boxesOf(sheet: Sheet, moment: HandoverMoment, draft: Draft): HandoverInput['boxes'] {
  return sheet.units.flatMap((unit) => {
    const open = unit.boxes.filter((box) => isOpen(moment, unit, box));
    const said = (box: SheetBox) => draft[boxKey(unit.unitId, box.box)] ?? EMPTY;
    if (open.every((box) => said(box).state === null)) return [];
    return open.map((box) => {
      const { state, findings, note } = said(box);
      const parts = box.parts
        .map(({ position }) => ({ position, ...(findings[position] ?? { missing: 0, broken: 0 }) }))
        .filter((part) => state === 'PRESENT' && (part.missing > 0 || part.broken > 0))
        .map((part) => ({ ...part, note: note.trim() || null }));
      return { unitId: unit.unitId, box: box.box, state: state ?? ('LATER' as const), parts };
    });
  });
}
