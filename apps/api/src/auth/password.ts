import { hash, verify } from '@node-rs/argon2';

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** argon2id with the package's defaults: 19 MiB, 2 passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Takes as long for somebody without a password as for somebody with one, so that time tells nothing. */
export async function isPassword(storedHash: string | null | undefined, password: string): Promise<boolean> {
  const known = await verify(storedHash ?? (await decoyHash()), password.slice(0, LONGEST_PASSWORD + 1)).catch(() => false);
  return known && storedHash !== null && storedHash !== undefined;
}

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hash('nobody has this password');
  return decoy;
}

/** Whether a new password is long enough and not one of the first that anybody would try. */
export function isGoodPassword(password: string, person: { email: string; name: string }): boolean {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) return false;
  const lower = password.toLowerCase();
  const own = [person.email.split('@')[0] ?? '', ...person.name.split(/\s+/)].map((part) => part.toLowerCase());
  if (new Set(lower).size < 5) return false;
  return !own.some((part) => part.length >= 4 && lower.replace(part, '').length < SHORTEST_PASSWORD / 2);
}
