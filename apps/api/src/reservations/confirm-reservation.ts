import { periodOfDays } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { Instruction } from '../placement/instruction.entity.js';
import { judge, settleInstructors } from '../placement/write-stays.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { enqueue } from '../platform/jobs/enqueue.js';
import { Refused } from '../platform/refuse.js';
import { mailAbout } from './mail-about.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireNext, requireVersion, requireAllowed, saveReservation } from './with-reservation.js';

/** Says yes, when the verdict still is yes: what was free when it was submitted may have changed around it. */
export async function confirmReservation(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
): Promise<Reservation> {
  const { reservation, unitIds, hostOrganisationId, hostOfAll } = await lockReservation(tx, by.actor, id);
  requireAllowed(by.actor, 'reservation.confirm', { organisationId: reservation.organisationId, hostOrganisationId, hostOfAll });
  const state = requireNext(reservation, 'CONFIRM');
  requireVersion(reservation, version);
  const { firstDay, lastDay, siteId, groupSize } = reservation;
  const ask = {
    firstDay,
    lastDay,
    period: periodOfDays(firstDay, lastDay),
    siteId,
    groupSize,
    now: Date.now(),
    beyondRounds: true,
  };
  const judgements = await judge(tx, by.settings, unitIds, ask, id);
  // Whom a planner sent along knowingly may come from elsewhere, or on a day off.
  const accompanied = await tx.existsBy(Instruction, { reservationId: id, active: true });
  const passed = ['TOO_SHORT_NOTICE', ...(accompanied ? ['INSTRUCTOR_MISSING'] : []), ...reservation.overridden];
  const blocking = judgements.flatMap(({ verdict }) => verdict.refusals).filter((refusal) => !passed.includes(refusal.code));
  if (blocking.length) throw new Refused(Refusal.because(blocking));
  if (!accompanied && judgements.some(({ candidate }) => candidate.unit.instructors))
    await settleInstructors(tx, by.settings, { reservationId: id, unitIds, ask, siteId });
  const saved = await saveReservation(tx, by.actor, 'reservation.confirm', reservation, {
    state,
    decidedBy: by.actor.personId,
    decidedAt: new Date(),
    decisionReason: null,
  });
  await mailAbout(tx, by, 'confirmed', saved);
  await enqueue(tx, 'follows.tell', {});
  return saved;
}
