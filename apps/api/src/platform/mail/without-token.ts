/** A text with the secret of its links taken out. */
export function withoutToken(text: string): string {
  return text.replace(/([?&]token=)[\w-]+/g, '$1…');
}
