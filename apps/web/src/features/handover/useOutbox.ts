import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { loadOutbox, outboxState, sendOutbox, watchOutbox } from './outbox.js';

/** What waits on this device; sends it when the page opens and when the network returns. */
export function useOutbox(viewerId: string | undefined) {
  const client = useApolloClient();
  const state = useSyncExternalStore(watchOutbox, outboxState);
  const send = useCallback(() => {
    if (viewerId) void sendOutbox(client, viewerId);
  }, [client, viewerId]);
  useEffect(() => {
    void loadOutbox().then(send);
    globalThis.addEventListener('online', send);
    return () => globalThis.removeEventListener('online', send);
  }, [send]);
  // The event is missed by a phone that slept: as long as something waits for the network, it is tried again.
  useEffect(() => {
    if (state.sending !== 'offline') return undefined;
    const timer = setInterval(send, 15_000);
    return () => clearInterval(timer);
  }, [state.sending, send]);
  return { ...state, send };
}
