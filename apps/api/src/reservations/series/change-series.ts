import { addDays, MOST_OCCURRENCES, movingOrder } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { cancelReservation } from '../cancel-reservation.js';
import { changeReservation } from '../change-reservation.js';
import { Reservation } from '../reservation.entity.js';
import { type By, requireAllowed, UNITS_SQL, type UnitRow } from '../with-reservation.js';
import { mailSeries } from './mail-series.js';
import { ReservationSeries, SeriesOccurrence } from './series.entities.js';
import type { CancelSeriesInput, ChangeSeriesInput, SeriesTargetInput } from './series.inputs.js';

/**
 * Moves, re-sites or re-details one occurrence or one and those that follow: each through the guard of every change and
 * against the version that was seen, all of it or nothing, told in one mail.
 */
export async function changeSeries(tx: EntityManager, by: By, input: ChangeSeriesInput): Promise<ReservationSeries> {
  const shiftDays = input.shiftDays ?? 0;
  if (Math.abs(shiftDays) > 366) refuse('INVALID_INPUT', { field: 'shiftDays', available: '366' });
  const { series, targets } = await lockTargets(tx, by, input);
  for (const { id, version, firstDay, lastDay } of movingOrder(targets, shiftDays)) {
    const days = shiftDays === 0 ? {} : { firstDay: addDays(firstDay, shiftDays), lastDay: addDays(lastDay, shiftDays) };
    const { siteId = null, details = null } = input;
    await changeReservation(tx, by, { id, version, ...days, siteId, details }, { tell: false });
  }
  await recordAudit(tx, by.actor, {
    action: 'series.change',
    entity: 'reservation_series',
    entityId: series.id,
    after: { reservations: targets.length, shiftDays, siteId: input.siteId ?? null },
  });
  await mailSeries(tx, by.settings, 'seriesChanged', series.id);
  return series;
}

/** Gives back the time of one occurrence or of one and those that follow, all of it or nothing. */
export async function cancelSeries(tx: EntityManager, by: By, input: CancelSeriesInput): Promise<ReservationSeries> {
  const { series, targets } = await lockTargets(tx, by, input);
  for (const { id, version } of targets) await cancelReservation(tx, by, { id, version, reason: input.reason }, { tell: false });
  await recordAudit(tx, by.actor, {
    action: 'series.cancel',
    entity: 'reservation_series',
    entityId: series.id,
    after: { reservations: targets.length },
  });
  await mailSeries(tx, by.settings, 'seriesCancelled', series.id);
  return series;
}

interface Target extends SeriesTargetInput {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The named reservations of a series with their units locked, in the one order that every write keeps. */
async function lockTargets(
  tx: EntityManager,
  by: By,
  { id, targets }: { id: string; targets: SeriesTargetInput[] },
): Promise<{ series: ReservationSeries; targets: Target[] }> {
  const series = isUuid(id) ? await tx.findOneBy(ReservationSeries, { id }) : null;
  if (!series) refuse('NOT_FOUND', { field: 'id' });
  requireAllowed(by.actor, 'reservation.change', { organisationId: series.organisationId });
  const ids = [...new Set(targets.map((target) => target.id))];
  if (ids.length === 0 || ids.length !== targets.length || ids.length > MOST_OCCURRENCES || !ids.every(isUuid))
    refuse('INVALID_INPUT', { field: 'targets', available: String(MOST_OCCURRENCES) });
  if ((await tx.countBy(SeriesOccurrence, { seriesId: id, reservationId: In(ids) })) !== ids.length)
    refuse('NOT_FOUND', { field: 'targets' });
  const units = await tx.query<UnitRow[]>(UNITS_SQL, [ids]);
  await lockUnits(tx, [...new Set(units.map(({ unitId }) => unitId))]);
  const rows = await tx.findBy(Reservation, { id: In(ids) });
  const seen = new Map(targets.map((target) => [target.id, target.version]));
  return {
    series,
    targets: rows
      .map(({ id: reservationId, firstDay, lastDay }) => ({
        id: reservationId,
        version: seen.get(reservationId)!,
        firstDay,
        lastDay,
      }))
      .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)),
  };
}
