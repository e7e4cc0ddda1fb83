/**
 * A Belgian enterprise number as ten digits, from what people type (`BE 0123.456.749`, `0123456749`, old nine digits),
 * or undefined when it is none: the last two digits are 97 minus the first eight modulo 97 (Crossroads Bank for
 * Enterprises).
 */
export function enterpriseNumber(text: string): string | undefined {
  const digits = text.replace(/^\s*BE/i, '').replace(/[\s./-]/g, '');
  if (!/^\d{9,10}$/.test(digits)) return undefined;
  const ten = digits.padStart(10, '0');
  if (!/^[01]/.test(ten)) return undefined;
  return 97 - (Number(ten.slice(0, 8)) % 97) === Number(ten.slice(8)) ? ten : undefined;
}
