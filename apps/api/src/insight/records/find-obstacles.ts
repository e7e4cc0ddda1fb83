import { changedKeys, type RecordKind, type RecordTexts, type Wrong } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { reservationNumber } from '../../reservations/reservation-number.js';

export interface Change {
  readonly id: string | null;
  readonly before: RecordTexts | null;
  readonly after: RecordTexts;
  readonly references: Readonly<Record<string, string>>;
}

/** What other records say against each change; one query per rule however many changes. */
export async function findObstacles(tx: EntityManager, kind: RecordKind, changes: readonly Change[]): Promise<Wrong[][]> {
  const wrong: Wrong[][] = changes.map(() => []);
  const add = (at: number, each: Wrong) => wrong[at]!.push(each);
  if (kind === 'ORGANISATION') await takenNumbers(tx, changes, add);
  if (kind === 'UNIT') {
    await takenSerials(tx, changes, add);
    await bookedUnits(tx, changes, add);
  }
  if (kind === 'SITE') await bookedSites(tx, changes, add);
  if (kind === 'MODEL') await modelsInService(tx, changes, add);
  if (kind === 'PERSON') await lastAdministrator(tx, changes, add);
  return wrong;
}

type Add = (at: number, wrong: Wrong) => void;
const ids = (changes: readonly Change[]) => changes.map(({ id }) => id).filter((id) => id !== null);

async function takenNumbers(tx: EntityManager, changes: readonly Change[], add: Add): Promise<void> {
  const rows = await tx.query<{ id: string; number: string; name: string }[]>(
    'SELECT id, enterprise_number AS number, name FROM organisation WHERE enterprise_number = ANY($1)',
    [changes.map(({ after }) => after['enterpriseNumber']).filter(Boolean)],
  );
  const holder = new Map(rows.map((row) => [row.number, row]));
  const seen = new Map<string, number>();
  changes.forEach(({ id, after }, at) => {
    const number = after['enterpriseNumber'];
    if (!number) return;
    const other = holder.get(number);
    if (other && other.id !== id) add(at, { field: 'enterpriseNumber', problem: 'TAKEN', detail: other.name });
    else if (seen.has(number)) add(at, { field: 'enterpriseNumber', problem: 'TWICE' });
    seen.set(number, at);
  });
}

async function takenSerials(tx: EntityManager, changes: readonly Change[], add: Add): Promise<void> {
  const rows = await tx.query<{ id: string; key: string; code: string }[]>(
    `SELECT id, model_id || ' ' || serial AS key, code FROM equipment_unit WHERE model_id = ANY($1::uuid[])`,
    [[...new Set(changes.map(({ references }) => references['model']).filter(Boolean))]],
  );
  const changing = new Set(ids(changes));
  const holder = new Map(rows.filter(({ id }) => !changing.has(id)).map((row) => [row.key, row.code]));
  const seen = new Set<string>();
  changes.forEach(({ after, references }, at) => {
    const key = `${references['model']} ${after['serial']}`;
    if (holder.has(key)) add(at, { field: 'serial', problem: 'TAKEN', detail: holder.get(key)! });
    else if (seen.has(key)) add(at, { field: 'serial', problem: 'TWICE' });
    seen.add(key);
  });
}

/** What a unit is and where it lives may not change under its bookings, and it may not leave service with them. */
async function bookedUnits(tx: EntityManager, changes: readonly Change[], add: Add): Promise<void> {
  const touching = ['model', 'mobility', 'homeSite'];
  const field = ({ before, after }: Change) =>
    before &&
    (before['inService'] === 'true' && after['inService'] !== 'true'
      ? 'inService'
      : changedKeys('UNIT', before, after).find((key) => touching.includes(key)));
  const candidates = changes.filter(field);
  if (candidates.length === 0) return;
  const rows = await tx.query<{ id: string; number: number | null }[]>(
    `SELECT DISTINCT ON (o.unit_id) o.unit_id AS id, r.number
       FROM occupancy o LEFT JOIN reservation r ON r.id = o.reservation_id
      WHERE o.unit_id = ANY($1::uuid[]) AND o.active AND o.kind = 'STAY' AND upper(o.during) > now()
        AND (o.expires_at IS NULL OR o.expires_at > now())
      ORDER BY o.unit_id, lower(o.during)`,
    [ids(candidates)],
  );
  const booked = new Map(rows.map((row) => [row.id, row]));
  changes.forEach((change, at) => {
    const by = booked.get(change.id ?? '');
    const key = field(change);
    if (by && key) add(at, { field: key, problem: 'STILL_IN_USE', detail: by.number === null ? '' : numberText(by.number) });
  });
}

async function bookedSites(tx: EntityManager, changes: readonly Change[], add: Add): Promise<void> {
  const ending = changes.filter(
    ({ before, after }) => before && (before['validTo'] !== after['validTo'] || before['validFrom'] !== after['validFrom']),
  );
  if (ending.length === 0) return;
  const rows = await tx.query<{ id: string; first: string; last: string; number: number }[]>(
    `SELECT r.site_id AS id, r.first_day::text AS first, r.last_day::text AS last, r.number
       FROM reservation r WHERE r.site_id = ANY($1::uuid[]) AND r.state IN ('SUBMITTED', 'CONFIRMED') AND r.last_day >= (now() AT TIME ZONE 'Europe/Brussels')::date
      ORDER BY r.first_day`,
    [ids(ending)],
  );
  changes.forEach((change, at) => {
    if (!ending.includes(change)) return;
    const { validFrom, validTo } = change.after;
    const late = rows.find((row) => row.id === change.id && validTo && row.last > validTo);
    const early = rows.find((row) => row.id === change.id && validFrom && row.first < validFrom);
    if (late) add(at, { field: 'validTo', problem: 'STILL_IN_USE', detail: numberText(late.number) });
    if (early) add(at, { field: 'validFrom', problem: 'STILL_IN_USE', detail: numberText(early.number) });
  });
}

async function modelsInService(tx: EntityManager, changes: readonly Change[], add: Add): Promise<void> {
  const ending = changes.filter(({ before, after }) => before?.['active'] === 'true' && after['active'] === 'false');
  if (ending.length === 0) return;
  const rows = await tx.query<{ id: string; code: string }[]>(
    'SELECT DISTINCT ON (model_id) model_id AS id, code FROM equipment_unit WHERE model_id = ANY($1::uuid[]) AND in_service ORDER BY model_id, code',
    [ids(ending)],
  );
  const used = new Map(rows.map((row) => [row.id, row.code]));
  changes.forEach((change, at) => {
    const by = ending.includes(change) ? used.get(change.id ?? '') : undefined;
    if (by) add(at, { field: 'active', problem: 'STILL_IN_USE', detail: by });
  });
}

/** Somebody must remain who can administer. */
async function lastAdministrator(tx: EntityManager, changes: readonly Change[], add: Add): Promise<void> {
  const is = (texts: RecordTexts | null) => texts?.['role'] === 'ADMINISTRATOR' && texts['active'] === 'true';
  const leaving = changes.filter(({ before, after }) => is(before) && !is(after));
  if (leaving.length === 0) return;
  const remaining = await tx.query<{ id: string }[]>(
    `SELECT id FROM person WHERE role = 'ADMINISTRATOR' AND active AND id <> ALL($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [ids(leaving)],
  );
  if (remaining.length > 0) return;
  changes.forEach((change, at) => {
    if (!leaving.includes(change)) return;
    add(at, { field: change.after['active'] === 'true' ? 'role' : 'active', problem: 'LAST_ADMINISTRATOR' });
  });
}

const numberText = (number: number) => reservationNumber({ number });
