import { stayAfter, stillOut } from '@karavaan/domain';
import type { HandoverInput, Sheet } from './handover.graphql.js';

/** The sheet as it will be when the server has heard of it, by the same rules. */
export function applyLocally(sheet: Sheet, { moment, boxes }: Pick<HandoverInput, 'moment' | 'boxes'>): Sheet {
  const said = [boxes].flat();
  const units = sheet.units.map((unit) => {
    const mine = said.filter((box) => box.unitId === unit.unitId);
    if (mine.length === 0) return unit;
    const after = unit.boxes.map((box) => {
      const now = mine.find((each) => each.box === box.box)?.state;
      return {
        ...box,
        passed: now === 'PRESENT' && !box.passed.includes(moment) ? [...box.passed, moment] : box.passed,
        lost: box.lost || now === 'MISSING',
      };
    });
    const numbers = (fits: (box: (typeof after)[number]) => boolean) => new Set(after.filter(fits).map((box) => box.box));
    const lost = numbers((box) => box.lost);
    const state = stayAfter(
      moment,
      unit.state,
      after.length,
      numbers((box) => box.passed.includes(moment)),
      lost,
    );
    const out = state === 'PICKED_UP' || state === 'ON_SITE';
    const back = numbers((box) => box.passed.includes('RETURN'));
    return { ...unit, boxes: after, state, stillOut: out ? stillOut(after.length, back, lost) : [] };
  });
  return { ...sheet, units };
}
