import type { ApolloClient } from '@apollo/client';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { RECORD_HANDOVER, type Sheet } from './handover.graphql.js';
import * as store from './store.js';

/** How sending stands: 'signedOut' and 'offline' keep everything that waits. */
export type Sending = 'idle' | 'sending' | 'offline' | 'signedOut' | 'failed';
export interface Told {
  readonly number: string;
  readonly affected: readonly { number: string; unitCode: string; firstDay: string; siteName: string }[];
}
export interface OutboxState {
  readonly waiting: readonly store.Waiting[];
  readonly sending: Sending;
  /** What the server answered to the latest that was sent. */
  readonly told: Told | null;
  /** Sheets as the server gave them back, by reservation. */
  readonly fresh: Readonly<Record<string, Sheet>>;
}

let state: OutboxState = { waiting: [], sending: 'idle', told: null, fresh: {} };
const listeners = new Set<() => void>();

export const outboxState = () => state;
export function watchOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function set(change: Partial<OutboxState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export async function loadOutbox(): Promise<void> {
  set({ waiting: await store.readOutbox() });
}

/** Keeps it on this device before anything else is tried. */
export async function addToOutbox(waiting: store.Waiting, photos: readonly store.KeptPhoto[]): Promise<void> {
  // What was noted must outlive a full disk; asked only now, since some browsers ask the person.
  void navigator.storage?.persist?.();
  for (const photo of photos) await store.keepPhoto(photo);
  await store.keepWaiting(waiting);
  await loadOutbox();
}

/** A person's answer to a refusal: again, also as a second finding, or not at all. */
export async function decide(waiting: store.Waiting, choice: 'again' | 'second' | 'drop'): Promise<void> {
  if (choice === 'drop') {
    for (const id of photoIds(waiting)) await store.dropPhoto(id);
    await store.dropWaiting(waiting.key);
  } else {
    const { refused: _, ...rest } = waiting;
    const input = choice === 'second' ? { ...waiting.input, second: true } : waiting.input;
    await store.keepWaiting({ ...rest, input });
  }
  await loadOutbox();
}

const photoIds = ({ input }: store.Waiting): string[] => [input.photoIds ?? []].flat().map(String);

class Stop extends Error {
  constructor(readonly why: Sending) {
    super(why);
  }
}

let running: Promise<void> | undefined;

/** Sends what waits, the oldest first, until it is empty or something stops it. Only one at a time, also among tabs. */
export function sendOutbox(client: ApolloClient, viewerId: string): Promise<void> {
  const locked = () => navigator.locks.request('karavaan-outbox', () => sendAll(client, viewerId));
  running ??= (navigator.locks ? locked() : sendAll(client, viewerId)).finally(() => (running = undefined));
  return running;
}

async function sendAll(client: ApolloClient, viewerId: string): Promise<void> {
  await loadOutbox();
  const mine = state.waiting.filter((each) => each.personId === viewerId && !each.refused);
  if (mine.length === 0) return set({ sending: 'idle' });
  set({ sending: 'sending' });
  let end: Sending = 'idle';
  for (const waiting of mine) {
    try {
      await sendOne(client, waiting);
    } catch (error) {
      end = error instanceof Stop ? error.why : error instanceof TypeError ? 'offline' : 'failed';
      break;
    }
  }
  await loadOutbox();
  set({ sending: end });
}

async function sendOne(client: ApolloClient, waiting: store.Waiting): Promise<void> {
  for (const id of photoIds(waiting)) await sendPhoto(id);
  const { data } = await client.mutate({
    mutation: RECORD_HANDOVER,
    variables: { input: waiting.input },
    fetchPolicy: 'no-cache',
  });
  const result = data!.recordHandover;
  if (result.__typename === 'Refusal') {
    const refused = result as RefusalParts;
    // A session that ended is no answer to what was done: it waits until somebody signs in again.
    if (refused.reasons.some(({ code }) => code === 'NOT_SIGNED_IN')) throw new Stop('signedOut');
    await store.keepWaiting({ ...waiting, refused });
    return;
  }
  if (result.__typename !== 'HandedOver') throw new Stop('failed');
  await store.dropWaiting(waiting.key);
  for (const id of photoIds(waiting)) await store.dropPhoto(id);
  const sheet = result.sheet as Sheet;
  await store.keepSheet({
    reservationId: sheet.reservationId,
    personId: waiting.personId,
    savedAt: new Date().toISOString(),
    sheet,
  });
  set({ fresh: { ...state.fresh, [sheet.reservationId]: sheet }, told: { number: sheet.number, affected: result.affected } });
}

async function sendPhoto(id: string): Promise<void> {
  const photo = await store.readPhoto(id);
  // Sent before the answer to the rest was lost.
  if (!photo) return;
  const response = await fetch(`/documents/${id}?name=${encodeURIComponent(photo.name)}`, { method: 'PUT', body: photo.blob });
  if (response.status === 401) throw new Stop('signedOut');
  if (!response.ok) throw new Stop('failed');
}
