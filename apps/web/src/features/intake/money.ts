/** An amount of a document in its own currency. */
export function moneyOf(cents: string, currency: string, euro: (cents: string) => string): string {
  return currency === 'EUR' ? euro(cents) : euro(cents).replace('€', currency);
}
