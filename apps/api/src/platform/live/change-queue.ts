import type { LiveChange, LiveChanges } from './change.js';

/** More than this unread: the reader is told to ask everything again instead. */
const MOST_UNREAD = 500;

/**
 * What one subscriber has not read yet. The same change twice is one, and a reader that does not keep up costs no more
 * than a flag. (A generator function would not do: its `return()` waits for the message that never comes.)
 */
export class ChangeQueue implements AsyncIterableIterator<LiveChanges> {
  private unread = new Map<string, LiveChange>();
  private missed = false;
  private over = false;
  private waiting: ((result: IteratorResult<LiveChanges>) => void) | undefined;

  constructor(private readonly onEnd: () => void) {}

  push(changes: readonly LiveChange[]): void {
    for (const change of changes) this.unread.set(`${change.kind}:${change.id}`, change);
    if (this.unread.size > MOST_UNREAD) this.miss();
    else if (changes.length > 0) this.wake();
  }

  /** Changes may have gone by. */
  miss(): void {
    this.unread.clear();
    this.missed = true;
    this.wake();
  }

  next(): Promise<IteratorResult<LiveChanges>> {
    if (this.over) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.waiting = resolve;
      if (this.missed || this.unread.size > 0) this.wake();
    });
  }

  return(): Promise<IteratorResult<LiveChanges>> {
    if (!this.over) this.onEnd();
    this.over = true;
    this.waiting?.({ done: true, value: undefined });
    this.waiting = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(error: unknown): Promise<IteratorResult<LiveChanges>> {
    void this.return();
    return Promise.reject(error instanceof Error ? error : new Error('the subscription broke'));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private wake(): void {
    if (!this.waiting || this.over) return;
    const value = { missed: this.missed, changes: [...this.unread.values()] };
    this.unread.clear();
    this.missed = false;
    this.waiting({ done: false, value });
    this.waiting = undefined;
  }
}
