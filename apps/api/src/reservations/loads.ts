import { addDays, type Ask, type Availability, availability, periodOfDays } from '@karavaan/domain';
import { In } from 'typeorm';
import { findCandidates, occupanciesOf } from '../placement/candidates.js';
import { Occupancy } from '../placement/occupancy.entity.js';
import { worldForReading } from '../placement/world.js';
import { AuditEntry } from '../platform/audit-entry.entity.js';
import { type Batch, grouped } from '../platform/graphql/loaders.js';
import type { Settings } from '../platform/settings.js';
import type { Reservation } from './reservation.entity.js';
import { type Host, hostOfUnits, UNITS_SQL, type UnitRow } from './with-reservation.js';

/** The stays of the latest placement of each reservation, also when they are no longer active. */
export const staysOf: Batch<string, Occupancy[]> = async (ids, { manager }) => {
  const rows = await manager
    .createQueryBuilder(Occupancy, 'o')
    .innerJoin('equipment_unit', 'u', 'u.id = o.unit_id')
    .where({ reservationId: In([...ids]), kind: 'STAY' })
    .andWhere('o.created_at = (SELECT max(l.created_at) FROM occupancy l WHERE l.reservation_id = o.reservation_id)')
    .orderBy('u.code')
    .getMany();
  return grouped(ids, rows, (stay) => stay.reservationId);
};

/** Who hosts the fixed equipment of each reservation, and whether that is all of it. */
export const hostOf: Batch<string, Host> = async (ids, { manager }) => {
  const rows = await manager.query<UnitRow[]>(UNITS_SQL, [[...ids]]);
  return grouped(ids, rows, (row) => row.reservationId).map(hostOfUnits);
};

export interface HistoryRow {
  readonly entry: AuditEntry;
  readonly actorName: string | null;
}

export const historyOf: Batch<string, HistoryRow[]> = async (ids, { manager }) => {
  const entries = await manager.find(AuditEntry, {
    where: { entity: 'reservation', entityId: In([...ids]) },
    order: { id: 'ASC' },
  });
  const names = await manager.query<{ id: string; name: string }[]>('SELECT id, name FROM person WHERE id = ANY($1::uuid[])', [
    [...new Set(entries.map((entry) => entry.actorId).filter(Boolean))],
  ]);
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  const rows = entries.map((entry) => ({ entry, actorName: entry.actorId ? (nameOf.get(entry.actorId) ?? null) : null }));
  return grouped(ids, rows, (row) => row.entry.entityId);
};

/** The verdict that each reservation would get now, by unit; constant number of queries for a page. */
export function verdictsNow(settings: Settings): Batch<Reservation, Availability[]> {
  const known = batches.get(settings);
  if (known) return known;
  const batch: Batch<Reservation, Availability[]> = async (reservations, context) => {
    const { manager } = context;
    const now = Date.now();
    const stays = await staysOf(
      reservations.map((reservation) => reservation.id),
      context,
    );
    const unitIds = [...new Set(stays.flatMap((group) => (group instanceof Error ? [] : group.map((stay) => stay.unitId))))];
    if (unitIds.length === 0) return reservations.map(() => []);
    const firstDay = reservations.map((each) => each.firstDay).reduce((a, b) => (a < b ? a : b));
    const lastDay = reservations.map((each) => each.lastDay).reduce((a, b) => (a > b ? a : b));
    const span = {
      start: periodOfDays(addDays(firstDay, -90), firstDay).start,
      end: periodOfDays(lastDay, addDays(lastDay, 90)).end,
    };
    const world = await worldForReading(manager, settings);
    const units = new Map((await findCandidates(manager, span, now, { unitIds })).map((each) => [each.unit.id, each.unit]));
    const occupancies = await occupanciesOf(manager, unitIds, span, now);
    return reservations.map((reservation, at) => {
      const group = stays[at]!;
      if (group instanceof Error) return group;
      const ask: Ask = {
        firstDay: reservation.firstDay,
        lastDay: reservation.lastDay,
        period: periodOfDays(reservation.firstDay, reservation.lastDay),
        siteId: reservation.siteId,
        groupSize: reservation.groupSize,
        now,
        beyondRounds: true,
        reservationId: reservation.id,
      };
      return group.map((stay) => {
        const others = occupancies.get(stay.unitId)!.filter((taken) => taken.reservationId !== reservation.id);
        return availability(units.get(stay.unitId)!, others, ask, world);
      });
    });
  };
  batches.set(settings, batch);
  return batch;
}

const batches = new WeakMap<Settings, Batch<Reservation, Availability[]>>();
