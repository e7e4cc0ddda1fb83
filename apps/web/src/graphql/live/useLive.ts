import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { VIEWER } from '../viewer.js';
import type { LiveKind, LiveNews } from './live.graphql.js';

type Listener = (news: LiveNews) => void;

/** The socket outlives a change of page, and closes when no page has used it for so long. */
const LINGER_MS = 10_000;
/** What changed in one go comes as several messages at times; one question answers them all. */
const GATHER_MS = 150;

const listeners = new Set<Listener>();
interface Connection {
  readonly person: string;
  readonly close: () => void;
}

let open: Connection | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

function listen(person: string, listener: Listener): () => void {
  listeners.add(listener);
  clearTimeout(closing);
  if (open?.person !== person) {
    open?.close();
    const connection: Connection = { person, close: start(() => open === connection && forget()) };
    open = connection;
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    closing = setTimeout(() => {
      open?.close();
      forget();
    }, LINGER_MS);
  };
}

/** The next page that wants to listen opens another. */
function forget(): void {
  open = undefined;
  delete document.documentElement.dataset.live;
}

/** The code of the connection is fetched when the first page wants it, never with the first page. */
function start(onEnd: () => void): () => void {
  let close = () => {};
  let ended = false;
  void import('./connection.js').then(
    ({ connect }) => {
      if (!ended)
        close = connect((news) => {
          document.documentElement.dataset.live = 'on';
          for (const listener of listeners) listener(news);
        }, onEnd);
    },
    () => {},
  );
  return () => {
    ended = true;
    close();
  };
}

/**
 * Asks again when others change what is on screen:
 * `useLive({ RESERVATION: [id] }, refetch)` for those, `useLive({ UNIT: 'any' }, refetch)` for all of a kind.
 * Also asks again when changes may have gone by, such as after the connection was away. Does nothing for a visitor.
 * @param onChange gets the ids that changed, of the kinds asked for; none when changes were missed
 */
export function useLive(
  interest: Partial<Record<LiveKind, 'any' | readonly string[]>>,
  onChange: (ids: readonly string[]) => unknown,
): void {
  // The page's frame asks who is signed in.
  const { data } = useQuery(VIEWER, { fetchPolicy: 'cache-only' });
  const latest = useRef({ interest, onChange });
  useEffect(() => {
    latest.current = { interest, onChange };
  });
  const person = data?.viewer?.id;
  useEffect(() => {
    if (!person) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ids = new Set<string>();
    const stop = listen(person, ({ missed, changes }) => {
      const mine = changes.filter(({ kind, id }) => {
        const wanted = latest.current.interest[kind];
        return wanted === 'any' || wanted?.includes(id);
      });
      if (!missed && mine.length === 0) return;
      for (const { id } of mine) ids.add(id);
      timer ??= setTimeout(() => {
        timer = undefined;
        const told = [...ids];
        ids.clear();
        // A question that fails now is asked again by the next change; the screen keeps what it has.
        void Promise.resolve(latest.current.onChange(told)).catch(() => {});
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [person]);
}
