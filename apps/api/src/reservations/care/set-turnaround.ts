import { overlaps, type Period, turnaroundOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { TurnaroundStep } from '../../equipment/care/turnaround-step.entity.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { findCandidates } from '../../placement/candidates.js';
import { loadWorld } from '../../placement/world.js';
import { lockUnits, writeTurnaround } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../with-reservation.js';
import type { TurnaroundStepInput } from './care.inputs.js';

const MOST = { HOUR: 200, DAY: 30 } as const;

interface Row extends Period {
  readonly id: string;
  readonly unitId: string;
  readonly kind: string;
  readonly reservationId: string | null;
  readonly expiresAt: Date | null;
}

/**
 * Sets what each loan of a model needs before and after it, and keeps that time free round the stays to come. Where the
 * next loan is already too near, the stay keeps what it had: nothing that was booked is undone.
 * @returns the model, and the reservations round which there is no room
 */
export async function setTurnaround(
  tx: EntityManager,
  by: By,
  { modelId, steps }: { modelId: string; steps: readonly TurnaroundStepInput[] },
): Promise<{ model: EquipmentModel; tooTight: string[] }> {
  requireAllowed(by.actor, 'care.plan', {});
  if (new Set(steps.map(({ phase, kind }) => `${phase} ${kind}`)).size !== steps.length)
    refuse('INVALID_INPUT', { field: 'kind' });
  for (const { amount, unit } of steps)
    if (!(amount > 0 && amount <= MOST[unit]) || (unit === 'DAY' && !Number.isInteger(amount)))
      refuse('INVALID_INPUT', { field: 'amount', available: String(MOST[unit]) });
  const model = isUuid(modelId) ? await tx.findOneBy(EquipmentModel, { id: modelId }) : null;
  if (!model) refuse('NOT_FOUND', { field: 'modelId' });
  const units = await tx.query<{ id: string }[]>('SELECT id FROM equipment_unit WHERE model_id = $1', [modelId]);
  const unitIds = await lockUnits(
    tx,
    units.map(({ id }) => id),
  );
  const before = await tx.find(TurnaroundStep, { where: { modelId }, order: { phase: 'DESC', kind: 'ASC' } });
  await tx.delete(TurnaroundStep, { modelId });
  if (steps.length)
    await tx.insert(
      TurnaroundStep,
      steps.map((step) => ({ ...step, modelId })),
    );
  const inWords = (rows: readonly TurnaroundStepInput[]) =>
    rows.map(({ phase, kind, amount, unit }) => `${phase} ${kind} ${amount} ${unit}`).join(', ');
  await recordAudit(tx, by.actor, {
    action: 'model.turnaround',
    entity: 'equipment_model',
    entityId: modelId,
    before: { turnaround: inWords(before) },
    after: { turnaround: inWords(steps) },
  });
  return { model, tooTight: unitIds.length ? await keepFree(tx, by, unitIds) : [] };
}

async function keepFree(tx: EntityManager, { settings }: By, unitIds: readonly string[]): Promise<string[]> {
  const now = Date.now();
  const world = await loadWorld(tx, settings);
  const facts = new Map(
    (await findCandidates(tx, { start: now, end: now + 1 }, now, { unitIds })).map(({ unit }) => [unit.id, unit]),
  );
  await tx.query(
    `UPDATE occupancy t SET active = false FROM occupancy s
      WHERE t.unit_id = ANY($1::uuid[]) AND t.kind = 'TURNAROUND' AND t.active
        AND s.unit_id = t.unit_id AND s.reservation_id = t.reservation_id AND s.active AND s.kind = 'STAY' AND lower(s.during) > now()`,
    [[...unitIds]],
  );
  const rows = await tx.query<Row[]>(
    `SELECT id, unit_id AS "unitId", kind, reservation_id AS "reservationId", expires_at AS "expiresAt",
            date_part('epoch', lower(during)) * 1000 AS start, date_part('epoch', upper(during)) * 1000 AS "end"
       FROM occupancy WHERE unit_id = ANY($1::uuid[]) AND active AND upper(during) > now() - interval '40 days' ORDER BY lower(during)`,
    [[...unitIds]],
  );
  const tooTight = new Set<string>();
  const taken = new Map<string, Period[]>(unitIds.map((id) => [id, rows.filter((row) => row.unitId === id)]));
  for (const stay of rows) {
    if (stay.kind !== 'STAY' || !stay.reservationId || stay.start <= now) continue;
    const around = turnaroundOf(facts.get(stay.unitId)!, stay, world);
    const free = (period: Period | null) => {
      if (!period) return null;
      if (!taken.get(stay.unitId)!.some((other) => overlaps(other, period))) return period;
      tooTight.add(stay.reservationId!);
      return null;
    };
    const kept = { before: free(around.before), after: free(around.after), whole: around.whole };
    for (const period of [kept.before, kept.after]) if (period) taken.get(stay.unitId)!.push(period);
    const { reservationId, expiresAt } = stay;
    await writeTurnaround(tx, [{ unitId: stay.unitId, ...kept }], { reservationId, expiresAt, createdBy: null });
  }
  return [...tooTight];
}
