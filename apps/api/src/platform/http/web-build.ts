import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type KnownDocuments, readKnownDocuments } from '../graphql/known-documents.js';
import type { Settings } from '../settings.js';

/** What the server has to know of the built web client. */
export interface WebBuild {
  /** Names below the folder, each starting with a slash. */
  readonly files: ReadonlySet<string>;
  /** Hashes of the start page's own inline scripts, as a content security policy names them. */
  readonly inlineScripts: readonly string[];
  readonly documents: KnownDocuments;
}

/** The web client as it is built now: read once in production, elsewhere again after each build. */
export function webBuild({ webFolder, production }: Pick<Settings, 'webFolder' | 'production'>): () => WebBuild {
  let seen = stampOf(webFolder);
  let build = readBuild(webFolder);
  if (production) return () => build;
  return () => {
    const stamp = stampOf(webFolder);
    // In the middle of a build there is no start page: the one before stands until it is there.
    if (stamp === seen || !existsSync(path.join(webFolder, 'index.html'))) return build;
    seen = stamp;
    build = readBuild(webFolder);
    return build;
  };
}

/** Another text after each change; folders change when a file in them comes or goes. */
function stampOf(folder: string): string {
  return ['', 'assets', 'index.html', '.documents.json']
    .map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .join(' ');
}

function readBuild(folder: string): WebBuild {
  const files = new Set(existsSync(folder) ? filesBelow(folder) : []);
  const page = files.has('/index.html') ? readFileSync(path.join(folder, 'index.html'), 'utf8') : '';
  return { files, inlineScripts: inlineScriptsOf(page), documents: readKnownDocuments(folder) };
}

/** Hidden files are not for the public. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`)
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')));
}

function inlineScriptsOf(page: string): string[] {
  return [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
}
