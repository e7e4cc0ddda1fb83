import { daysBetween } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { contactLine, dueReservations, today } from './due-reservations.js';

const AGAIN_AFTER_DAYS = 7;

/** Tells of what was handed over and not handed back the day after the last day, and again each week. */
export async function remindOverdue(tx: EntityManager, settings: Settings, day = today()): Promise<number> {
  const due = await dueReservations(tx, `r.last_day < $1::date AND o.stay_state IN ('PICKED_UP', 'ON_SITE')`, [day]);
  let made = 0;
  for (const { id, to, facts } of due) {
    const time = Math.floor((daysBetween(facts.lastDay, day) - 1) / AGAIN_AFTER_DAYS);
    const data = { ...facts, contact: contactLine(settings) };
    const once = `${id}:${facts.lastDay}:${time}`;
    if (await queueMail(tx, settings.publicUrl, { to, template: 'overdue', data, once })) made++;
  }
  return made;
}
