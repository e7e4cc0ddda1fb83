import fs from 'node:fs';
import path from 'node:path';
import { mergeCatalogues, type Catalogue } from '../src/ui/i18n/merge-catalogues.js';

export const sources = path.join(import.meta.dirname, '../src');

/** All files below `src` whose name ends so. */
export function filesEnding(...endings: string[]): string[] {
  return fs
    .readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('generated') && endings.some((ending) => file.endsWith(ending)))
    .map((file) => path.join(sources, file))
    .sort();
}

/** The catalogues of one language, as the program joins them. */
export function readCatalogue(language: string): Catalogue {
  return mergeCatalogues(
    Object.fromEntries(
      filesEnding(`messages.${language}.json`).map((file) => [file, JSON.parse(fs.readFileSync(file, 'utf8')) as Catalogue]),
    ),
  );
}

/** `{ a: { b: 'text' } }` as `a.b` → text. */
export function flatten(catalogue: Catalogue, before = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') flat.set(before + key, value);
    else for (const [inner, text] of flatten(value, `${before}${key}.`)) flat.set(inner, text);
  }
  return flat;
}
