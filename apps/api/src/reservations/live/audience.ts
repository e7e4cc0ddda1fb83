import { can, scopeOf, type Action, type PolicySubject } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import type { LiveChange, LiveKind } from '../../platform/live/change.js';
import { hostOfUnits, UNITS_SQL, type UnitRow } from '../with-reservation.js';

type Subjects = ReadonlyMap<string, PolicySubject>;

interface Rule {
  readonly action: Action;
  /** Whose each is, in a constant number of queries; absent where it does not matter. */
  readonly subjects?: (manager: EntityManager, ids: readonly string[]) => Promise<Subjects>;
}

/** Who may know that something changed: those who may read it. */
const RULES: Readonly<Record<LiveKind, Rule>> = {
  UNIT: { action: 'catalogue.read' },
  RESERVATION: { action: 'reservation.read', subjects: reservationSubjects },
  REQUEST: { action: 'request.read', subjects: (manager, ids) => ownersIn(manager, 'request', ids) },
  ROUND: { action: 'request.read' },
  PLAN: { action: 'plan.make' },
  TRIP: { action: 'trip.drive' },
  WAITING_ENTRY: { action: 'waitingList.read', subjects: (manager, ids) => ownersIn(manager, 'waiting_entry', ids) },
};

/**
 * The audience of one batch of changes. What must be read for it is read once for all who listen on this replica, and
 * not at all where nobody's answer depends on it.
 */
export function audienceOf(manager: EntityManager, changes: readonly LiveChange[]) {
  const asked = new Map<LiveKind, Promise<Subjects>>();
  const subjectsOf = (kind: LiveKind, read: NonNullable<Rule['subjects']>) => {
    const known = asked.get(kind);
    if (known) return known;
    const ids = changes.filter((change) => change.kind === kind).map(({ id }) => id);
    const reading = read(manager, ids);
    asked.set(kind, reading);
    return reading;
  };

  return async function visibleTo(actor: Actor): Promise<LiveChange[]> {
    const verdicts = await Promise.all(
      changes.map(async ({ kind, id }) => {
        const { action, subjects } = RULES[kind];
        const scope = scopeOf(actor.role, action);
        if (scope === 'NONE' || scope === 'ALL' || !subjects) return scope !== 'NONE';
        const subject = (await subjectsOf(kind, subjects)).get(id);
        return subject !== undefined && can(actor, action, subject);
      }),
    );
    return changes.filter((_, at) => verdicts[at]);
  };
}

async function reservationSubjects(manager: EntityManager, ids: readonly string[]): Promise<Subjects> {
  const owners = await ownersIn(manager, 'reservation', ids);
  const units = Map.groupBy(await manager.query<UnitRow[]>(UNITS_SQL, [ids]), (row) => row.reservationId);
  return new Map([...owners].map(([id, owner]) => [id, { ...owner, ...hostOfUnits(units.get(id) ?? []) }]));
}

async function ownersIn(manager: EntityManager, table: string, ids: readonly string[]): Promise<Subjects> {
  const rows = await manager.query<{ id: string; organisationId: string }[]>(
    `SELECT id, organisation_id AS "organisationId" FROM ${table} WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, organisationId }) => [id, { organisationId }]));
}
