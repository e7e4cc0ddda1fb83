import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum-of.js';
import type { Role } from '@karavaan/domain';
import type { MailTemplate } from './mail-template.js';

/** What a person chooses by: mails of one topic come together or not at all. */
export const MailTopic = enumOf(
  'ACCOUNT',
  'DECISIONS',
  'RECEIVED',
  'REMINDERS',
  'OVERDUE',
  'KIT_STATE',
  'WAITING',
  'FOLLOWING',
  'UPKEEP',
);
export type MailTopic = keyof typeof MailTopic;
registerEnumType(MailTopic, { name: 'MailTopic' });

interface Topic {
  /** Without it the agreement does not work: it cannot be turned off, and carries no way to unsubscribe. */
  readonly required: boolean;
  /** Who gets such mails at all; everybody when absent. */
  readonly roles?: readonly Role[];
}

export const TOPICS: Readonly<Record<MailTopic, Topic>> = {
  ACCOUNT: { required: true },
  DECISIONS: { required: true },
  OVERDUE: { required: true },
  RECEIVED: { required: false },
  REMINDERS: { required: false },
  KIT_STATE: { required: false },
  WAITING: { required: false },
  FOLLOWING: { required: false },
  UPKEEP: { required: false, roles: ['PLANNER', 'DRIVER', 'ADMINISTRATOR'] },
};

/**
 * The registry of mails. A new kind: its data in `mail-template.ts`, its topic here, its texts in the three catalogues
 * (the compiler asks for each), and `queueMail` in the transaction of what it tells about.
 */
export const KINDS: Readonly<Record<MailTemplate, MailTopic>> = {
  submitted: 'RECEIVED',
  confirmed: 'DECISIONS',
  rejected: 'DECISIONS',
  changed: 'DECISIONS',
  cancelled: 'DECISIONS',
  pickupTomorrow: 'REMINDERS',
  overdue: 'OVERDUE',
  kitIncomplete: 'KIT_STATE',
  waitingOffer: 'WAITING',
  waitingLapsed: 'WAITING',
  defectReported: 'UPKEEP',
  defectBlocks: 'UPKEEP',
  inspectionsDue: 'UPKEEP',
  kitComesNear: 'FOLLOWING',
  authorisationEnds: 'REMINDERS',
  instructionPlanned: 'DECISIONS',
  instructionFreed: 'DECISIONS',
  sessionJoined: 'RECEIVED',
  sessionCancelled: 'DECISIONS',
  sessionTomorrow: 'REMINDERS',
  requestSubmitted: 'RECEIVED',
  requestPlaced: 'DECISIONS',
  requestRefused: 'DECISIONS',
  requestNotPlaced: 'DECISIONS',
  seriesSubmitted: 'RECEIVED',
  seriesChanged: 'DECISIONS',
  seriesCancelled: 'DECISIONS',
  accessAccepted: 'ACCOUNT',
  accessRejected: 'ACCOUNT',
  passwordLink: 'ACCOUNT',
};

/** The topic of a stored mail; one of a kind that is no longer made cannot be unsubscribed from. */
export function topicOf(template: string): MailTopic {
  return KINDS[template as MailTemplate] ?? 'ACCOUNT';
}
