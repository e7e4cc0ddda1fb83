import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { toAsk, requireUuid } from '../placement/ask.js';
import { judge, lockUnits, placeStays } from '../placement/write-stays.js';
import { Organisation } from '../people/organisation.entity.js';
import { recordAudit } from '../platform/audit.js';
import { isUuid } from '../platform/is-uuid.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { Refused, refuse } from '../platform/refuse.js';
import { Site } from '../sites/site.entity.js';
import { Reservation } from './reservation.entity.js';
import { requireAuthorisedBooker } from './authorisations/require-authorised.js';
import { requireTermsAccepted } from './terms/keep-terms.js';
import { checkReason } from './details.js';
import { type By, requireAllowed } from './with-reservation.js';

const MOST_UNITS = 10;

export interface Wish {
  readonly unitIds?: readonly string[] | null;
  readonly modelCodes?: readonly string[] | null;
  readonly siteId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly organisationId?: string | null;
  readonly details: Partial<Pick<Reservation, 'purpose' | 'groupSize' | 'contactName' | 'contactPhone' | 'remark'>>;
  readonly overrideReason?: string | null;
}

/** How a reservation begins. */
export interface Beginning {
  readonly state: 'HELD' | 'SUBMITTED';
  readonly action: 'reservation.hold' | 'reservation.submit';
  /** The program holds it for somebody who waited, until then. */
  readonly offeredUntil?: Date;
  /** Whose wish it was, when a planner places it; else who acts. */
  readonly requesterId?: string;
  /** It is what a round shares out. */
  readonly beyondRounds?: boolean;
}

/**
 * Makes a reservation with all its stays, or nothing: as a hold with an end, or submitted at once.
 * @throws Refused: NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, INVALID_INPUT, or what stands in the way of a stay
 */
export async function createReservation(
  tx: EntityManager,
  { actor, settings }: By,
  wish: Wish,
  as: Beginning,
): Promise<Reservation> {
  const organisationId = await bookingOrganisation(tx, actor, wish.organisationId);
  requireAllowed(actor, as.action, { organisationId });
  if (wish.overrideReason && !can(actor, 'reservation.override')) refuse('NOT_ALLOWED', { field: 'overrideReason' });
  const overrideReason = wish.overrideReason ? checkReason(wish.overrideReason, 'overrideReason') : null;
  const siteId = requireUuid(wish.siteId, 'siteId');
  if (!(await tx.existsBy(Site, { id: siteId }))) refuse('NOT_FOUND', { field: 'siteId' });
  const ask = { ...toAsk({ ...wish, siteId, groupSize: wish.details.groupSize ?? null }), siteId, beyondRounds: as.beyondRounds };
  const unitIds = wish.modelCodes?.length
    ? await pickUnits(tx, settings, wish.modelCodes, ask)
    : requireUnits(wish.unitIds ?? []);

  if (as.state === 'SUBMITTED') await requireTermsAccepted(tx, actor);
  if (!as.offeredUntil) await requireAuthorisedBooker(tx, actor, as.requesterId ?? actor.personId!, unitIds, wish);

  const expiresAt = as.state === 'HELD' ? (as.offeredUntil ?? new Date(Date.now() + settings.holdMinutes * 60_000)) : null;
  const during = `[${new Date(ask.period.start).toISOString()},${new Date(ask.period.end).toISOString()})`;
  const { identifiers } = await tx.insert(Reservation, {
    organisationId,
    requesterId: as.requesterId ?? actor.personId!,
    siteId,
    firstDay: wish.firstDay,
    lastDay: wish.lastDay,
    during,
    state: as.state,
    holdExpiresAt: expiresAt,
    ...wish.details,
  });
  const reservationId = (identifiers[0] as { id: string }).id;
  const placed = await placeStays(tx, settings, {
    reservationId,
    unitIds,
    ask,
    expiresAt,
    createdBy: actor.personId,
    overrideReason,
  });
  await tx.update(
    Reservation,
    { id: reservationId },
    {
      siteId: placed.siteId,
      warnings: [...placed.warnings] as never,
      overrideReason: placed.overridden.length ? overrideReason : null,
      overridden: placed.overridden.map((refusal) => refusal.code),
    },
  );
  const reservation = (await tx.findOneBy(Reservation, { id: reservationId }))!;
  const { organisationId: forWhom, state, firstDay, lastDay } = reservation;
  await recordAudit(tx, as.offeredUntil ? null : actor, {
    action: as.offeredUntil ? 'reservation.offer' : as.action,
    entity: 'reservation',
    entityId: reservationId,
    after: {
      organisationId: forWhom,
      siteId: placed.siteId,
      unitIds,
      firstDay,
      lastDay,
      state,
      ...wish.details,
      overridden: reservation.overridden,
    },
  });
  return reservation;
}

/** For whom is booked: one's own organisation, or for a planner another one. */
export async function bookingOrganisation(
  tx: EntityManager,
  actor: By['actor'],
  asked: string | null | undefined,
): Promise<string> {
  if (!actor.organisationId) refuse('NOT_SIGNED_IN');
  if (!asked || asked === actor.organisationId) return actor.organisationId;
  if (!can(actor, 'reservation.reserveForOther', { organisationId: asked })) refuse('NOT_ALLOWED', { field: 'organisationId' });
  const known = isUuid(asked) && (await tx.existsBy(Organisation, { id: asked, active: true }));
  return known ? asked : refuse('NOT_FOUND', { field: 'organisationId' });
}

function requireUnits(unitIds: readonly string[]): string[] {
  const unique = [...new Set(unitIds)];
  if (unique.length === 0 || unique.length > MOST_UNITS || !unique.every(isUuid))
    refuse('INVALID_INPUT', { field: 'unitIds', available: String(MOST_UNITS) });
  return unique;
}

/**
 * For each model the unit that is available with the least extra travel. All units of the models are locked first, so
 * that what was picked is still available when it is placed.
 */
async function pickUnits(
  tx: EntityManager,
  settings: By['settings'],
  modelCodes: readonly string[],
  ask: Parameters<typeof judge>[3],
): Promise<string[]> {
  if (modelCodes.length > MOST_UNITS) refuse('INVALID_INPUT', { field: 'modelCodes', available: String(MOST_UNITS) });
  const rows = await tx.query<{ id: string; code: string }[]>(
    `SELECT u.id, m.code FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id WHERE m.code = ANY($1) AND u.in_service`,
    [[...modelCodes]],
  );
  await lockUnits(
    tx,
    rows.map((row) => row.id),
  );
  const judgements = await judge(
    tx,
    settings,
    rows.map((row) => row.id),
    ask,
  );
  const picked: string[] = [];
  for (const code of modelCodes) {
    const ofModel = judgements.filter(
      ({ candidate }) =>
        !picked.includes(candidate.unit.id) && rows.some((row) => row.id === candidate.unit.id && row.code === code),
    );
    if (ofModel.length === 0) refuse('NOT_FOUND', { field: 'modelCodes' });
    const best = ofModel
      .filter(({ verdict }) => verdict.verdict !== 'UNAVAILABLE')
      .sort((a, b) => a.verdict.extraKm - b.verdict.extraKm || (a.candidate.code < b.candidate.code ? -1 : 1))[0];
    if (!best) {
      const fewest = [...ofModel].sort((a, b) => a.verdict.refusals.length - b.verdict.refusals.length)[0]!;
      throw new Refused(Refusal.because(fewest.verdict.refusals));
    }
    picked.push(best.candidate.unit.id);
  }
  return picked;
}
