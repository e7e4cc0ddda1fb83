import { RELOAD, type Compiled } from './compile.js';

/**
 * What is on board along a sequence, into `out`: [0, D) when leaving, [(i + 1) × D, …) after stop i. What visits receive comes
 * on board when leaving or at the reload before them; what they give stays until the next reload or the end.
 */
export function traceLoads(c: Compiled, sequence: Int32Array, length: number, out: Float64Array): void {
  const { D } = c;
  for (let d = 0; d < D; d++) {
    let load = stocked(c, sequence, 0, length, d);
    let collected = 0;
    out[d] = load;
    for (let at = 0; at < length; at++) {
      const node = sequence[at];
      if (c.kind[node] === RELOAD) {
        load += stocked(c, sequence, at + 1, length, d) - collected;
        collected = 0;
      } else {
        const cell = node * D + d;
        load += c.carry[cell] + c.collect[cell] - c.deliver[cell];
        collected += c.collect[cell];
      }
      out[(at + 1) * D + d] = load;
    }
  }
}

/** What visits from position `from` until the next reload receive. */
function stocked(c: Compiled, sequence: Int32Array, from: number, length: number, d: number): number {
  let sum = 0;
  for (let at = from; at < length && c.kind[sequence[at]] !== RELOAD; at++) sum += c.deliver[sequence[at] * c.D + d];
  return sum;
}
