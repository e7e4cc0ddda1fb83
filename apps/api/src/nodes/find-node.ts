import { type Action, can, scopeOf } from '@karavaan/domain';
import type { Actor } from '../auth/actor.js';
import { EquipmentModel } from '../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { AccessRequest } from '../people/access-request.entity.js';
import { Organisation } from '../people/organisation.entity.js';
import { Person } from '../people/person.entity.js';
import { Occupancy } from '../placement/occupancy.entity.js';
import type { Batch, Loaders } from '../platform/graphql/loaders.js';
import type { Node } from '../platform/graphql/node.js';
import { isUuid } from '../platform/is-uuid.js';
import { Mail } from '../platform/mail/mail.entity.js';
import { hostOf } from '../reservations/loads.js';
import { Reservation } from '../reservations/reservation.entity.js';
import { ReservationSeries } from '../reservations/series/series.entities.js';
import { blocksOf, mayBlock } from '../reservations/unit-blocks.resolver.js';
import { WaitingEntry } from '../reservations/waiting/waiting-entry.entity.js';
import { Site } from '../sites/site.entity.js';
import { sitesByOrganisation } from '../sites/sites-by-organisation.js';

type Reader = (id: string, actor: Actor, loaders: Loaders) => Promise<Node | null>;

/** For each table that has nodes: the row as a node, or null for who may not read it. */
const READERS: Record<string, Reader> = {
  organisation: readOrganisation,
  person: readPerson,
  site: (id, _actor, loaders) => loaders.byId(Site).load(id),
  equipment_model: (id, _actor, loaders) => loaders.byId(EquipmentModel).load(id),
  equipment_unit: (id, _actor, loaders) => loaders.byId(EquipmentUnit).load(id),
  reservation: readReservation,
  occupancy: readOccupancy,
  access_request: async (id, actor, loaders) => (can(actor, 'access.decide') ? loaders.byId(AccessRequest).load(id) : null),
  waiting_entry: async (id, actor, loaders) => ownNode(actor, 'waitingList.read', await loaders.byId(WaitingEntry).load(id)),
  reservation_series: async (id, actor, loaders) =>
    ownNode(actor, 'reservation.read', await loaders.byId(ReservationSeries).load(id)),
  mail: async (id, actor, loaders) => (can(actor, 'mail.read') ? loaders.byId(Mail).load(id) : null),
};

/** Anything by its id, as far as other fields would show it to this viewer; what is hidden looks like what is not there. */
export async function findNode(id: string, actor: Actor, loaders: Loaders): Promise<Node | null> {
  if (!isUuid(id)) return null;
  const table = await loaders.of(tablesOf).load(id.toLowerCase());
  return table ? READERS[table]!(id.toLowerCase(), actor, loaders) : null;
}

/** Which table each id is in; one query. */
const tablesOf: Batch<string, string | null> = async (ids, { manager }) => {
  const rows = await manager.query<{ id: string; at: string }[]>(
    Object.keys(READERS)
      .map((table) => `SELECT id, '${table}' AS at FROM ${table} WHERE id = ANY($1::uuid[])`)
      .join(' UNION ALL '),
    [[...ids]],
  );
  const found = new Map(rows.map((row) => [row.id, row.at]));
  return ids.map((id) => found.get(id) ?? null);
};

/** What belongs to an organisation, for who may do this to it. */
function ownNode<T extends Node & { organisationId: string }>(actor: Actor, action: Action, node: T | null): T | null {
  return node && can(actor, action, node) ? node : null;
}

/** Everybody sees whose the sites are; other organisations only who plans for them, and their own people. */
async function readOrganisation(id: string, actor: Actor, loaders: Loaders): Promise<Node | null> {
  const known = actor.organisationId === id || can(actor, 'organisation.read');
  if (!known && (await loaders.of(sitesByOrganisation).load(id)).length === 0) return null;
  return loaders.byId(Organisation).load(id);
}

/** Colleagues, and for who sees all reservations everybody. */
async function readPerson(id: string, actor: Actor, loaders: Loaders): Promise<Node | null> {
  const person = await loaders.byId(Person).load(id);
  const colleague = actor.organisationId !== null && person?.organisationId === actor.organisationId;
  return colleague || scopeOf(actor.role, 'reservation.read') === 'ALL' ? person : null;
}

async function readReservation(id: string, actor: Actor, loaders: Loaders): Promise<Node | null> {
  const reservation = await loaders.byId(Reservation).load(id);
  if (!reservation) return null;
  const subject = { organisationId: reservation.organisationId, ...(await loaders.of(hostOf).load(id)) };
  return can(actor, 'reservation.read', subject) ? reservation : null;
}

/** A stay is seen with its reservation; a block by who may make one on that unit. */
async function readOccupancy(id: string, actor: Actor, loaders: Loaders): Promise<Node | null> {
  const occupancy = (await loaders.byId(Occupancy).load(id))!;
  if (occupancy.kind === 'STAY') {
    const shown = occupancy.reservationId && (await readReservation(occupancy.reservationId, actor, loaders));
    return shown ? Object.assign(occupancy, { __typename: 'Stay' }) : null;
  }
  if (occupancy.kind === 'TURNAROUND') return null;
  const unit = (await loaders.byId(EquipmentUnit).load(occupancy.unitId))!;
  if (!(await mayBlock(actor, unit, loaders))) return null;
  return (await loaders.of(blocksOf).load(unit.id)).find((block) => block.id === id) ?? null;
}
