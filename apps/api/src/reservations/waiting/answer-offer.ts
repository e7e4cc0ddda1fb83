import type { EntityManager } from 'typeorm';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { releaseHold } from '../release-hold.js';
import { Reservation } from '../reservation.entity.js';
import { submitReservation } from '../submit-reservation.js';
import { type By, requireAllowed } from '../with-reservation.js';
import { settle } from './settle-offers.js';
import { WaitingEntry } from './waiting-entry.entity.js';

/** Says yes to an offer: the hold becomes a reservation through the guard that every reservation passes. */
export async function acceptOffer(tx: EntityManager, by: By, id: string): Promise<Reservation> {
  const entry = await offered(tx, by, id);
  const { version } = (await tx.findOneBy(Reservation, { id: entry.reservationId! }))!;
  const reservation = await submitReservation(tx, by, { id: entry.reservationId!, version, details: {} });
  await settle(tx, id, 'ACCEPTED', by.actor);
  return reservation;
}

/** Says no to an offer: the next in line gets it. */
export async function declineOffer(tx: EntityManager, by: By, id: string): Promise<WaitingEntry> {
  const entry = await offered(tx, by, id);
  await releaseHold(tx, by, entry.reservationId!);
  await settle(tx, id, 'DECLINED', by.actor);
  return (await tx.findOneBy(WaitingEntry, { id }))!;
}

/** Steps out of the line. What was offered meanwhile is declined. */
export async function leaveWaitingList(tx: EntityManager, by: By, id: string): Promise<WaitingEntry> {
  const entry = await ownEntry(tx, by, id);
  if (entry.state === 'OFFERED') return declineOffer(tx, by, id);
  const [locked] = await tx.query<{ state: string }[]>('SELECT state FROM waiting_entry WHERE id = $1 FOR UPDATE', [id]);
  if (locked!.state !== 'WAITING') refuse('STATE_CHANGED', { available: locked!.state });
  await settle(tx, id, 'WITHDRAWN', by.actor);
  return (await tx.findOneBy(WaitingEntry, { id }))!;
}

async function offered(tx: EntityManager, by: By, id: string): Promise<WaitingEntry> {
  const entry = await ownEntry(tx, by, id);
  if (entry.state === 'LAPSED') refuse('HOLD_EXPIRED');
  if (entry.state !== 'OFFERED') refuse('STATE_CHANGED', { available: entry.state });
  return entry;
}

/** Refuses NOT_FOUND also where the actor may not know that it exists. */
async function ownEntry(tx: EntityManager, { actor }: By, id: string): Promise<WaitingEntry> {
  const entry = isUuid(id) ? await tx.findOneBy(WaitingEntry, { id }) : null;
  if (!entry) refuse('NOT_FOUND', { field: 'id' });
  requireAllowed(actor, 'waitingList.join', { organisationId: entry.organisationId });
  return entry;
}
