import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { VIEWER } from '../../graphql/viewer.js';
import { HANDOVERS, HANDOVER_SHEET, type Sheet } from './handover.graphql.js';
import * as store from './store.js';

export interface Loaded<T> {
  readonly data: T | null;
  /** When it was last read from the server; null: just now. */
  readonly savedAt: string | null;
  readonly error: unknown;
  readonly loading: boolean;
}

const NOTHING = { data: null, savedAt: null, error: null, loading: true };

/** What the server says, or without it what this device kept of it for this person. */
function useKept<T>(
  viewerId: string | undefined,
  read: () => Promise<T>,
  kept: () => Promise<{ data: T; savedAt: string } | null>,
) {
  const [loaded, setLoaded] = useState<Loaded<T>>(NOTHING);
  const load = useCallback(async () => {
    if (!viewerId) return;
    try {
      setLoaded({ data: await read(), savedAt: null, error: null, loading: false });
    } catch (error) {
      const found = await kept().catch(() => null);
      setLoaded({ data: found?.data ?? null, savedAt: found?.savedAt ?? null, error, loading: false });
    }
  }, [viewerId, read, kept]);
  useEffect(() => {
    void load();
    const again = () => void load();
    globalThis.addEventListener('online', again);
    return () => globalThis.removeEventListener('online', again);
  }, [load]);
  const set = useCallback((data: T) => setLoaded((old) => ({ ...old, data })), []);
  return { ...loaded, reload: load, set };
}

export function useSheet(viewerId: string | undefined, reservationId: string) {
  const client = useApolloClient();
  const read = useCallback(async () => {
    const { data } = await client.query({ query: HANDOVER_SHEET, variables: { reservationId }, fetchPolicy: 'no-cache' });
    const sheet = (data?.handoverSheet ?? null) as Sheet | null;
    if (sheet) await keep(viewerId!, sheet);
    return sheet;
  }, [client, reservationId, viewerId]);
  const kept = useCallback(async () => {
    const found = await store.readSheet(reservationId);
    return found && found.personId === viewerId ? { data: found.sheet as Sheet | null, savedAt: found.savedAt } : null;
  }, [reservationId, viewerId]);
  return useKept<Sheet | null>(viewerId, read, kept);
}

export function useSheets(viewerId: string | undefined) {
  const client = useApolloClient();
  const read = useCallback(async () => {
    const { data } = await client.query({ query: HANDOVERS, fetchPolicy: 'no-cache' });
    const sheets = data!.handovers as Sheet[];
    // What is no longer in hand, or was another person's, does not stay on the device.
    await store.dropSheets();
    for (const sheet of sheets) await keep(viewerId!, sheet);
    return sheets;
  }, [client, viewerId]);
  const kept = useCallback(async () => {
    const found = (await store.readSheets()).filter((each) => each.personId === viewerId);
    const [first] = found;
    return first ? { data: found.map((each) => each.sheet), savedAt: first.savedAt } : null;
  }, [viewerId]);
  return useKept<Sheet[]>(viewerId, read, kept);
}

export const keep = (personId: string, sheet: Sheet) =>
  store.keepSheet({ reservationId: sheet.reservationId, personId, savedAt: new Date().toISOString(), sheet });

/** Who is at work: the signed-in person, or without network who last was on this device. Null: nobody, sign in first. */
export function useWorker(): { worker: store.KeptViewer | null; knowing: boolean } {
  const { data, error, loading } = useQuery(VIEWER);
  const viewer = data?.viewer ?? null;
  const [kept, setKept] = useState<store.KeptViewer | null | undefined>(undefined);
  useEffect(() => {
    if (viewer) store.keepViewer({ id: viewer.id, name: viewer.name }).catch(() => undefined);
    else if (error)
      store
        .readViewer()
        .then((found) => setKept(found ?? null))
        .catch(() => setKept(null));
  }, [viewer, error]);
  if (viewer) return { worker: { id: viewer.id, name: viewer.name }, knowing: false };
  // The server answered that nobody is signed in: what was kept for somebody is not shown.
  if (!error) return { worker: null, knowing: loading };
  return { worker: kept ?? null, knowing: kept === undefined };
}
