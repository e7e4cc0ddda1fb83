/** A number as people type it, "1.250" or "0,5"; null when it is none. */
export function amountOf(typed: string): number | null {
  const text = typed.trim().replace(/[\s\u00a0\u202f]/g, '');
  if (!/^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+([.,]\d+)?$/.test(text)) return null;
  const thousands = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  return Number((thousands ? text.replaceAll('.', '') : text).replace(',', '.'));
}
