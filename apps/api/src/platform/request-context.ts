import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the request (or job) that runs now, for traces in logs and the audit trail. */
export const requestContext = new AsyncLocalStorage<{ readonly requestId: string }>();

export function currentRequestId(): string | null {
  return requestContext.getStore()?.requestId ?? null;
}
