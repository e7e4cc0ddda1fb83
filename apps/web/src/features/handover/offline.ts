/**
 * Lets this device open the pages of a hand-over without network: the worker keeps the page and what it loads.
 * Called by those pages only, so that who never hands over gets no worker.
 */
export function workOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined);
}
