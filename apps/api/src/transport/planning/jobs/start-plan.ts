import { addDays, dayOf, daysBetween } from '@karavaan/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../../platform/audit.js';
import { DayScalar } from '../../../platform/graphql/scalars.js';
import { once } from '../../../platform/idempotency.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { enqueue } from '../../../platform/jobs/enqueue.js';
import { refuse } from '../../../platform/refuse.js';
import { EquipmentUnit } from '../../../equipment/equipment-unit.entity.js';
import { type By, requireAllowed } from '../../../reservations/with-reservation.js';
import { Site } from '../../../sites/site.entity.js';
import { PlanJob, PlanKind } from './plan-job.entity.js';
import { PlanWeights } from './plan-weights.js';

@InputType()
export class StartPlanInput {
  @Field()
  idempotencyKey: string;

  @Field(() => PlanKind)
  kind: PlanKind;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => PlanWeights)
  weights: PlanWeights;

  @Field(() => Int, { description: 'How long it may search.' })
  seconds: number;

  @Field(() => Int, { nullable: true, description: 'Another number may find another plan.' })
  seed?: number | null;

  @Field(() => ID, { nullable: true, description: 'Of a repair: only bookings of this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a repair: only bookings at this site.' })
  siteId?: string | null;
}

const MOST_SECONDS = 300;
const LONGEST_DAYS: Record<PlanKind, number> = { TOURS: 366, TRIPS: 31, REPAIR: 366 };

/** Asks for a plan: the worker works it out, and nothing changes by it. Gives the plan's id. */
export function startPlan(tx: EntityManager, by: By, input: StartPlanInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'startPlan', input, async () => {
    requireAllowed(by.actor, 'plan.make', {});
    const { kind, firstDay, lastDay, seconds, weights } = input;
    if (firstDay < dayOf(Date.now())) refuse('IN_THE_PAST', { firstDay });
    if (lastDay < firstDay || lastDay > addDays(firstDay, LONGEST_DAYS[kind]))
      refuse('INVALID_INPUT', {
        field: 'lastDay',
        needed: String(daysBetween(firstDay, lastDay) + 1),
        available: String(LONGEST_DAYS[kind]),
      });
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > MOST_SECONDS)
      refuse('INVALID_INPUT', { field: 'seconds', available: String(MOST_SECONDS) });
    await requireKnown(tx, EquipmentUnit, input.unitId, 'unitId');
    await requireKnown(tx, Site, input.siteId, 'siteId');
    const row = {
      kind,
      firstDay,
      lastDay,
      seconds,
      seed: input.seed ?? 1,
      unitId: input.unitId ?? null,
      siteId: input.siteId ?? null,
    };
    const { identifiers } = await tx.insert(PlanJob, { ...row, weights: { ...weights }, createdBy: by.actor.personId! });
    const id = (identifiers[0] as { id: string }).id;
    await enqueue(tx, 'plan.run', { planId: id });
    await recordAudit(tx, by.actor, { action: 'plan.start', entity: 'plan_job', entityId: id, after: { ...row, weights } });
    return id;
  });
}

async function requireKnown(
  tx: EntityManager,
  entity: typeof EquipmentUnit | typeof Site,
  id: string | null | undefined,
  field: string,
): Promise<void> {
  if (id && !(isUuid(id) && (await tx.existsBy<EquipmentUnit | Site>(entity, { id })))) refuse('NOT_FOUND', { field });
}

/** Wants the best so far: the search ends within a second or so. Of a plan that has ended nothing changes. */
export async function stopPlan(tx: EntityManager, by: By, id: string): Promise<string> {
  requireAllowed(by.actor, 'plan.make', {});
  const job = isUuid(id) ? await tx.findOne(PlanJob, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!job) refuse('NOT_FOUND', { field: 'id' });
  if (job.endedAt || job.stopAsked) return job.id;
  await tx.update(PlanJob, { id }, { stopAsked: true });
  await recordAudit(tx, by.actor, {
    action: 'plan.stop',
    entity: 'plan_job',
    entityId: id,
    before: { stopAsked: false },
    after: { stopAsked: true },
  });
  return job.id;
}
