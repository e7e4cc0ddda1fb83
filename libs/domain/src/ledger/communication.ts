/**
 * Belgian structured communication, +++123/4567/89012+++: twelve digits of which the last two are the rest of the first ten
 * modulo 97, or 97 when that is 0 (Febelfin).
 */
export function readCommunication(text: string): string | undefined {
  const digits = text.replace(/[\s+*/.-]/gu, '');
  if (!/^\d{12}$/u.test(digits)) return undefined;
  const rest = Number(digits.slice(0, 10)) % 97 || 97;
  return rest === Number(digits.slice(10)) ? digits : undefined;
}

export function writeCommunication(digits: string): string {
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}
