import { createClient } from 'graphql-ws';
import { LIVE, type LiveNews } from './live.graphql.js';

type Known = typeof LIVE & { __meta__?: { hash: string } };

/**
 * Opens the one socket of this tab; the result closes it. It comes back by itself, and the first news then is `missed`.
 * @param onEnd it will not come back: the session is over, or the server does not know this client any more
 */
export function connect(onNews: (news: LiveNews) => void, onEnd: () => void): () => void {
  const socket = createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    lazy: true,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    // All screens of a server that went away must not come back in the same second.
    retryWait: (retries) => sleep(Math.min(1000 * 2 ** Math.min(retries, 5), 30_000) * (0.5 + Math.random())),
    // A socket that was refused says no more than one that could not be made: try again, ever slower.
    shouldRetry: (event) => !(event instanceof CloseEvent && event.code >= 4400 && event.code < 4500),
  });
  let end = () => {};
  let ended = false;
  void documentOf().then((document) => {
    if (ended) return;
    end = socket.subscribe<{ changes: LiveNews }>(document, {
      next: ({ data }) => data && onNews(data.changes),
      error: onEnd,
      complete: onEnd,
    });
  });
  return () => {
    ended = true;
    end();
    void socket.dispose();
  };
}

/** The server knows the documents of this client by their hash; under Vite's own server the text travels. */
async function documentOf() {
  if (import.meta.env.DEV) return { query: (await import('graphql')).print(LIVE) };
  return { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: (LIVE as Known).__meta__?.hash } } };
}

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
