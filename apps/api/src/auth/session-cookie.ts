import type { CookieOptions, Request, Response } from 'express';
import type { Settings } from '../platform/settings.js';

/** With https the browser itself guards the name: such a cookie can only come from this host. */
const nameOf = (settings: Settings) => (isHttps(settings) ? '__Host-karavaan' : 'karavaan');
const isHttps = (settings: Settings) => settings.publicUrl.startsWith('https:');

const optionsOf = (settings: Settings): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isHttps(settings),
  path: '/',
});

/** The session's token in a request, or undefined. */
export function readSessionCookie(req: Request, settings: Settings): string | undefined {
  const cookies = req.cookies as Record<string, unknown> | undefined;
  const token = cookies?.[nameOf(settings)];
  return typeof token === 'string' && token.length > 0 ? token : undefined;
}

export function setSessionCookie(res: Response, settings: Settings, token: string, maxAgeMs: number): void {
  res.cookie(nameOf(settings), token, { ...optionsOf(settings), maxAge: maxAgeMs });
}

export function clearSessionCookie(res: Response, settings: Settings): void {
  res.clearCookie(nameOf(settings), optionsOf(settings));
}
