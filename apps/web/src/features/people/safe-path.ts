/** The page to go on to after signing in: a path of ours, or the start page. Never another origin (`//evil`, `/\evil`). */
export function safePath(path: string | null | undefined, origin = window.location.origin): string {
  if (!path?.startsWith('/')) return '/';
  try {
    const { origin: there, pathname, search, hash } = new URL(path, origin);
    const loops = pathname === '/aanmelden' || pathname === '/wachtwoord';
    return there === origin && !loops && !pathname.startsWith('//') ? pathname + search + hash : '/';
  } catch {
    return '/';
  }
}
