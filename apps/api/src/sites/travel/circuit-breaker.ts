/** Thrown instead of asking somebody who failed too often just now. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
}

export interface BreakerOptions {
  readonly failures?: number;
  readonly restMs?: number;
  readonly now?: () => number;
}

/**
 * Lets calls through until `failures` of them failed in a row; then none for `restMs`, and after that one at a time until one
 * succeeds. A server that is down is neither waited for nor kept down.
 */
export function circuitBreaker({ failures = 3, restMs = 60_000, now = Date.now }: BreakerOptions = {}) {
  let failed = 0;
  let openUntil = 0;
  let trying = false;
  return async <T>(call: () => Promise<T>): Promise<T> => {
    const open = failed >= failures;
    if (open && (trying || now() < openUntil)) throw new CircuitOpen();
    if (open) trying = true;
    try {
      const result = await call();
      failed = 0;
      return result;
    } catch (error) {
      failed++;
      openUntil = now() + restMs;
      throw error;
    } finally {
      if (open) trying = false;
    }
  };
}
