import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { toAsk } from '../placement/ask.js';
import { placeStays } from '../placement/write-stays.js';
import { refuse } from '../platform/refuse.js';
import { checkReason } from './details.js';
import type { Reservation } from './reservation.entity.js';
import type { By } from './with-reservation.js';

interface Where {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly siteId: string;
  readonly groupSize: number | null;
}

/** Puts a reservation's units at a place and time through the same guard as a new one; gives what the reservation then says. */
export async function replaceStays(
  tx: EntityManager,
  { actor, settings }: By,
  reservation: Reservation,
  unitIds: readonly string[],
  where: Where,
  more: { overrideReason?: string | null; ignoreNotice?: boolean } = {},
): Promise<Pick<Reservation, 'siteId' | 'firstDay' | 'lastDay' | 'during' | 'warnings' | 'overrideReason' | 'overridden'>> {
  if (more.overrideReason && !can(actor, 'reservation.override')) refuse('NOT_ALLOWED', { field: 'overrideReason' });
  const overrideReason = more.overrideReason ? checkReason(more.overrideReason, 'overrideReason') : null;
  // Days that it had before a round opened stay its own.
  const beyondRounds = reservation.firstDay <= where.firstDay && where.lastDay <= reservation.lastDay;
  const ask = { ...toAsk(where), siteId: where.siteId, beyondRounds };
  const placed = await placeStays(tx, settings, {
    reservationId: reservation.id,
    unitIds,
    ask,
    expiresAt: null,
    createdBy: actor.personId,
    // What a planner has passed by once stays passed by.
    overrideReason: overrideReason ?? reservation.overrideReason,
    ignoreNotice: more.ignoreNotice,
  });
  return {
    siteId: placed.siteId,
    firstDay: where.firstDay,
    lastDay: where.lastDay,
    during: `[${new Date(ask.period.start).toISOString()},${new Date(ask.period.end).toISOString()})`,
    warnings: [...placed.warnings] as Reservation['warnings'],
    overrideReason: placed.overridden.length ? (overrideReason ?? reservation.overrideReason) : null,
    overridden: placed.overridden.map((refusal) => refusal.code),
  };
}
