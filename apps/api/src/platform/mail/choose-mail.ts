import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../audit.js';
import { refuse } from '../refuse.js';
import { MailChoice, type MailTopicChoice } from './mail-choice.entity.js';
import { TOPICS, type MailTopic } from './mail-kinds.js';

/** The topics of which this person may get mails, with what they chose. */
export async function readMailChoices(manager: EntityManager, actor: Actor): Promise<MailTopicChoice[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const chosen = await manager.findBy(MailChoice, { personId });
  return Object.entries(TOPICS)
    .filter(([, { roles }]) => !roles || roles.includes(actor.role))
    .map(([topic, { required }]) => ({
      topic: topic as MailTopic,
      required,
      wanted: required || chosen.find((row) => row.topic === topic)?.wanted !== false,
    }));
}

/** Whether a person gets mails of a topic. */
export async function wantsMail(manager: EntityManager, personId: string, topic: MailTopic): Promise<boolean> {
  if (TOPICS[topic].required) return true;
  return (await manager.findOneBy(MailChoice, { personId, topic }))?.wanted !== false;
}

/**
 * Turns the mails of a topic on or off. Doing so again changes nothing. Refuses NOT_ALLOWED for a topic that is required.
 * @param actor who says it; null when it came by the unsubscribe link of a mail
 */
export async function chooseMail(
  tx: EntityManager,
  actor: Actor | null,
  personId: string,
  topic: MailTopic,
  wanted: boolean,
): Promise<MailTopicChoice> {
  if (TOPICS[topic].required && !wanted) refuse('NOT_ALLOWED', { field: 'topic' });
  // One statement: two at the same time agree on who changed it.
  const changed = await tx.query<unknown[]>(
    `INSERT INTO mail_choice (person_id, topic, wanted) SELECT id, $2, $3 FROM person WHERE id = $1
     ON CONFLICT ON CONSTRAINT mail_choice_pkey DO UPDATE SET wanted = EXCLUDED.wanted
       WHERE mail_choice.wanted <> EXCLUDED.wanted
     RETURNING person_id`,
    [personId, topic, wanted],
  );
  if (changed.length > 0)
    await recordAudit(tx, actor, {
      action: 'person.chooseMail',
      entity: 'person',
      entityId: personId,
      before: { [`mail.${topic}`]: !wanted },
      after: { [`mail.${topic}`]: wanted },
    });
  return { topic, required: TOPICS[topic].required, wanted: wanted || TOPICS[topic].required };
}
