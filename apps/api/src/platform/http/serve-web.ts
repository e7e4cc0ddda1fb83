import path from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import type { WebBuild } from './web-build.js';

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** Vite puts a hash of the content in these names: a new content has a new name. */
const HASHED = /^\/assets\//;
const OTHER_ROUTES = /^\/(graphql|health|metrics|ical|export|documents|imports|budget-files|mail)(\/|$)/;

/**
 * Serves the built web client from `folder`: files by their name, compressed ones where the build made them, and the
 * start page for every other address, since the client has its own routes.
 */
export function serveWeb(folder: string, build: () => WebBuild) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const { files } = build();
    if (!files.has('/index.html') || (req.method !== 'GET' && req.method !== 'HEAD') || OTHER_ROUTES.test(req.path))
      return next();
    const asked = decode(req.path);
    const file = asked !== undefined && files.has(asked) && asked !== '/index.html' ? asked : undefined;
    if (file === undefined && path.extname(req.path) !== '' && req.path !== '/index.html') {
      res.status(404).type('text').send('Not found');
      return;
    }
    send(res, req, file ?? '/index.html', files, next);
  };

  function send(res: Response, req: Request, file: string, files: WebBuild['files'], next: NextFunction): void {
    const encoding = ENCODINGS.find(([name, ending]) => files.has(file + ending) && req.acceptsEncodings(name));
    res.vary('Accept-Encoding');
    res.type(path.extname(file));
    if (encoding) res.setHeader('Content-Encoding', encoding[0]);
    const cacheControl = HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
    res.sendFile(
      file.slice(1) + (encoding?.[1] ?? ''),
      { root: folder, cacheControl: false, headers: { 'Cache-Control': cacheControl } },
      (error) => {
        if (error && !res.headersSent) next(error);
      },
    );
  }
}

function decode(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}
