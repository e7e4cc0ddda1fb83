interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A loan in which the instructor is absent: it was booked before the absence was told. */
export function clashes(loan: Days, absences: readonly Days[]): boolean {
  return absences.some(({ firstDay, lastDay }) => firstDay <= loan.lastDay && loan.firstDay <= lastDay);
}
