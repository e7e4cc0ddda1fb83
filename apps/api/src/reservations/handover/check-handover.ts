import { isPossible, isStrokes } from '@karavaan/domain';
import type { UnitPackingList } from '../../equipment/packing/packing.types.js';
import { refuse } from '../../platform/refuse.js';
import type { PartFinding } from './handover.entity.js';
import type { HandedBoxInput, HandoverInput, SignatureInput } from './handover.types.js';

const MOST_BOXES = 200;
const DAY_MS = 86_400_000;

/** A box as it is kept: with the words of the packing list of that moment. */
export interface FoundBox {
  readonly unitId: string;
  readonly box: number;
  readonly state: HandedBoxInput['state'];
  readonly parts: PartFinding[];
}

/** Both names, lines that are lines, each box once, a time that a clock may show. */
export function checkWords(input: HandoverInput, now = Date.now()) {
  const { boxes, happenedAt } = input;
  if (boxes.length === 0 || boxes.length > MOST_BOXES) refuse('INVALID_INPUT', { field: 'boxes' });
  if (new Set(boxes.map((each) => `${each.unitId} ${each.box}`)).size !== boxes.length)
    refuse('INVALID_INPUT', { field: 'boxes' });
  // What waited on a phone may be weeks old; a clock may run ahead by a little.
  const at = happenedAt.getTime();
  if (!(at > now - 60 * DAY_MS && at < now + DAY_MS)) refuse('INVALID_INPUT', { field: 'happenedAt' });
  const remark = input.remark?.trim() || null;
  if ((remark?.length ?? 0) > 2000) refuse('INVALID_INPUT', { field: 'remark' });
  const [giver, receiver] = [signed(input.giver, 'giver'), signed(input.receiver, 'receiver')];
  return {
    giverName: giver.name,
    giverStrokes: giver.strokes,
    receiverName: receiver.name,
    receiverStrokes: receiver.strokes,
    remark,
  };
}

function signed({ name, strokes }: SignatureInput, field: string) {
  const plain = name.trim();
  if (plain.length < 2 || plain.length > 120) refuse('INVALID_INPUT', { field });
  if (strokes && !isStrokes(strokes)) refuse('INVALID_INPUT', { field });
  return { name: plain, strokes: strokes || null };
}

/** Holds what was found against the packing lists. One that changed since the phone read it: STATE_CHANGED. */
export function checkBoxes(boxes: readonly HandedBoxInput[], lists: ReadonlyMap<string, UnitPackingList>): FoundBox[] {
  return boxes.map(({ unitId, box, state, parts }) => {
    const listed = lists.get(unitId)?.boxes.find((each) => each.box === box);
    if (!listed) refuse('STATE_CHANGED', { unitId, field: 'packing' });
    if (state !== 'PRESENT' && parts.length > 0) refuse('INVALID_INPUT', { field: 'parts' });
    const findings = parts.map(({ position, missing, broken, note }) => {
      const part = listed.parts.find((each) => each.position === position);
      if (!part) refuse('STATE_CHANGED', { unitId, field: 'packing' });
      const { name, quantity } = part;
      if (!isPossible({ quantity, missing, broken }) || (note?.length ?? 0) > 500) refuse('INVALID_INPUT', { field: 'parts' });
      return { position, name, quantity, missing, broken, note: note?.trim() || null };
    });
    return { unitId, box, state, parts: findings.filter((part) => part.missing > 0 || part.broken > 0 || part.note) };
  });
}

/** Whether something is not as it should be. */
export function isIncomplete({ state, parts }: FoundBox): boolean {
  return state === 'MISSING' || parts.some((part) => part.missing > 0 || part.broken > 0);
}
