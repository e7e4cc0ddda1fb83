/** The words of a GraphQL enum as a plain object, so that the domain's string unions fit it without a cast. */
export function enumOf<const W extends string>(...words: W[]): { readonly [K in W]: K } {
  return Object.fromEntries(words.map((word) => [word, word])) as { readonly [K in W]: K };
}
