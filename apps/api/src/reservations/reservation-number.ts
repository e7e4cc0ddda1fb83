/** As people read and say it: R-00042. */
export function reservationNumber({ number }: { number: number }): string {
  return `R-${String(number).padStart(5, '0')}`;
}
