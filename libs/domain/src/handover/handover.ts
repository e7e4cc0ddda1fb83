import type { StayState } from '../reservations/states.js';

/** The moments at which a kit passes from hand to hand. */
export const HANDOVER_MOMENTS = ['FETCH', 'DELIVER', 'RETURN'] as const;
export type HandoverMoment = (typeof HANDOVER_MOMENTS)[number];

/** What is said of a box: it is there, it comes later, or nobody has it. */
export type BoxState = 'PRESENT' | 'LATER' | 'MISSING';

/** From which state a unit may pass at a moment. Nobody is stopped because an earlier moment was never noted. */
const FROM: Record<HandoverMoment, readonly StayState[]> = {
  FETCH: ['PLANNED', 'PICKED_UP'],
  DELIVER: ['PLANNED', 'PICKED_UP', 'ON_SITE'],
  RETURN: ['PLANNED', 'PICKED_UP', 'ON_SITE'],
};

export function mayHandOver(moment: HandoverMoment, from: StayState): boolean {
  return FROM[moment].includes(from);
}

/** What a unit is waiting for. */
export function nextMoment(state: StayState): HandoverMoment | null {
  return ({ PLANNED: 'FETCH', PICKED_UP: 'DELIVER', ON_SITE: 'RETURN', RELEASED: null } as const)[state];
}

/**
 * The state of a unit after a moment.
 * @param boxes how many it has
 * @param passed boxes that passed at this moment, now and before; @param lost those that nobody has
 */
export function stayAfter(
  moment: HandoverMoment,
  from: StayState,
  boxes: number,
  passed: ReadonlySet<number>,
  lost: ReadonlySet<number>,
): StayState {
  if (moment === 'FETCH') return passed.size > 0 ? 'PICKED_UP' : from;
  if (moment === 'DELIVER') return passed.size > 0 ? 'ON_SITE' : from;
  return stillOut(boxes, passed, lost).length === 0 ? 'RELEASED' : from;
}

/** The boxes that have not come back and of which nobody said that they are lost. */
export function stillOut(boxes: number, back: ReadonlySet<number>, lost: ReadonlySet<number>): number[] {
  return Array.from({ length: boxes }, (_, at) => at + 1).filter((box) => !back.has(box) && !lost.has(box));
}

/** What a label or a typed code names. */
export interface ScannedCode {
  /** In capitals, as it stands on the label. */
  readonly unitCode: string;
  /** Null: the unit as a whole. */
  readonly box: number | null;
}

const CODE = /^([A-Z0-9][A-Z0-9-]{1,39})(?:[/ ](\d{1,3}))?$/;

/** Reads the address on a label (https://…/scan/PLC-S7-02/1), or its code as people type it. Undefined: not one of ours. */
export function readCode(text: string): ScannedCode | undefined {
  const trimmed = text.trim();
  const [, path] = /^https?:\/\/[^/]+\/scan\/([^?#]+)/i.exec(trimmed) ?? [];
  const [, unitCode, box] = CODE.exec((path ?? trimmed).replace(/\/+$/, '').toUpperCase()) ?? [];
  if (unitCode === undefined) return undefined;
  if (box !== undefined && Number(box) === 0) return undefined;
  return { unitCode, box: box === undefined ? null : Number(box) };
}

/** The address on a label: nothing that is secret, so that anybody's phone may read it. */
export function codeAddress(publicUrl: string, { unitCode, box }: ScannedCode): string {
  return `${publicUrl}/scan/${unitCode}${box === null ? '' : `/${box}`}`;
}

/** How many of a part are there, and what is wrong; not more than the list says. */
export function isPossible(part: { readonly quantity: number; readonly missing: number; readonly broken: number }): boolean {
  const { quantity, missing, broken } = part;
  return [missing, broken].every((count) => Number.isInteger(count) && count >= 0) && missing + broken <= quantity;
}

/** The line of a signature: an SVG path of moves and lines only. */
export function isStrokes(text: string): boolean {
  return text.length <= 20_000 && /^(?:M\d{1,4} \d{1,4}(?:L\d{1,4} \d{1,4})*)+$/.test(text);
}
