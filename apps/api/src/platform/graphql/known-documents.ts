import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApolloServerOptions, BaseContext, PersistedQueryOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** The documents of our own web client: SHA-256 (hex) → text. */
export type KnownDocuments = ReadonlyMap<string, string>;

/** Reads the list that the web client's build left; empty when it is not there, as in tests of the API alone. */
export function readKnownDocuments(webFolder: string): KnownDocuments {
  const file = path.join(webFolder, '.documents.json');
  if (!existsSync(file)) return new Map();
  const documents = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(documents));
}

/** Finds the text of a known document; whatever else is offered is forgotten. */
export function readOnly(known: () => KnownDocuments): NonNullable<PersistedQueryOptions['cache']> {
  return {
    get: (key) => Promise.resolve(known().get(hashIn(key))),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

/** Keeps known documents parsed and validated: as many as the client has, and no others. */
export function keepKnown(known: () => KnownDocuments): DocumentStore {
  const kept = new Map<string, DocumentNode>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, document) => {
      if (known().has(hashIn(key))) kept.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(kept.delete(key)),
  };
}

/** Apollo Server puts a prefix of its own before the hash. */
const hashIn = (key: string) => key.slice(key.lastIndexOf(':') + 1);
