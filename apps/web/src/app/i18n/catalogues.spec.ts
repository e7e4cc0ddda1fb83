import fs from 'node:fs';
import path from 'node:path';
import { ACTIONS } from '@karavaan/domain';
import { filesEnding, flatten, readCatalogue, sources } from '../../../test/catalogues.js';

const nl = flatten(readCatalogue('nl'));
const PLURAL = /_(zero|one|two|few|many|other)$/;
const known = new Set([...nl.keys()].map((key) => key.replace(PLURAL, '')));
/** What somebody may do is called much as the texts are. */
const actions = new Set<string>(ACTIONS);
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([place]) => place).sort((a, b) => (a < b ? -1 : 1));

const dutch = (key: string) => nl.get(key) ?? nl.get(key.replace(PLURAL, '_other')) ?? '';

describe.each(['fr', 'en'])('the catalogue in %s', (language) => {
  const other = flatten(readCatalogue(language));

  it('has the keys of the Dutch one, and no others; each language has its own plural forms', () => {
    const keys = [...other.keys()].map((key) => key.replace(PLURAL, ''));
    expect([...new Set(keys)].sort()).toEqual([...known].sort());
  });

  it('leaves no text empty and fills in the same places', () => {
    for (const [key, text] of other) {
      expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false });
      expect({ key, places: places(text) }).toEqual({ key, places: places(dutch(key)) });
    }
  });
});

it('has each name that catalogues stand under only once', () => {
  const folders = filesEnding('messages.nl.json').map((file) => path.basename(path.dirname(file)));
  expect(folders).toEqual([...new Set(folders)]);
});

it('has every key that the source names', () => {
  const roots = [...new Set([...known].map((key) => key.split('.')[0]))].join('|');
  const literal = new RegExp(`['"\`]((?:${roots})\\.[\\w.]+)['"\`]`, 'g');
  const begun = new RegExp(`\`((?:${roots})\\.[\\w.]*)\\$\\{`, 'g');
  const missing: string[] = [];
  for (const file of filesEnding('.ts', '.tsx')) {
    const source = fs.readFileSync(file, 'utf8');
    const name = path.relative(sources, file);
    for (const [, key = ''] of source.matchAll(literal))
      if (!known.has(key) && !actions.has(key)) missing.push(`${name}: ${key}`);
    for (const [, start = ''] of source.matchAll(begun))
      if (![...known].some((key) => key.startsWith(start))) missing.push(`${name}: ${start}…`);
    // A key must stand under a root that exists, or the patterns above would not see it.
    for (const [, key = ''] of source.matchAll(/\bt\('([^']+)'/g)) if (!known.has(key)) missing.push(`${name}: ${key}`);
  }
  expect([...new Set(missing)]).toEqual([]);
});
