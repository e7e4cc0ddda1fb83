import { addDays } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { localized } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { today } from '../reminders/due-reservations.js';
import { factsOfSessions } from './keep-sessions.js';
import { AuthorisationSession, SessionPlace } from './session.entities.js';

/** How long before an authorisation ends its holder hears of it. */
const DAYS_AHEAD = 30;

/** The latest of each person and model, when it ends within the time ahead: who has a longer one is not bothered. */
const ENDING_SQL = `
SELECT person_id AS "personId", model_id AS "modelId", max(valid_until)::text AS "validUntil"
  FROM authorisation WHERE revoked_at IS NULL
 GROUP BY person_id, model_id
HAVING bool_and(valid_until IS NOT NULL) AND max(valid_until) BETWEEN $1::date AND $2::date
 ORDER BY 3, 1, 2`;

/** Tells once of each authorisation that ends soon. @returns how many mails were made */
export async function remindEnding(tx: EntityManager, settings: Settings, day = today()): Promise<number> {
  const rows = await tx.query<{ personId: string; modelId: string; validUntil: string }[]>(ENDING_SQL, [
    day,
    addDays(day, DAYS_AHEAD),
  ]);
  const people = await tx.findBy(Person, { id: In(rows.map((row) => row.personId)), active: true });
  const models = await tx.findBy(EquipmentModel, { id: In(rows.map((row) => row.modelId)) });
  let made = 0;
  for (const { personId, modelId, validUntil } of rows) {
    const to = people.find((person) => person.id === personId);
    const model = models.find((each) => each.id === modelId)!;
    if (!to) continue;
    const data = { kits: [localized(model, 'name')!], authorisedUntil: validUntil };
    if (await queueMail(tx, settings.publicUrl, { to, template: 'authorisationEnds', data, once: `${modelId}:${validUntil}` }))
      made++;
  }
  return made;
}

/** Reminds who comes to a session of it the day before. @returns how many mails were made */
export async function remindSessions(tx: EntityManager, settings: Settings, day = today()): Promise<number> {
  const sessions = await tx.findBy(AuthorisationSession, { day: addDays(day, 1), state: 'PLANNED' });
  if (sessions.length === 0) return 0;
  const facts = await factsOfSessions(tx, sessions);
  const places = await tx.findBy(SessionPlace, { sessionId: In([...facts.keys()]), state: 'JOINED' });
  const people = await tx.findBy(Person, { id: In(places.map((place) => place.personId)), active: true });
  let made = 0;
  for (const { sessionId, personId } of places) {
    const to = people.find((person) => person.id === personId);
    const data = facts.get(sessionId)!;
    if (
      to &&
      (await queueMail(tx, settings.publicUrl, { to, template: 'sessionTomorrow', data, once: `${sessionId}:${data.day}` }))
    )
      made++;
  }
  return made;
}
