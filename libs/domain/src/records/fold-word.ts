/** How words of files and forms are compared: without accents, capitals, and marks between the words. */
export function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
