import { addDays, weekday } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { contactLine, dueReservations, today } from './due-reservations.js';

/**
 * Reminds of what is picked up the next day; on a Friday and in the weekend also of Monday's, while there is still
 * somebody to call. May run as often as one likes: each pick-up day of a reservation is told once.
 * @returns how many mails were made
 */
export async function remindPickups(tx: EntityManager, settings: Settings, day = today()): Promise<number> {
  const due = await dueReservations(tx, `r.first_day > $1::date AND r.first_day <= $2::date AND o.stay_state = 'PLANNED'`, [
    day,
    nextWorkingDay(day),
  ]);
  let made = 0;
  for (const { id, to, facts, openingHours } of due) {
    const hours = (openingHours ?? []).filter((each) => each.weekday === weekday(facts.firstDay));
    const window =
      hours.length > 0 ? { from: earliest(hours.map(({ from }) => from)), to: latest(hours.map((each) => each.to)) } : null;
    const data = { ...facts, contact: contactLine(settings), window };
    if (await queueMail(tx, settings.publicUrl, { to, template: 'pickupTomorrow', data, once: `${id}:${facts.firstDay}` }))
      made++;
  }
  return made;
}

function nextWorkingDay(day: string): string {
  let next = addDays(day, 1);
  while (weekday(next) > 5) next = addDays(next, 1);
  return next;
}

const earliest = (times: string[]) => times.toSorted()[0]!;
const latest = (times: string[]) => times.toSorted().at(-1)!;
