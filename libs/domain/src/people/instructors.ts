import type { Area } from '../requests/areas.js';
import { type Day, eachDay, weekday } from '../values/days.js';
import { overlaps, type Period } from '../values/period.js';

/** Somebody who may accompany a model: where and when they work, and what they have promised already. */
export interface InstructorFacts {
  readonly id: string;
  /** The parts of the province they go to; everywhere when empty. */
  readonly areas: readonly Area[];
  /** 1 = Monday. */
  readonly weekdays: readonly number[];
  readonly absences: readonly { readonly firstDay: Day; readonly lastDay: Day }[];
  readonly taken: readonly (Period & { readonly reservationId: string })[];
}

/** A loan that asks somebody to come along. */
export interface Accompanied {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly period: Period;
  /** Null when nobody knows where: then everybody goes there. */
  readonly area: Area | null;
  /** Days on which the site is closed ask nobody. */
  isOpen(day: Day): boolean;
  /** What is booked for this reservation itself does not stand in its way. */
  readonly reservationId?: string | null;
}

/** Whether an instructor can come for the whole of a loan. Back-to-back loans are fine. */
export function isFreeToAccompany(instructor: InstructorFacts, loan: Accompanied): boolean {
  const { areas, weekdays, absences, taken } = instructor;
  if (loan.area !== null && areas.length > 0 && !areas.includes(loan.area)) return false;
  const works = eachDay(loan.firstDay, loan.lastDay).every(
    (day) =>
      !loan.isOpen(day) ||
      (weekdays.includes(weekday(day)) && !absences.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)),
  );
  return works && !taken.some((each) => each.reservationId !== loan.reservationId && overlaps(each, loan.period));
}

/**
 * The fewest who together can accompany all models: first who covers most, then who came already, then who has promised
 * least, then by id. Null when a model stays without anybody.
 * @param models for each model that asks for somebody, those who may accompany it
 * @param kept who was booked for this loan before
 */
export function chooseInstructors(
  models: readonly (readonly InstructorFacts[])[],
  loan: Accompanied,
  kept: readonly string[] = [],
): string[] | null {
  let open = models.map((each) => each.filter((instructor) => isFreeToAccompany(instructor, loan)));
  const chosen: string[] = [];
  while (open.length > 0) {
    const covers = (id: string) => open.filter((each) => each.some((instructor) => instructor.id === id)).length;
    const [best] = [...new Map(open.flat().map((each) => [each.id, each])).values()].sort(
      (a, b) =>
        covers(b.id) - covers(a.id) ||
        Number(kept.includes(b.id)) - Number(kept.includes(a.id)) ||
        a.taken.length - b.taken.length ||
        (a.id < b.id ? -1 : 1),
    );
    if (!best) return null;
    chosen.push(best.id);
    open = open.filter((each) => !each.some((instructor) => instructor.id === best.id));
  }
  return chosen;
}
