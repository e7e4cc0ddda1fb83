import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { HandoverInput, Sheet } from './handover.graphql.js';

/** A hand-over that waits on this device until the server has it. */
export interface Waiting {
  /** Also the idempotency key: sent twice it is noted once. */
  readonly key: string;
  readonly personId: string;
  readonly personName: string;
  readonly number: string;
  readonly input: HandoverInput;
  /** The server refused it: a person decides what becomes of it. */
  readonly refused?: RefusalParts | undefined;
}

export interface KeptPhoto {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
}

export interface KeptSheet {
  readonly reservationId: string;
  readonly personId: string;
  readonly savedAt: string;
  readonly sheet: Sheet;
}

export interface KeptViewer {
  readonly id: string;
  readonly name: string;
}

// Two databases: signing out forgets what was read, and never what was not sent yet.
const READ = { name: 'karavaan-read', stores: { sheets: 'reservationId', viewer: 'id' } } as const;
const UNSENT = { name: 'karavaan-unsent', stores: { outbox: 'key', photos: 'id' } } as const;

function open({ name, stores }: { name: string; stores: Record<string, string> }): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const [store, keyPath] of Object.entries(stores)) request.result.createObjectStore(store, { keyPath });
    });
    request.addEventListener('success', () => {
      // Whoever deletes the database must not wait for this page.
      request.result.addEventListener('versionchange', () => request.result.close());
      resolve(request.result);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

async function run<T>(
  database: typeof READ | typeof UNSENT,
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open(database);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      // Only a finished transaction is on the disk.
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('error', () => reject(transaction.error ?? new Error('not stored')));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not stored')));
    });
  } finally {
    db.close();
  }
}

export const readSheets = () => run<KeptSheet[]>(READ, 'sheets', 'readonly', (store) => store.getAll());
export const readSheet = (id: string) =>
  run<KeptSheet | undefined>(READ, 'sheets', 'readonly', (store) => store.get(id) as IDBRequest<KeptSheet | undefined>);
export const keepSheet = (kept: KeptSheet) => run(READ, 'sheets', 'readwrite', (store) => store.put(kept));
export const dropSheets = () => run(READ, 'sheets', 'readwrite', (store) => store.clear());

export const readViewer = async () => (await run<KeptViewer[]>(READ, 'viewer', 'readonly', (store) => store.getAll()))[0];
export const keepViewer = async (viewer: KeptViewer) => {
  await run(READ, 'viewer', 'readwrite', (store) => store.clear());
  await run(READ, 'viewer', 'readwrite', (store) => store.put(viewer));
};

export const readOutbox = async () =>
  (await run<Waiting[]>(UNSENT, 'outbox', 'readonly', (store) => store.getAll())).sort((a, b) =>
    a.input.happenedAt < b.input.happenedAt ? -1 : 1,
  );
export const keepWaiting = (waiting: Waiting) => run(UNSENT, 'outbox', 'readwrite', (store) => store.put(waiting));
export const dropWaiting = (key: string) => run(UNSENT, 'outbox', 'readwrite', (store) => store.delete(key));
export const keepPhoto = (photo: KeptPhoto) => run(UNSENT, 'photos', 'readwrite', (store) => store.put(photo));
export const readPhoto = (id: string) =>
  run<KeptPhoto | undefined>(UNSENT, 'photos', 'readonly', (store) => store.get(id) as IDBRequest<KeptPhoto | undefined>);
export const dropPhoto = (id: string) => run(UNSENT, 'photos', 'readwrite', (store) => store.delete(id));
