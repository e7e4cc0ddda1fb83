import { dayOf, mayHandOver, stayAfter } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { readPacking } from '../../equipment/packing/packing-of.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { Occupancy } from '../../placement/occupancy.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { announceChange } from '../../platform/live/announce-change.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { requireStillAuthorised } from '../authorisations/require-authorised.js';
import { keepDefect } from '../care/report-defect.js';
import type { Reservation } from '../reservation.entity.js';
import { reservationNumber } from '../reservation-number.js';
import { type By, lockReservation } from '../with-reservation.js';
import { bookingOfUnit } from './booking-of-unit.js';
import { checkBoxes, checkWords, isIncomplete, type FoundBox } from './check-handover.js';
import { Handover, HandoverBox } from './handover.entity.js';
import type { AffectedBooking, HandoverInput } from './handover.types.js';
import { inWords, tellNextBookings } from './tell-next-bookings.js';

/** Notes that boxes passed from hand to hand, with what was wrong. Gives its id and the later bookings that were told. */
export function recordHandover(
  tx: EntityManager,
  by: By,
  input: HandoverInput,
): Promise<{ id: string; affected: AffectedBooking[] }> {
  return once(tx, by.actor, input.idempotencyKey, 'recordHandover', input, async () => {
    const words = checkWords(input);
    const { reservation } = await lockReservation(tx, by.actor, input.reservationId, 'reservation.handOver');
    requireInHand(reservation, input);
    const stays = await staysOf(tx, reservation.id);
    const unitIds = [...new Set(input.boxes.map((box) => box.unitId))];
    for (const unitId of unitIds) if (!stays.has(unitId)) await refuseOther(tx, unitId, reservation.id);
    const boxes = checkBoxes(input.boxes, await readPacking(tx, unitIds));
    const { second } = input;
    if (!second && input.moment !== 'RETURN')
      await requireStillAuthorised(tx, by.actor, reservation, unitIds, dayOf(input.happenedAt.getTime()));
    if (!second) await moveOn(tx, input, reservation.firstDay, stays, boxes);
    const { identifiers } = await tx.insert(Handover, {
      ...words,
      reservationId: reservation.id,
      moment: input.moment,
      happenedAt: input.happenedAt,
      recordedBy: by.actor.personId!,
      second,
    });
    const { id } = identifiers[0] as { id: string };
    await tx.insert(
      HandoverBox,
      boxes.map((box) => ({ ...box, handoverId: id, reservationId: reservation.id, moment: input.moment, counted: !second })),
    );
    await attachDocuments(tx, by.actor, input.photoIds, 'handover', id);
    const wrong = boxes.filter(isIncomplete);
    if (!second) await makeDefects(tx, by, reservation.id, wrong);
    await recordAudit(tx, by.actor, {
      action: 'reservation.handOver',
      entity: 'reservation',
      entityId: reservation.id,
      after: { handoverId: id, moment: input.moment, boxes: boxes.length, incomplete: wrong.length, second },
    });
    // No row of the reservation changes, and still its page shows something else.
    await announceChange(tx, 'RESERVATION', reservation.id);
    return { id, affected: await tellNextBookings(tx, by, { id, reservationId: reservation.id }, wrong) };
  });
}

/** What is missing or broken becomes a defect of its unit; whether it blocks, the planner decides. */
async function makeDefects(tx: EntityManager, by: By, reservationId: string, wrong: readonly FoundBox[]): Promise<void> {
  const units = await tx.findBy(EquipmentUnit, { id: In(wrong.map((box) => box.unitId)) });
  const { locale } = (await tx.findOneBy(Person, { id: by.actor.personId! }))!;
  for (const unit of units) {
    const boxes = wrong.filter((box) => box.unitId === unit.id);
    const description = boxes
      .map((box) => [inWords(box, locale), ...box.parts.flatMap((part) => part.note ?? [])].join('. '))
      .join('; ')
      .slice(0, 500);
    const severity = boxes.some((box) => box.state === 'MISSING') ? 'MAJOR' : 'MINOR';
    await keepDefect(tx, by, { unitId: unit.id, description, severity, reservationId }, unit);
  }
}

/** Only what was agreed is handed over; what ended may still be brought back. */
function requireInHand(reservation: Reservation, { moment }: HandoverInput): void {
  const { id, state } = reservation;
  const fits = state === 'CONFIRMED' || (state === 'ENDED' && moment === 'RETURN');
  if (!fits) refuse('STATE_CHANGED', { reservationId: id, available: state });
}

async function staysOf(tx: EntityManager, reservationId: string): Promise<Map<string, Occupancy>> {
  const stays = await tx.findBy(Occupancy, { reservationId, active: true, kind: 'STAY' });
  return new Map(stays.map((stay) => [stay.unitId, stay]));
}

async function refuseOther(tx: EntityManager, unitId: string, reservationId: string): Promise<never> {
  const other = await bookingOfUnit(tx, unitId, reservationId);
  if (!other) refuse('NOT_FOUND', { unitId, field: 'boxes' });
  refuse('OTHER_BOOKING', { unitId, reservationId: other.reservationId, available: reservationNumber(other) });
}

/** Takes the boxes on, each once, and with them their units. The unit rows are locked. */
async function moveOn(
  tx: EntityManager,
  { moment, reservationId, happenedAt }: HandoverInput,
  firstDay: string,
  stays: ReadonlyMap<string, Occupancy>,
  boxes: readonly FoundBox[],
): Promise<void> {
  const unitIds = [...new Set(boxes.map((box) => box.unitId))];
  const before = await tx.findBy(HandoverBox, { reservationId, moment, counted: true, unitId: In(unitIds) });
  const lists = await readPacking(tx, unitIds);
  for (const unitId of unitIds) {
    const all = [...before, ...boxes].filter((each) => each.unitId === unitId);
    const again = boxes.find(
      (box) =>
        box.unitId === unitId &&
        box.state !== 'LATER' &&
        before.some((each) => each.unitId === unitId && each.box === box.box && each.state !== 'LATER'),
    );
    if (again) refuse('ALREADY_HANDED_OVER', { unitId, reservationId, available: String(again.box) });
    const from = stays.get(unitId)!.stayState!;
    // What never left cannot come back: before its first day that is a slip of the finger.
    const early = moment === 'RETURN' && from === 'PLANNED' && dayOf(happenedAt.getTime()) < firstDay;
    if (early || !mayHandOver(moment, from)) refuse('STATE_CHANGED', { unitId, reservationId, available: from });
    const numbers = (state: string) => new Set(all.filter((each) => each.state === state).map((each) => each.box));
    const to = stayAfter(moment, from, lists.get(unitId)!.boxes.length, numbers('PRESENT'), numbers('MISSING'));
    if (to === from) continue;
    const { affected } = await tx.update(Occupancy, { id: stays.get(unitId)!.id, stayState: from }, { stayState: to });
    if (affected !== 1) refuse('STATE_CHANGED', { unitId, reservationId });
  }
}
