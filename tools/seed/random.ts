/** A small repeatable source of chance (mulberry32): the same seed gives the same year. */
export type Random = {
  /** from 0 up to, not including, 1 */
  next: () => number;
  /** a whole number, both ends included */
  whole: (least: number, most: number) => number;
  pick: <T>(items: readonly T[]) => T;
  chance: (share: number) => boolean;
};

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (items) => {
      if (items.length === 0) throw new Error('nothing to pick from');
      return items[whole(0, items.length - 1)] as (typeof items)[number];
    },
    chance: (share) => next() < share,
  };
}
