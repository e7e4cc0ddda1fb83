import type { RecordKind, Wrong } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { judgeRecords, type Given } from './judge-records.js';
import { lockAdministrators } from './lock-administrators.js';
import { recordById, recordsByKey, type KeptRecord } from './read-records.js';
import { writeRecords } from './write-records.js';
import { naturalKey } from '@karavaan/domain';

export interface SaveInput {
  readonly kind: RecordKind;
  readonly id: string | null;
  /** What the form was filled with; required with an id. */
  readonly version: number | null;
  readonly values: Given;
  readonly idempotencyKey: string;
}

/** A form whose fields do not all fit; nothing was written. */
export class WrongFields extends Error {
  constructor(readonly wrong: readonly Wrong[]) {
    super(wrong.map(({ field, problem }) => `${field}: ${problem}`).join(', '));
  }
}

/**
 * Makes a record, or changes it when nobody else did since it was read. Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND,
 * STATE_CHANGED; wrong fields are thrown as {@link WrongFields}.
 */
export async function saveRecord(tx: EntityManager, actor: Actor, input: SaveInput): Promise<KeptRecord> {
  const { kind, id, version, values, idempotencyKey } = input;
  const refusal = refusalOf(actor, 'data.manage');
  if (refusal) refuse(refusal);
  const saved = await once(tx, actor, idempotencyKey, 'saveRecord', input, async () => {
    if (kind === 'PERSON') await lockAdministrators(tx);
    const before = id === null ? null : isUuid(id) ? await recordById(tx, kind, id, true) : null;
    if (id !== null && !before) refuse('NOT_FOUND', { field: 'id' });
    if (before && before.version !== version) refuse('STATE_CHANGED');
    const [judged] = await judgeRecords(tx, kind, [values], [before], 'MISSING');
    const { outcome, draft } = judged!;
    const [other] = (await recordsByKey(tx, kind, [draft.texts], false)).values();
    const taken: Wrong[] =
      other && other.id !== id && naturalKey(kind, other.texts) ? [{ field: firstKey(kind), problem: 'TAKEN' }] : [];
    const wrong = [...outcome.wrong, ...taken];
    if (wrong.length > 0) throw new WrongFields(wrong);
    const [written] = await writeRecords(tx, actor, kind, [judged!]);
    return written!;
  });
  return (await recordById(tx, kind, saved, false))!;
}

const firstKey = (kind: RecordKind) => (kind === 'PERSON' ? 'email' : kind === 'HOLIDAY' ? 'firstDay' : 'code');
