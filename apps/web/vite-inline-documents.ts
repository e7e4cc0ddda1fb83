import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { Kind, print, type DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

const generated = path.join(import.meta.dirname, 'src/graphql/generated/graphql.ts');
const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;
const NAME = /\b(?:query|mutation|subscription|fragment)\s+(\w+)/;

/**
 * Puts each parsed document where it is used, with the hash by which the server knows it. Otherwise every operation of
 * every page would travel with the first page, since all of them stand in one generated module. The list of texts by
 * hash is left beside the build for the server.
 */
export function inlineDocuments(): Plugin {
  return {
    name: 'inline-documents',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(')) return null;
      const documents = await readGenerated();
      return {
        code: code.replace(CALL, (call, source: string) => {
          const [, name = ''] = NAME.exec(source) ?? [];
          const document = documents[`${name}Document`] ?? documents[`${name}FragmentDoc`];
          if (!document) throw new Error(`${id}: no generated document for ${name || call}; run npm run codegen.`);
          return `(${JSON.stringify(known(document))})`;
        }),
        map: null,
      };
    },
    async generateBundle() {
      const operations = Object.values(await readGenerated())
        .filter(isOperation)
        .map((document) => known(document));
      this.emitFile({
        type: 'asset',
        // A name that begins with a dot is not served.
        fileName: '.documents.json',
        source: JSON.stringify(Object.fromEntries(operations.map((each) => [each.__meta__.hash, print(each)])), null, 1),
      });
    },
  };
}

/** A document as the client's cache will ask it, with `__typename`, and the hash of its text. */
function known(document: DocumentNode): DocumentNode & { __meta__: { hash: string } } {
  const whole = addTypenameToDocument(document);
  return { __meta__: { hash: createHash('sha256').update(print(whole)).digest('hex') }, ...whole };
}

function isOperation(value: unknown): value is DocumentNode {
  const document = value as Partial<DocumentNode> | null;
  return document?.kind === Kind.DOCUMENT && document.definitions!.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

function readGenerated(): Promise<Record<string, DocumentNode>> {
  return import(`${pathToFileURL(generated).href}?${fs.statSync(generated).mtimeMs}`);
}
