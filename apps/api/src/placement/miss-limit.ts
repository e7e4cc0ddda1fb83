import { createHmac, randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Who looks for something really tries a few times; a robot more often. */
const PER_SOURCE = 20;
const PER_PROCESS = 300;
const MOST_REMEMBERED = 5_000;

/**
 * Decides which empty searches count: the same wish of the same caller once a day, at most 20 wishes of one caller and
 * 300 in all per hour. It lives in memory, under a key that is gone when the process ends, so nothing of it is stored.
 */
export class MissLimit {
  readonly #key = randomBytes(32);
  readonly #wishes = new Map<string, number>();
  readonly #sources = new Map<string, { since: number; count: number }>();
  #all = { since: 0, count: 0 };

  /** @param source what tells callers apart, such as the address */
  counts(source: string, wish: string, now = Date.now()): boolean {
    const who = this.#hash(source);
    const what = this.#hash(`${source} ${wish}`);
    if ((this.#wishes.get(what) ?? -Infinity) > now - DAY_MS) return false;
    const known = this.#sources.get(who);
    const mine = known && known.since > now - HOUR_MS ? known : { since: now, count: 0 };
    if (this.#all.since <= now - HOUR_MS) this.#all = { since: now, count: 0 };
    if (mine.count >= PER_SOURCE || this.#all.count >= PER_PROCESS) return false;
    mine.count++;
    this.#all.count++;
    remember(this.#sources, who, mine);
    remember(this.#wishes, what, now);
    return true;
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

function remember<T>(known: Map<string, T>, key: string, value: T): void {
  known.delete(key);
  known.set(key, value);
  // A map keeps its order: the first is the oldest.
  if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value!);
}
