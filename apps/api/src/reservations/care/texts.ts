import { refuse } from '../../platform/refuse.js';

/** A text that may be left out: trimmed, null when empty. Refuses one that is too long. */
export function shortText(text: string | null | undefined, field: string, longest = 200): string | null {
  const trimmed = text?.trim() || null;
  if ((trimmed?.length ?? 0) > longest) refuse('INVALID_INPUT', { field, available: String(longest) });
  return trimmed;
}
