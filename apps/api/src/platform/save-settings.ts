import { isTimeBefore, readField, SETTING_FIELDS, type Wrong } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { refusalOf } from '../auth/require-permission.js';
import { chosenSettings, defaultsOf, OPERATION, type Chosen } from './adjustable-settings.js';
import { recordAudit } from './audit.js';
import { refuse } from './refuse.js';
import { Setting } from './setting.entity.js';
import type { Settings } from './settings.js';

/** Fields that do not fit; nothing was written. */
export class WrongSettings extends Error {
  constructor(readonly wrong: readonly Wrong[]) {
    super(wrong.map(({ field, problem }) => `${field}: ${problem}`).join(', '));
  }
}

/**
 * Chooses settings; an empty one falls back to the environment's. Refuses NOT_SIGNED_IN, NOT_ALLOWED, STATE_CHANGED
 * (somebody else chose meanwhile). @throws {WrongSettings}
 */
export async function saveSettings(
  tx: EntityManager,
  actor: Actor,
  settings: Settings,
  version: number,
  typed: Chosen,
): Promise<void> {
  const refusal = refusalOf(actor, 'setting.change');
  if (refusal) refuse(refusal);
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`setting:${OPERATION}`]);
  const { chosen: before, version: now } = await chosenSettings(tx);
  if (now !== version) refuse('STATE_CHANGED');
  const wrong: Wrong[] = [];
  const after: Record<string, string | null> = { ...before };
  for (const field of SETTING_FIELDS) {
    const text = typed[field.key];
    if (text === undefined) continue;
    const read = readField(field, text ?? '');
    if ('problem' in read) wrong.push({ field: field.key, problem: read.problem });
    else after[field.key] = read.text;
  }
  const { transportFrom, transportTo } = { ...defaultsOf(settings), ...withoutNothing(after) };
  if (transportFrom && transportTo && !isTimeBefore(transportFrom, transportTo))
    wrong.push({ field: 'transportTo', problem: 'FIRST_AFTER_LAST' });
  if (wrong.length > 0) throw new WrongSettings(wrong);
  await tx.upsert(Setting, { key: OPERATION, value: after, updatedAt: new Date() } as never, ['key']);
  await recordAudit(tx, actor, {
    action: 'setting.change',
    entity: 'setting',
    entityId: OPERATION,
    before: { ...nothing, ...before },
    after,
  });
}

const nothing = Object.fromEntries(SETTING_FIELDS.map(({ key }) => [key, null]));
const withoutNothing = (chosen: Chosen) => Object.fromEntries(Object.entries(chosen).filter(([, text]) => text !== null));
