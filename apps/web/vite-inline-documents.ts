import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import type { Plugin } from 'vite';

const generated = path.join(import.meta.dirname, 'src/graphql/generated/graphql.ts');
const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;
const NAME = /\b(?:query|mutation|subscription|fragment)\s+(\w+)/;

/**
 * Puts each parsed document where it is used. Otherwise every operation of every page would travel with the first page,
 * since all of them stand in one generated module.
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
          return `(${JSON.stringify(document)})`;
        }),
        map: null,
      };
    },
  };
}

function readGenerated(): Promise<Record<string, unknown>> {
  return import(`${pathToFileURL(generated).href}?${fs.statSync(generated).mtimeMs}`);
}
