/** Ends a program that cannot start: the sentences go to the person, without a stack. */
export function sayAndExit(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}
