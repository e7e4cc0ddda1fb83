import DataLoader from 'dataloader';
import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Actor } from '../../auth/actor.js';

export interface LoadContext {
  readonly manager: EntityManager;
  readonly actor: Actor;
}
/** Answers all keys by one query, in their order. */
export type Batch<K, V> = (keys: readonly K[], context: LoadContext) => Promise<readonly (V | Error)[]>;

/** The DataLoaders of one request: one for each batch function, so that a relation costs one query however often it is asked. */
export class Loaders {
  readonly #context: LoadContext;
  readonly #loaders = new Map<unknown, DataLoader<unknown, unknown>>();

  constructor(context: LoadContext) {
    this.#context = context;
  }

  /** @param identity makes keys that are objects comparable */
  of<K, V>(batch: Batch<K, V>, identity?: (key: K) => string): DataLoader<K, V> {
    let loader = this.#loaders.get(batch);
    if (!loader) {
      loader = new DataLoader<unknown, unknown, unknown>((keys) => batch(keys as K[], this.#context), {
        maxBatchSize: 1000,
        ...(identity ? { cacheKeyFn: (key: unknown) => identity(key as K) } : {}),
      });
      this.#loaders.set(batch, loader);
    }
    return loader as DataLoader<K, V>;
  }

  /** Rows of an entity by id; null where there is none. */
  byId<T extends ObjectLiteral & { id: string }>(entity: EntityTarget<T>): DataLoader<string, T | null> {
    return this.of(batchById(entity));
  }

  /** After a write, what was loaded before it is no longer true. */
  clear(): void {
    for (const loader of this.#loaders.values()) loader.clearAll();
  }
}

const batches = new Map<unknown, Batch<string, unknown>>();

function batchById<T extends ObjectLiteral & { id: string }>(entity: EntityTarget<T>): Batch<string, T | null> {
  const known = batches.get(entity);
  if (known) return known as Batch<string, T | null>;
  const batch: Batch<string, T | null> = async (ids, { manager }) => {
    const rows = await manager.find<T>(entity, { where: { id: In([...ids]) } as never });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  };
  batches.set(entity, batch);
  return batch;
}

/** Puts rows in the order of the keys they belong to, for a relation to many. */
export function grouped<K, T>(keys: readonly K[], rows: readonly T[], keyOf: (row: T) => K): T[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
