import type { EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { Instruction } from '../../placement/instruction.entity.js';
import type { LocalizedText } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { reservationNumber } from '../reservation-number.js';

interface Row {
  readonly id: string;
  readonly personId: string;
  readonly comes: boolean;
  /** The same person comes along with it all the same, on other days. */
  readonly moved: boolean;
  readonly reservationId: string;
  readonly number: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly siteName: string;
  readonly kits: LocalizedText[];
}

/** What instructors have not been told yet: that they come along with what is confirmed, or no longer. */
const UNTOLD_SQL = `
SELECT i.id, i.person_id AS "personId", i.active AND r.state = 'CONFIRMED' AS comes,
       EXISTS (SELECT 1 FROM instruction n WHERE n.reservation_id = r.id AND n.person_id = i.person_id AND n.active) AS moved,
       r.id AS "reservationId", r.number, (lower(i.during) AT TIME ZONE 'Europe/Brussels')::date::text AS "firstDay",
       ((upper(i.during) - interval '1 microsecond') AT TIME ZONE 'Europe/Brussels')::date::text AS "lastDay", s.name AS "siteName",
       (SELECT jsonb_agg(DISTINCT jsonb_build_object('nl', m.name_nl, 'fr', m.name_fr, 'en', m.name_en))
          FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id JOIN equipment_model m ON m.id = u.model_id
         WHERE o.reservation_id = r.id AND o.kind = 'STAY') AS kits
  FROM instruction i JOIN reservation r ON r.id = i.reservation_id JOIN site s ON s.id = r.site_id
 WHERE (i.active AND r.state = 'CONFIRMED' AND i.told IS DISTINCT FROM 'COMES')
    OR (i.told = 'COMES' AND (NOT i.active OR r.state NOT IN ('CONFIRMED', 'ENDED')))
 ORDER BY i.active DESC, i.created_at, i.id
 LIMIT 200 FOR UPDATE OF i SKIP LOCKED`;

/**
 * Mails instructors what changed for them since the last round, whichever way it changed. What has passed is not told.
 * @returns how many mails were made
 */
export async function tellInstructors(tx: EntityManager, settings: Settings): Promise<number> {
  const rows = await tx.query<Row[]>(UNTOLD_SQL);
  let made = 0;
  for (const { id, personId, comes, moved, number, ...facts } of rows) {
    await tx.update(Instruction, { id }, { told: comes ? 'COMES' : 'FREED' });
    const to = await tx.findOneBy(Person, { id: personId, active: true });
    if (!to || (!comes && moved) || Date.parse(facts.lastDay) < Date.now() - 86_400_000) continue;
    const data = { ...facts, number: reservationNumber({ number }), instructionId: id };
    const template = comes ? 'instructionPlanned' : 'instructionFreed';
    if (await queueMail(tx, settings.publicUrl, { to, template, data })) made++;
  }
  return made;
}
